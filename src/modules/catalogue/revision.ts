// What a public page of this module depends on besides its address: what is published, and the organisation behind it.
import type { Context } from '../../platform/context.ts';
import { currentRevision } from '../organisation/index.ts';
import { freshRevision } from './snapshot.ts';

export async function pageRevision(ctx: Context): Promise<string> {
  const [published, organisation] = await Promise.all([freshRevision(ctx), currentRevision(ctx)]);
  return `${published}/${organisation}`;
}
