// From the tracking page to another service, with what is known already. The tracking code is the proof.
import { z } from 'zod';
import { canCarry } from '../../../definition/registers/carry.ts';
import { say } from '../../../lib/locale.ts';
import type { Context } from '../../../platform/context.ts';
import { definePage, html, type Incoming, type Reply, type Route, redirect } from '../../../platform/http/define.ts';
import { type TrackedCase, trackCase, trackingMisses } from '../../cases/index.ts';
import { closingForIntake, currentCatalogue } from '../../catalogue/index.ts';
import { startFilledDraft } from '../service/prefill.ts';
import { AgainView } from '../views/again-view.tsx';

const Code = z.object({ code: z.string().max(64) });

const carries = ({ definition, target }: TrackedCase): boolean =>
  canCarry({ definition, answers: target.state.answers });

/** Services that take applications now, by name. */
async function openServices(ctx: Context): Promise<{ value: string; label: string }[]> {
  const { services } = await currentCatalogue(ctx);
  return services
    .filter(({ closing }) => closing === undefined)
    .map(({ slug, version }) => ({ value: slug, label: say(version.definition.title, ctx.locale) }))
    .sort((one, other) => one.label.localeCompare(other.label, ctx.locale));
}

async function choose(
  ctx: Context,
  { frame }: Pick<Incoming, 'frame'>,
  given: { readonly code: string; readonly tracked: TrackedCase; readonly missing: boolean },
): Promise<Reply> {
  const { code, tracked, missing } = given;
  const view = (
    <AgainView
      frame={frame}
      code={code}
      number={tracked.target.number}
      services={await openServices(ctx)}
      missing={missing}
    />
  );
  return html(view, missing ? 422 : 200);
}

const show = definePage({
  method: 'GET',
  url: '/lacak/:code/ajukan-lagi',
  missLimit: trackingMisses,
  access: { kind: 'token' },
  params: Code,
  handle: async (ctx, { frame, params }) => {
    const tracked = await trackCase(ctx, params.code);
    if (!carries(tracked)) return redirect(`/lacak/${params.code}`);
    return choose(ctx, { frame }, { code: params.code, tracked, missing: false });
  },
});

const start = definePage({
  method: 'POST',
  url: '/lacak/:code/ajukan-lagi',
  missLimit: trackingMisses,
  access: { kind: 'token' },
  params: Code,
  body: z.object({ layanan: z.string().max(80).default('') }),
  rateLimit: { name: 'start', max: 120, perSeconds: 60 },
  handle: async (ctx, { frame, params, body }) => {
    const { code } = params;
    const tracked = await trackCase(ctx, code);
    const { bySlug } = await currentCatalogue(ctx);
    if (!bySlug.has(body.layanan)) return choose(ctx, { frame }, { code, tracked, missing: true });
    // The page of the service says why it is closed and what can be done.
    if (await closingForIntake(ctx, body.layanan)) return redirect(`/layanan/${body.layanan}`);
    return redirect(`/permohonan/${await startFilledDraft(ctx, body.layanan, tracked)}`);
  },
});

export const againRoutes: readonly Route[] = [show, start];
