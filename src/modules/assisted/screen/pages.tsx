// The second screen: opened on the second monitor by the browser of the signed-in officer, so the session pairs the two.
import { z } from 'zod';
import { parseAnswers } from '../../../definition/interview/parse-answers.ts';
import { formatTime } from '../../../lib/dates/format.ts';
import { definePage, html, json, type Route, redirect } from '../../../platform/http/define.ts';
import { envOf } from '../../applications/index.ts';
import { getVersion } from '../../catalogue/index.ts';
import { counterOfficer, findOwnEntry, openEntry, signalOf } from '../counter/entries.ts';
import { digestOf, isConfirmed } from '../counter/send.ts';
import { messagesFor } from '../messages.ts';
import { saveConfirmed } from '../store.ts';
import { screenOf } from './state.ts';
import { ScreenView } from './view.tsx';

const show = definePage({
  method: 'GET',
  url: '/kerja/loket/layar',
  access: { kind: 'officer' },
  handle: async (ctx, { frame }) =>
    html(<ScreenView frame={frame} screen={await screenOf(ctx, counterOfficer(ctx))} />),
});

/** The citizen's answer counts only for what the screen showed: if the officer changed something meanwhile, it is asked again. */
const answer = definePage({
  method: 'POST',
  url: '/kerja/loket/layar',
  access: { kind: 'officer' },
  body: z.object({ isian: z.uuid(), tentang: z.string().max(60), jawab: z.enum(['right', 'wrong']) }),
  handle: async (ctx, { body }) => {
    const officer = counterOfficer(ctx);
    const entry = await openEntry(ctx, body.isian);
    const { definition } = await getVersion(ctx, entry.versionId);
    const { answers } = parseAnswers(definition, entry.answers, await envOf(ctx));
    if (digestOf(answers) === body.tentang) {
      const confirmed = { verdict: body.jawab, of: body.tentang, at: ctx.clock.now().toISOString() };
      await saveConfirmed(ctx.db, entry.id, confirmed);
      await ctx.signals.notify(ctx.db, signalOf(officer.id));
    }
    return redirect('/kerja/loket/layar');
  },
});

/** Nudges for both pages of a counter: something has changed, look again. */
const nudges = definePage({
  method: 'GET',
  url: '/kerja/loket/kabar',
  access: { kind: 'officer' },
  handle: async (ctx) => {
    const name = signalOf(counterOfficer(ctx).id);
    return { kind: 'events', open: (stream) => ctx.signals.listen(name, () => stream.send('berubah')) };
  },
});

/** What the citizen said about the answers as they are now; the officer's page asks after each nudge. */
const said = definePage({
  method: 'GET',
  url: '/kerja/loket/jawaban/:id',
  access: { kind: 'officer' },
  params: z.object({ id: z.uuid() }),
  handle: async (ctx, { params }) => {
    const entry = await findOwnEntry(ctx, params.id);
    const words = messagesFor(ctx.locale).counter;
    if (!entry?.confirmed) return json({ text: entry && !entry.sentAt ? words.citizenWaits : '' });
    const { definition } = await getVersion(ctx, entry.versionId);
    const { answers } = parseAnswers(definition, entry.answers, await envOf(ctx));
    const at = formatTime(new Date(entry.confirmed.at), { timezone: ctx.region.timezone, locale: ctx.locale });
    if (entry.confirmed.of !== digestOf(answers)) return json({ text: words.citizenWaits });
    return json({ text: isConfirmed(entry.confirmed, answers) ? words.citizenRight(at) : words.citizenWrong(at) });
  },
});

const session = definePage({
  method: 'GET',
  url: '/kerja/loket/sesi',
  access: { kind: 'officer' },
  handle: async () => json({ signedIn: true }),
});

export const screenRoutes: readonly Route[] = [show, answer, nudges, said, session];
