// How imported reports stand, in SP4N's words, with what the reporter was told. Only what changed since it was told last.
import { createHash } from 'node:crypto';
import { say } from '../../../lib/locale.ts';
import type { Context } from '../../../platform/context.ts';
import { trackCase, trackingCodeOf } from '../../cases/index.ts';
import { getUnit } from '../../organisation/index.ts';
import { listLinks, noteTold, type Sp4nLink } from '../store/sp4n.ts';
import type { Sp4nAnswer } from './lines.ts';
import { classNames, sp4nStatusOf } from './mapping.ts';

const page = 200;
/** What an answer in the history may be: steps and messages, not who looked. */
const told: ReadonlySet<string> = new Set(['acted', 'message']);

export interface Telling {
  readonly answer: Sp4nAnswer;
  readonly hash: string;
}

/** @param options.all what was told before as well */
export async function tellingsOf(ctx: Context, options: { readonly all: boolean }): Promise<Telling[]> {
  const found: Telling[] = [];
  let after = '';
  for (;;) {
    const links = await listLinks(ctx.db, after, page);
    for (const link of links) {
      const answer = await answerOf(ctx, link);
      const hash = createHash('sha256').update(JSON.stringify(answer)).digest('hex');
      if (options.all || hash !== link.toldHash) found.push({ answer, hash });
    }
    const last = links.at(-1);
    if (!last || links.length < page) return found;
    after = last.trackingId;
  }
}

async function answerOf(ctx: Context, link: Sp4nLink): Promise<Sp4nAnswer> {
  const reader: Context = { ...ctx, actor: { kind: 'applicant' }, locale: 'id' };
  const { target, timeline } = await trackCase(reader, trackingCodeOf(ctx.secrets, link.caseId));
  const { state } = target;
  const limits = state.clocks.flatMap(({ rule, dueAt }) =>
    dueAt ? [[rule.id, new Date(dueAt).toISOString()] as const] : [],
  );
  return {
    ...{ tracking_id: link.trackingId, nomor_daerah: link.number, klasifikasi: classNames[link.class] },
    status: sp4nStatusOf(state.state, Object.hasOwn(state.records, 'tanggapi')),
    instansi: say((await getUnit(ctx, state.unitId)).label, 'id'),
    batas: Object.fromEntries(limits),
    tindak_lanjut: timeline
      .filter(({ kind }) => told.has(kind))
      .map(({ at, by, text, detail }) => ({ tanggal: at, oleh: by, isi: [text, detail].filter(Boolean).join(': ') }))
      .sort((a, b) => a.tanggal.localeCompare(b.tanggal)),
  };
}

export async function rememberTold(ctx: Context, tellings: readonly Telling[]): Promise<void> {
  for (const { answer, hash } of tellings)
    await noteTold(ctx.db, answer.tracking_id, { toldHash: hash, toldAt: ctx.clock.now() });
}
