// The questions of the plain form, and the report they make.

import { isRecord } from '../../../definition/fields/types.ts';
import type { Field } from '../../../definition/schema.ts';
import type { Context } from '../../../platform/context.ts';
import { listOf } from '../../applications/index.ts';
import type { Asset } from '../../assets/index.ts';
import { versionForIntake } from '../../catalogue/index.ts';
import { messagesFor } from '../messages.ts';
import { levelValues } from '../rules.ts';
import { labelled } from '../service/labelled.ts';
import { complaintService } from '../service/setting.ts';
import { type Intake, levels, type Point } from '../types.ts';

/** Questions of the definition that the page asks, in its order; photos come before them. */
const asked = ['isi', 'kategori', 'lokasi', 'wilayah', 'patokan', 'video', 'anonim', 'nama', 'hp', 'email', 'bagikan'];
const photosAtMost = 4;

export type Raw = Readonly<Record<string, unknown>>;

export async function fieldsOf(ctx: Context): Promise<Field[]> {
  const { definition } = await versionForIntake(ctx, await complaintService(ctx));
  const known = definition.form.flatMap((page) => page.fields);
  const words = messagesFor(ctx.locale).report;
  const photo: Field = {
    id: 'foto',
    type: 'file',
    label: { id: words.photos },
    hint: { id: words.photosHint },
    required: false,
    max: photosAtMost,
  };
  const voice: Field = {
    id: 'suara',
    type: 'file',
    label: { id: words.voice },
    hint: { id: words.voiceHint },
    required: false,
    max: 1,
  };
  const questions = asked.flatMap((id) => known.find((field) => field.id === id) ?? []);
  return [photo, voice, ...questions.map(({ when: _shown, ...field }) => field)]; // no step in between: what is not wanted stays empty
}

export const textOf = (value: unknown): string | undefined =>
  typeof value === 'string' && value.trim() !== '' ? value : undefined;

/** As typed: what is no number comes back from the definition with its sentence. */
function pointOf(value: unknown): Point | undefined {
  if (!isRecord(value)) return undefined;
  const [lat, long] = [textOf(value['lat']), textOf(value['lng'])];
  if (lat === undefined && long === undefined) return undefined;
  const degrees = (text: string | undefined) => Number((text ?? 'none').replace(',', '.'));
  return { lat: degrees(lat), long: degrees(long) };
}

export interface Filled {
  readonly raw: Raw;
  readonly key: string;
  readonly asset: Asset | undefined;
}
export async function intakeOf(ctx: Context, { raw, key, asset }: Filled): Promise<Intake> {
  const level = levels.find((known) => levelValues[known] === raw['anonim']);
  const label = await labelled(ctx, asset);
  return {
    key,
    text: textOf(raw['isi']) ?? '',
    category: textOf(raw['kategori']) ?? label.category,
    point: pointOf(raw['lokasi']) ?? label.point,
    area: textOf(raw['wilayah']),
    place: textOf(raw['patokan']),
    video: textOf(raw['video']),
    level,
    name: textOf(raw['nama']),
    phone: textOf(raw['hp']),
    email: textOf(raw['email']),
    share: raw['bagikan'] === 'ya',
    photos: listOf(raw['foto']).map(String),
    voice: listOf(raw['suara']).map(String),
  };
}
