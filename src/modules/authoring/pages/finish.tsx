// Test cases, differences, and publishing with four eyes.
import { z } from 'zod';
import { isLocalDate, startOfLocalDay } from '../../../lib/dates/local-date.ts';
import { AppError } from '../../../lib/errors.ts';
import { say } from '../../../lib/locale.ts';
import type { Context } from '../../../platform/context.ts';
import { definePage, html, type Incoming, type Reply, type Route, redirect } from '../../../platform/http/define.ts';
import { getVersion } from '../../catalogue/index.ts';
import { canApprove, canAuthor } from '../access.ts';
import { type FlashCode, messagesFor } from '../messages.ts';
import { approveDraft, askApproval, returnDraft, takeBack } from '../service/approval.ts';
import { checkText } from '../service/check.ts';
import { draftDifferences, versionDifferences } from '../service/differences.ts';
import { discardDraft, getDraft, saveText } from '../service/drafts.ts';
import { runDraftExamples } from '../service/examples.ts';
import { namesOf } from '../service/listing.ts';
import type { Draft } from '../types.ts';
import { DraftDiffView, VersionDiffView } from '../views/diff-view.tsx';
import { ExamplesView } from '../views/examples-view.tsx';
import { FinishView } from '../views/finish-view.tsx';
import { baseOf, draftBase } from '../views/shell.tsx';
import { findingsFor, RowVersion, reading, showConflict, titleOf, url, withDraft, writing } from './draft.tsx';
import { Flashed, leadsTo, Slug } from './service.tsx';

const nothingRun = { outcomes: [], problems: [] };

async function runFor(ctx: Context, draft: Pick<Draft, 'service' | 'text' | 'examples'>) {
  const { definition } = checkText(ctx, draft.service, draft.text);
  return definition ? runDraftExamples(ctx, definition, draft.examples) : nothingRun;
}

interface ShownExamples {
  readonly text?: string;
  readonly flash?: FlashCode | undefined;
  readonly error?: string;
}
async function showExamples(ctx: Context, { frame }: Pick<Incoming, 'frame'>, draft: Draft, shown: ShownExamples) {
  const examples = shown.text ?? draft.examples;
  const view = (
    <ExamplesView
      frame={frame}
      slug={draft.service}
      title={await titleOf(ctx, draft)}
      rowVersion={draft.rowVersion}
      text={examples}
      {...(await runFor(ctx, { ...draft, examples }))}
      flash={shown.flash}
      error={shown.error}
    />
  );
  return html(view, shown.error === undefined ? 200 : 409);
}

const examples = definePage({
  method: 'GET',
  url: url('uji'),
  access: reading,
  params: Slug,
  query: Flashed,
  handle: (ctx, incoming) =>
    withDraft(ctx, incoming.params.slug, (draft) =>
      showExamples(ctx, incoming, draft, { flash: incoming.query.kabar }),
    ),
});

const saveExamples = definePage({
  method: 'POST',
  url: url('uji'),
  access: writing,
  params: Slug,
  body: z.object({ rowVersion: RowVersion, examples: z.string().default('') }),
  handle: async (ctx, incoming) => {
    const { slug } = incoming.params;
    const { rowVersion, examples: text } = incoming.body;
    try {
      await saveText(ctx, { service: slug, rowVersion, examples: text });
      return redirect(`${draftBase(slug)}/uji?kabar=simpan`);
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      if (error.code === 'authoring.changed_meanwhile')
        return showConflict(ctx, incoming, slug, { field: 'examples', mine: text, rowVersion });
      if (error.kind !== 'conflict' && error.kind !== 'too_large') throw error;
      return showExamples(ctx, incoming, await getDraft(ctx, slug), { text, error: incoming.sentence(error) });
    }
  },
});

const diff = definePage({
  method: 'GET',
  url: url('beda'),
  access: reading,
  params: Slug,
  handle: (ctx, { frame, params }) =>
    withDraft(ctx, params.slug, async (draft) => {
      const title = await titleOf(ctx, draft);
      const differences = await draftDifferences(ctx, draft);
      return html(<DraftDiffView frame={frame} slug={draft.service} title={title} differences={differences} />);
    }),
});

const compare = definePage({
  method: 'GET',
  url: '/petugas/layanan/:slug/bandingkan',
  access: reading,
  params: Slug,
  query: z.object({ dari: z.uuid(), ke: z.uuid() }),
  handle: async (ctx, { frame, params, query }) => {
    const [from, to] = [await getVersion(ctx, query.dari), await getVersion(ctx, query.ke)];
    if (from.service !== params.slug || to.service !== params.slug)
      throw new AppError('not_found', 'catalogue.version_not_found');
    return html(
      <VersionDiffView
        frame={frame}
        slug={params.slug}
        title={say(to.definition.title, ctx.locale)}
        from={from.version}
        to={to.version}
        differences={await versionDifferences(ctx, from, to)}
      />,
    );
  },
});

interface ShownFinish {
  readonly flash?: FlashCode | undefined;
  readonly error?: string;
  readonly typed?: string;
  readonly status?: number;
}
async function showFinish(
  ctx: Context,
  { frame }: Pick<Incoming, 'frame'>,
  draft: Draft,
  shown: ShownFinish,
): Promise<Reply> {
  const t = messagesFor(ctx.locale).finish;
  const run = await runFor(ctx, draft);
  const found = await findingsFor(ctx, draft);
  const errors = found.findings.filter(({ kind }) => kind === 'error').length;
  const failing = run.problems.length + run.outcomes.filter(({ passed }) => !passed).length;
  const { actor } = ctx;
  const view = (
    <FinishView
      frame={frame}
      slug={draft.service}
      title={await titleOf(ctx, draft)}
      rowVersion={draft.rowVersion}
      waiting={draft.state === 'waiting'}
      mayWrite={canAuthor(actor)}
      mayApprove={canApprove(actor, draft)}
      ownDraft={actor.kind === 'officer' && actor.permissions.includes('publish')}
      note={draft.note}
      noteBy={(await namesOf(ctx, [draft.changedBy])).get(draft.changedBy) ?? ''}
      blocked={[
        ...(errors > 0 ? [t.blockedFindings(errors)] : []),
        ...(failing > 0 ? [t.blockedExamples(failing)] : []),
      ]}
      differences={await draftDifferences(ctx, draft)}
      {...found}
      outcomes={run.outcomes}
      {...shown}
      flash={shown.flash}
    />
  );
  return html(view, shown.status ?? 200);
}

const finish = definePage({
  method: 'GET',
  url: url('terbit'),
  access: reading,
  params: Slug,
  query: Flashed,
  handle: (ctx, incoming) =>
    withDraft(ctx, incoming.params.slug, (draft) => showFinish(ctx, incoming, draft, { flash: incoming.query.kabar })),
});

const Body = z.object({
  rowVersion: RowVersion,
  note: z.string().max(4000).default(''),
  reason: z.string().max(4000).default(''),
  plan: z.string().default(''),
  date: z.string().max(20).default(''),
  time: z.string().max(10).default(''),
});
type Body = z.infer<typeof Body>;
type Step = { service: string; rowVersion: number };

interface Doing {
  readonly path: string;
  readonly permission: 'author' | 'publish';
  readonly run: (ctx: Context, step: Step, body: Body) => Promise<{ kabar: FlashCode; to: 'terbit' | 'service' }>;
}

const statuses: Readonly<Partial<Record<AppError['kind'], number>>> = { invalid: 422, forbidden: 403 };

function does({ path, permission, run }: Doing): Route[] {
  const access = { kind: 'officer', permission } as const;
  const post = definePage({
    method: 'POST',
    url: url(path),
    access,
    params: Slug,
    body: Body,
    handle: async (ctx, incoming) => {
      const { slug } = incoming.params;
      const { body } = incoming;
      try {
        const { kabar, to } = await run(ctx, { service: slug, rowVersion: body.rowVersion }, body);
        return redirect(`${to === 'service' ? baseOf(slug) : `${draftBase(slug)}/terbit`}?kabar=${kabar}`);
      } catch (error) {
        if (!(error instanceof AppError) || error.kind === 'not_found') throw error;
        const typed = body.note || body.reason;
        const shown = { error: incoming.sentence(error), typed, status: statuses[error.kind] ?? 409 };
        return withDraft(ctx, slug, (draft) => showFinish(ctx, incoming, draft, shown));
      }
    },
  });
  return [post, leadsTo(url(path), access, (slug) => `${draftBase(slug)}/terbit`)];
}

/** "2026-12-01" and "08.00" in the region's zone. @throws invalid. */
function instantOf(ctx: Context, { date, time }: Body): Date {
  const clock = /^([01]?\d|2[0-3])[.:]([0-5]\d)$/.exec(time.trim());
  const day = date.trim();
  if (!clock || !isLocalDate(day)) throw new AppError('invalid', 'authoring.time_shape');
  const minutes = Number(clock[1]) * 60 + Number(clock[2]);
  return new Date(startOfLocalDay(day, ctx.region.timezone).getTime() + minutes * 60_000);
}

const doings: readonly Doing[] = [
  {
    path: 'minta',
    permission: 'author',
    run: async (ctx, step, { note }) => {
      await askApproval(ctx, { ...step, note });
      return { kabar: 'minta', to: 'terbit' };
    },
  },
  {
    path: 'tarik',
    permission: 'author',
    run: async (ctx, step) => {
      await takeBack(ctx, step);
      return { kabar: 'tarik', to: 'terbit' };
    },
  },
  {
    path: 'buang',
    permission: 'author',
    run: async (ctx, step) => {
      await discardDraft(ctx, step);
      return { kabar: 'buang', to: 'service' };
    },
  },
  {
    path: 'setujui',
    permission: 'publish',
    run: async (ctx, step, body) => {
      const effectiveAt = body.plan === '' ? undefined : instantOf(ctx, body);
      await approveDraft(ctx, { ...step, effectiveAt });
      return { kabar: effectiveAt ? 'jadwal' : 'terbit', to: 'service' };
    },
  },
  {
    path: 'kembalikan',
    permission: 'publish',
    run: async (ctx, step, { reason }) => {
      await returnDraft(ctx, { ...step, reason });
      return { kabar: 'kembali', to: 'service' };
    },
  },
];

export const finishRoutes: readonly Route[] = [examples, saveExamples, diff, compare, finish, ...doings.flatMap(does)];
