// The filters of the list stand in its address. What makes no sense is left out.
import { z } from 'zod';
import type { Context } from '../../platform/context.ts';
import { type Priority, priorities, type QueueFilter } from '../complaints/index.ts';
import { findUnitByCode } from '../organisation/index.ts';
import { priorityWords } from './rules.ts';

export const shows = [
  'urut',
  'bahaya',
  'lewat',
  'tawaran',
  'dinas',
  'pelapor',
  'gabung',
  'terbuka',
  'selesai',
] as const;
export type Show = (typeof shows)[number];

const short = z.string().max(100).optional().catch(undefined);
export const ListQuery = z.object({
  tampil: z.enum(shows).optional().catch(undefined),
  unit: short,
  kategori: short,
  wilayah: short,
  prioritas: short,
  q: short,
  lanjut: short,
  peta: z.literal('1').optional().catch(undefined), // places on a map instead of the table
});
export type ListQuery = z.infer<typeof ListQuery>;

const pileOfShow = { urut: 'sort', dinas: 'office', pelapor: 'reporter', gabung: 'joined', selesai: 'done' } as const;

const filled = (text: string | undefined): string | undefined => (text?.trim() ? text.trim() : undefined);
export const priorityOf = (word: string | undefined): Priority | undefined =>
  priorities.find((one) => priorityWords[one] === word);

/** A unit nobody knows is no filter. */
export async function filterOf(ctx: Context, query: ListQuery, show: Show): Promise<QueueFilter> {
  const unit = filled(query.unit) ? await findUnitByCode(ctx, filled(query.unit) ?? '') : undefined;
  return {
    ...(show in pileOfShow ? { pile: pileOfShow[show as keyof typeof pileOfShow] } : {}),
    ...(show === 'bahaya' ? { danger: true } : {}),
    ...(show === 'tawaran' ? { offered: true } : {}),
    ...(show === 'lewat' ? { before: ctx.clock.now() } : {}),
    unitId: unit?.id,
    category: filled(query.kategori),
    area: filled(query.wilayah),
    priority: priorityOf(query.prioritas),
    text: filled(query.q),
  };
}

const keys = ['tampil', 'unit', 'kategori', 'wilayah', 'prioritas', 'q', 'lanjut', 'peta'] as const;
export const listAddress = '/kerja/laporan';

/** The address of the list with these filters. */
export function addressOf(query: ListQuery, over: Readonly<Record<string, string | undefined>> = {}): string {
  const all: Readonly<Record<string, string | undefined>> = { ...query, ...over };
  const given = [...keys, ...Object.keys(over).filter((key) => !keys.some((one) => one === key))];
  const params = new URLSearchParams(given.flatMap((key) => (all[key] ? [[key, all[key]]] : [])));
  const text = params.toString();
  return text === '' ? listAddress : `${listAddress}?${text}`;
}
export const isFiltered = (query: ListQuery): boolean =>
  [query.unit, query.kategori, query.wilayah, query.prioritas, query.q].some((one) => filled(one) !== undefined);
