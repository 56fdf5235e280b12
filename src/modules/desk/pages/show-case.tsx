// One case on one page; every route that ends on it comes through here.

import { groupCaseNumber } from '../../../lib/case-number.ts';
import type { AppError } from '../../../lib/errors.ts';
import { say } from '../../../lib/locale.ts';
import type { Context } from '../../../platform/context.ts';
import { html, type Incoming, type Reply } from '../../../platform/http/define.ts';
import { newId } from '../../../platform/ids.ts';
import type { DueChipProps, ErrorLine } from '../../../ui/index.ts';
import {
  decisionNote,
  type OpenedCase,
  openForOfficer,
  type Promised,
  promiseOf,
  waitsForText,
} from '../../cases/index.ts';
import { VisitHistory, visitsOf } from '../../crew/index.ts';
import { DossierBox, dossierOf } from '../../dossier/index.ts';
import { type FlashCode, messagesFor } from '../messages.ts';
import { stepFormId, stepPrefix } from '../names.ts';
import { areaGroups } from '../service/areas.ts';
import { envOf, momentOf } from '../service/env.ts';
import { factsOf } from '../service/facts.ts';
import { standingOf } from '../service/standing.ts';
import { deskOf, stepName } from '../service/steps.ts';
import { storyOf } from '../service/story.ts';
import type { TypedStep } from '../views/actions-view.tsx';
import { CaseView, type CaseViewProps, type RefusedStep } from '../views/case-view.tsx';

export interface Showing {
  readonly number: string;
  readonly status?: number;
  readonly subject?: string; // what is read besides the page: 'field:nik'
  readonly why?: string | undefined; // of a reading that needs a reason
  readonly revealed?: string;
  readonly flash?: FlashCode | undefined;
  readonly errors?: readonly ErrorLine[];
  readonly refused?: RefusedStep;
  readonly typed?: TypedStep;
  readonly requestId?: string; // of the refused attempt: sending it again is the same request
  readonly note?: { readonly text: string; readonly error: string }; // a note that was refused
  readonly message?: { readonly text: string; readonly error: string };
}

function dueOf(ctx: Context, promise: Promised | undefined, closed: boolean): DueChipProps | undefined {
  if (!promise || closed) return undefined;
  const words = messagesFor(ctx.locale).case;
  if (promise.paused) return { kind: 'paused', text: words.paused };
  if (promise.dueAt === null) return { kind: 'paused', text: words.noDue };
  const until = (promise.answer ? words.answerDue : words.due)(momentOf(ctx, promise.dueAt));
  return { kind: promise.breached ? 'late' : 'fine', text: promise.remaining, until };
}

/** Whose turn it is and until when: the office's promise, or while that stands still the applicant's time limit. */
async function turnOf(ctx: Context, opened: OpenedCase, promise: Promised | undefined): Promise<string[]> {
  const { target, definition } = opened;
  const { state } = target;
  if (state.closedAt !== undefined) return [decisionNote(state, ctx.locale) ?? ''].filter(Boolean);
  const words = messagesFor(ctx.locale);
  if (state.waitsFor === 'applicant') {
    const lapse = state.lapseAt ? [words.case.lapses(momentOf(ctx, state.lapseAt))] : [];
    return [words.case.waits(words.inbox.waits), ...lapse];
  }
  const said = promise?.answer ? words.case.answerDue : words.case.due;
  const due = promise?.dueAt ? [said(momentOf(ctx, promise.dueAt))] : [];
  return [words.case.waits(await waitsForText(ctx, definition, state)), ...due];
}

/** The applicant said that somebody else applied without consent: before anything else. */
function disownedNote(ctx: Context, state: OpenedCase['target']['state']): string[] {
  return state.disownedAt === undefined ? [] : [messagesFor(ctx.locale).case.disowned];
}

async function headerOf(ctx: Context, opened: OpenedCase, promise: Promised | undefined) {
  const { target, definition } = opened;
  return {
    number: target.number,
    title: say(definition.title, ctx.locale),
    applicant: target.applicantShort,
    status: target.state.status,
    due: dueOf(ctx, promise, target.state.closedAt !== undefined),
    note: [...disownedNote(ctx, target.state), ...(await turnOf(ctx, opened, promise))].join('. '),
  };
}

function letterOf({ target, definition }: OpenedCase): CaseViewProps['actions']['letter'] {
  const { state, number } = target;
  const base = `/petugas/berkas/${number}`;
  if (!definition.letter) return { pending: false };
  if (state.letter) return { signedHref: `${base}/surat.pdf`, pending: false };
  if (state.closedAt !== undefined) return { pending: state.status === 'done' };
  return { draftHref: `${base}/konsep.pdf`, pending: false };
}

function correctionOf({ allowed }: OpenedCase, typed: TypedStep | undefined) {
  const step = allowed.find((candidate) => candidate.kind === 'correct');
  if (!step) return undefined;
  const name = stepName(step);
  const picked = typed?.name === name ? typed.raw.documents : undefined;
  return {
    form: stepFormId(name),
    name: `${stepPrefix(name)}documents`,
    picked: Array.isArray(picked) ? picked.map(String) : typeof picked === 'string' ? [picked] : [],
  };
}

/** Opens the case (and records it), draws all of it. @throws not_found, forbidden. */
export async function showCase(
  ctx: Context,
  { frame, sentence }: Pick<Incoming, 'frame'> & { sentence: (error: AppError) => string },
  showing: Showing,
): Promise<Reply> {
  const opened = await openForOfficer(ctx, showing.number, showing.subject, showing.why);
  const { target, definition } = opened;
  const { number, version, state } = target;
  const env = await envOf(ctx);
  const promise = await promiseOf(ctx, definition, state);
  const [facts, story, desk] = await Promise.all([
    factsOf(ctx, opened, env),
    storyOf(ctx, opened, env),
    deskOf(ctx, opened, sentence),
  ]);
  const { typed } = showing;
  const requestId = showing.requestId ?? newId();
  const shared = { frame, number };
  const flash = showing.flash && messagesFor(ctx.locale).flash[showing.flash](groupCaseNumber(number));
  const view = (
    <CaseView
      frame={frame}
      header={await headerOf(ctx, opened, promise)}
      clock={promise?.derivation ?? []}
      standing={{ ...shared, ...(await standingOf(ctx, opened)), requestId: newId(), refused: showing.note }}
      flash={flash}
      errors={showing.errors ?? []}
      refused={showing.refused}
      facts={{
        ...shared,
        facts,
        requestId: newId(),
        closed: state.closedAt !== undefined,
        revealed: showing.revealed,
        correction: correctionOf(opened, typed),
      }}
      dossier={<DossierBox frame={frame} dossier={await dossierOf(ctx, target)} back="berkas" />}
      visits={<VisitHistory history={await visitsOf(ctx, number)} frame={frame} />}
      story={{ ...shared, story, requestId: newId(), message: showing.message }}
      actions={{
        ...shared,
        version,
        requestId,
        desk,
        areas: await areaGroups(ctx),
        typed,
        lastNote: story.lastNote,
        letter: letterOf(opened),
        waitsForApplicant: state.waitsFor === 'applicant',
        closed: state.closedAt !== undefined,
      }}
    />
  );
  return html(view, showing.status ?? 200);
}
