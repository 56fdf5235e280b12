// Which kelurahan a report is about when only a point came: a program, a chat or a phone without the sketch sends no more.
import { isRecord } from '../../../definition/fields/types.ts';
import type { Context } from '../../../platform/context.ts';
import { placeOfPoint } from '../../organisation/index.ts';
import type { Point } from '../types.ts';

/** The likeliest one, near a border too: whoever sorts the report sees that it is near one. A point outside of the city has none. */
async function likeliestArea(ctx: Context, point: Point): Promise<string | undefined> {
  const placed = await placeOfPoint(ctx, point);
  return placed === undefined || placed.kind === 'outside' ? undefined : placed.code;
}

/** What the reporter chose stands; without a choice the point decides. */
export async function withArea(ctx: Context, answers: unknown): Promise<unknown> {
  if (!isRecord(answers)) return answers;
  const point = pointIn(answers['lokasi']);
  const given = answers['wilayah'];
  if (!point || (given !== undefined && given !== '')) return answers;
  const area = await likeliestArea(ctx, point);
  return area === undefined ? answers : { ...answers, wilayah: area };
}

function pointIn(value: unknown): Point | undefined {
  if (!isRecord(value)) return undefined;
  const { lat, lng } = value;
  return typeof lat === 'number' && typeof lng === 'number' ? { lat, long: lng } : undefined;
}

export async function isOutside(ctx: Context, point: Point | undefined): Promise<boolean> {
  return point !== undefined && (await placeOfPoint(ctx, point))?.kind === 'outside';
}
