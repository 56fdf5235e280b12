// The blank form on paper, for officers and for everybody.
import { z } from 'zod';
import { say } from '../../../lib/locale.ts';
import type { Context } from '../../../platform/context.ts';
import { definePage, html, type Incoming, type Reply, type Route } from '../../../platform/http/define.ts';
import { envOf } from '../../applications/index.ts';
import { currentCatalogue } from '../../catalogue/index.ts';
import { askedOf } from '../counter/questions.ts';
import { versionFor } from '../counter/version.ts';
import { PaperList } from './list-view.tsx';
import { BlankForm } from './view.tsx';

const Slug = z.object({ slug: z.string().max(80) });

async function show(ctx: Context, { frame }: Pick<Incoming, 'frame'>, slug: string): Promise<Reply> {
  const version = await versionFor(ctx, slug, undefined);
  const { definition, id } = version;
  const view = (
    <BlankForm
      frame={frame}
      service={say(definition.title, ctx.locale)}
      slug={slug}
      version={id}
      asked={askedOf(definition, await envOf(ctx))}
      declarations={definition.declare.map((text) => say(text, ctx.locale))}
      entryUrl={`${ctx.config.publicUrl}/kerja/loket/${slug}?cara=kertas&versi=${id}`}
      backHref={ctx.actor.kind === 'officer' ? '/kerja/kertas' : `/layanan/${slug}`}
      free={definition.standard.fee.amount === 0}
    />
  );
  return html(view);
}

const list = definePage({
  method: 'GET',
  url: '/kerja/kertas',
  access: { kind: 'officer' },
  handle: async (ctx, { frame }) => {
    const { services } = await currentCatalogue(ctx);
    const rows = services
      .map(({ slug, version }) => ({ slug, title: say(version.definition.title, ctx.locale) }))
      .sort((a, b) => a.title.localeCompare(b.title, ctx.locale));
    return html(<PaperList frame={frame} services={rows} />);
  },
});

const forOfficers = definePage({
  method: 'GET',
  url: '/kerja/kertas/:slug',
  access: { kind: 'officer' },
  params: Slug,
  handle: (ctx, incoming) => show(ctx, incoming, incoming.params.slug),
});

const forEverybody = definePage({
  method: 'GET',
  url: '/layanan/:slug/formulir',
  access: { kind: 'public' },
  params: Slug,
  handle: (ctx, incoming) => show(ctx, incoming, incoming.params.slug),
});

export const paperRoutes: readonly Route[] = [list, forOfficers, forEverybody];
