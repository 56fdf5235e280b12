import { z } from 'zod';
import { formatDateTime } from '../../../lib/dates/format.ts';
import { say } from '../../../lib/locale.ts';
import type { Context } from '../../../platform/context.ts';
import { definePage, html, type Reply, type Route, redirect } from '../../../platform/http/define.ts';
import type { PageFrame } from '../../../ui/index.ts';
import { findReceipt, promiseOf } from '../../cases/index.ts';
import { currentVersion } from '../../catalogue/index.ts';
import { readCompanion } from '../service/companion.ts';
import { draftMisses, openDraft, startDraft } from '../service/drafts.ts';
import { CompanionView, type CompanionViewProps, HelperView } from '../views/companion-view.tsx';
import { keyOf } from './send.tsx';

const Slug = z.object({ slug: z.string().max(80) });
const Token = z.object({ token: z.string().max(64) });

async function companionPage(
  ctx: Context,
  frame: PageFrame,
  given: Pick<CompanionViewProps, 'slug' | 'typed' | 'errors'>,
): Promise<Reply> {
  const { definition } = await currentVersion(ctx, given.slug);
  const view = <CompanionView frame={frame} service={say(definition.title, ctx.locale)} {...given} />;
  return html(view, given.errors.length > 0 ? 422 : 200);
}

const show = definePage({
  method: 'GET',
  url: '/layanan/:slug/bantu',
  access: { kind: 'public' },
  params: Slug,
  handle: async (ctx, { frame, params }) => {
    const typed = ctx.actor.kind === 'officer' ? { nama_pendamping: ctx.actor.name } : {};
    return companionPage(ctx, frame, { slug: params.slug, typed, errors: [] });
  },
});

const start = definePage({
  method: 'POST',
  url: '/layanan/:slug/bantu',
  access: { kind: 'public' },
  params: Slug,
  body: z.record(z.string(), z.unknown()),
  rateLimit: { name: 'start', max: 120, perSeconds: 60 },
  handle: async (ctx, { frame, params, body }) => {
    const { companion, errors } = await readCompanion(ctx, body);
    if (!companion) return companionPage(ctx, frame, { slug: params.slug, typed: body, errors });
    return redirect(`/permohonan/${await startDraft(ctx, params.slug, companion)}`);
  },
});

const handOverMs = 24 * 3_600_000;

/** What the helper may see afterwards: where it stands. The applicant's own link is shown for a day, to be handed over. */
const helper = definePage({
  method: 'GET',
  url: '/permohonan/:token/pendamping',
  access: { kind: 'token' },
  missLimit: draftMisses,
  params: Token,
  handle: async (ctx, { frame, params }) => {
    const open = await openDraft(ctx, params.token);
    const receipt = await findReceipt(ctx, keyOf(open));
    if (!receipt || open.draft.sentAt === null) return redirect(`/permohonan/${open.token}`);
    const { target, trackingCode } = receipt;
    const { definition } = open.version;
    const promise = await promiseOf(ctx, definition, target.state);
    const fresh = ctx.clock.now().getTime() - open.draft.sentAt.getTime() < handOverMs;
    return html(
      <HelperView
        frame={frame}
        service={say(definition.title, ctx.locale)}
        number={target.number}
        status={target.state.status}
        due={
          promise?.dueAt
            ? formatDateTime(promise.dueAt, { timezone: ctx.region.timezone, locale: ctx.locale })
            : undefined
        }
        answer={promise?.answer === true}
        link={fresh ? `${ctx.config.publicUrl}/lacak/${trackingCode}` : undefined}
      />,
    );
  },
});

export const companionRoutes: readonly Route[] = [show, start, helper];
