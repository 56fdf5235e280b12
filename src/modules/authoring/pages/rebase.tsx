// Moving open cases to the version in force: first what would happen, then with a reason.
import { z } from 'zod';
import { AppError } from '../../../lib/errors.ts';
import { say } from '../../../lib/locale.ts';
import type { Context } from '../../../platform/context.ts';
import { definePage, html, type Incoming, type Reply, type Route, redirect } from '../../../platform/http/define.ts';
import { type RebaseOutcome, rebaseCases } from '../../cases/index.ts';
import { currentVersion, getHistory, getVersion, type ServiceVersion } from '../../catalogue/index.ts';
import { versionDifferences } from '../service/differences.ts';
import { RebaseView } from '../views/rebase-view.tsx';
import { baseOf } from '../views/shell.tsx';
import { Slug } from './service.tsx';

const access = { kind: 'officer', permission: 'publish' } as const;
const url = '/petugas/layanan/:slug/pindah';

async function showRebase(
  ctx: Context,
  { frame }: Pick<Incoming, 'frame'>,
  shown: { slug: string; error?: string },
): Promise<Reply> {
  const to = await currentVersion(ctx, shown.slug);
  const given = { service: shown.slug, versionId: to.id, reason: '', dryRun: true };
  const outcomes = await rebaseCases(ctx, given);
  const view = (
    <RebaseView
      frame={frame}
      slug={shown.slug}
      title={say(to.definition.title, ctx.locale)}
      versionId={to.id}
      outcomes={outcomes}
      differences={await differencesFor(ctx, to, outcomes)}
      error={shown.error}
    />
  );
  return html(view, shown.error === undefined ? 200 : 422);
}

async function differencesFor(ctx: Context, to: ServiceVersion, outcomes: readonly RebaseOutcome[]) {
  const { versions } = await getHistory(ctx, to.service);
  const older = versions.filter((one) => outcomes.some(({ fromVersion }) => fromVersion === one.version));
  const all = [];
  for (const { id, version } of older) {
    const differences = await versionDifferences(ctx, await getVersion(ctx, id), to);
    all.push({ from: version, to: to.version, differences });
  }
  return all;
}

const show = definePage({
  method: 'GET',
  url,
  access,
  params: Slug,
  handle: (ctx, incoming) => showRebase(ctx, incoming, { slug: incoming.params.slug }),
});

const move = definePage({
  method: 'POST',
  url,
  access,
  params: Slug,
  body: z.object({ versionId: z.uuid(), reason: z.string().max(1000).default('') }),
  handle: async (ctx, incoming) => {
    const { slug } = incoming.params;
    try {
      await rebaseCases(ctx, { service: slug, ...incoming.body, dryRun: false });
      return redirect(`${baseOf(slug)}?kabar=pindah`);
    } catch (error) {
      if (!(error instanceof AppError) || error.kind !== 'invalid') throw error;
      return showRebase(ctx, incoming, { slug, error: incoming.sentence(error) });
    }
  },
});

export const rebaseRoutes: readonly Route[] = [show, move];
