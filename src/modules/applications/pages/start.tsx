// Before the first question: what to have ready, and that no account is needed.
import { z } from 'zod';
import { requirementsOf } from '../../../definition/interview/documents.ts';
import type { ServiceDefinition } from '../../../definition/schema.ts';
import { say } from '../../../lib/locale.ts';
import { definePage, html, type Route, redirect } from '../../../platform/http/define.ts';
import { closingForIntake, currentVersion, durationText, feeTextOf, refuseChannel } from '../../catalogue/index.ts';
import { startDraft } from '../service/drafts.ts';
import { envOf } from '../service/env.ts';
import { StartView } from '../views/small-views.tsx';

const Slug = z.object({ slug: z.string().max(80) });

/** A question takes a person about 15 seconds, a photo about a minute; rounded up to whole minutes. */
export function estimatedMinutes(definition: ServiceDefinition): number {
  const questions = definition.form.flatMap((page) => page.fields).filter((field) => field.when === undefined).length;
  const photos = definition.documents.filter(
    (document) => document.kind === 'file' && document.when === undefined,
  ).length;
  return Math.max(1, Math.ceil((questions * 15 + photos * 60) / 60));
}

function asSentence(text: string | undefined): string {
  const said = (text ?? '').trim();
  return said.charAt(0).toUpperCase() + said.slice(1) + (/[.!?]$/.test(said) ? '' : '.');
}

const show = definePage({
  method: 'GET',
  url: '/layanan/:slug/mulai',
  access: { kind: 'public' },
  params: Slug,
  handle: async (ctx, { frame, params }) => {
    // The page of the service says why it is closed and what can be done.
    if (await closingForIntake(ctx, params.slug)) return redirect(`/layanan/${params.slug}`);
    const { definition } = await currentVersion(ctx, params.slug);
    refuseChannel(ctx, definition, 'web');
    const requirements = requirementsOf(definition, await envOf(ctx)).map(({ label, note, why, condition }) => ({
      label,
      note: [condition, note ?? why].filter(Boolean).map(asSentence).join(' ') || undefined,
    }));
    const service = say(definition.title, ctx.locale);
    return html(
      <StartView
        frame={frame}
        slug={params.slug}
        service={service}
        requirements={requirements}
        minutes={estimatedMinutes(definition)}
        promise={durationText(definition.standard.promise, ctx.locale)}
        fee={feeTextOf(definition, ctx.locale)}
      />,
    );
  },
});

const start = definePage({
  method: 'POST',
  url: '/layanan/:slug/mulai',
  access: { kind: 'public' },
  params: Slug,
  rateLimit: { name: 'start', max: 120, perSeconds: 60 },
  handle: async (ctx, { params }) => {
    if (await closingForIntake(ctx, params.slug)) return redirect(`/layanan/${params.slug}`);
    refuseChannel(ctx, (await currentVersion(ctx, params.slug)).definition, 'web');
    return redirect(`/permohonan/${await startDraft(ctx, params.slug)}`);
  },
});

export const startRoutes: readonly Route[] = [show, start];
