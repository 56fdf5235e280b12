import { z } from 'zod';
import { parseCaseNumber } from '../../../lib/case-number.ts';
import { say } from '../../../lib/locale.ts';
import type { Context, Officer } from '../../../platform/context.ts';
import { definePage, html, type Route } from '../../../platform/http/define.ts';
import { countCap, type InboxPage, readEscalated, readInbox, readInboxCounts, readWaiting } from '../../cases/index.ts';
import { currentVersion, getVersion } from '../../catalogue/index.ts';
import { countNews } from '../../dossier/index.ts';
import { flashCodes } from '../messages.ts';
import { momentOf } from '../service/env.ts';
import { type DeskRow, escalatedRows, taskRows, waitingRows } from '../service/inbox-rows.ts';
import { officerOf } from '../service/officer.ts';
import { InboxView, type Show, shows } from '../views/inbox-view.tsx';

const Query = z.object({
  tampil: z.enum(shows).catch('semua'),
  layanan: z
    .string()
    .regex(/^[a-z][a-z0-9-]{0,79}$/)
    .optional()
    .catch(undefined),
  lanjut: z.string().max(80).optional().catch(undefined),
  kabar: z.enum(flashCodes).optional().catch(undefined),
  berkas: z.string().max(40).optional().catch(undefined),
});
type Query = z.infer<typeof Query>;

interface Listed {
  readonly rows: readonly DeskRow[];
  readonly next: string | undefined;
  readonly services: ReadonlyMap<string, string>; // slug -> a version of it, known already: no look-up for its name
}

async function listRows(ctx: Context, query: Query): Promise<Listed> {
  const asked = { service: query.layanan, after: query.lanjut };
  if (query.tampil === 'menunggu-warga') {
    const page = await readWaiting(ctx, asked);
    return { rows: await waitingRows(ctx, page.rows), next: page.next, services: servicesOf(page.rows) };
  }
  if (query.tampil === 'dinaikkan') {
    const page = await readEscalated(ctx, asked);
    return { rows: await escalatedRows(ctx, page.rows), next: page.next, services: servicesOf(page.rows) };
  }
  const page: InboxPage = await readInbox(ctx, { ...asked, filter: query.tampil });
  return { rows: await taskRows(ctx, page.rows), next: page.next, services: servicesOf(page.rows) };
}

function servicesOf(rows: readonly { service: string; versionId: string }[]): Map<string, string> {
  return new Map(rows.map((row) => [row.service, row.versionId]));
}

/** The services to filter by: those of the list, and the one filtered by. Unknown names are left out. */
async function serviceOptions(ctx: Context, listed: Listed, chosen: string | undefined) {
  const slugs = [...new Set([...listed.services.keys(), ...(chosen ? [chosen] : [])])];
  const options = await Promise.all(
    slugs.map(async (slug) => {
      const known = listed.services.get(slug);
      const version = await (known ? getVersion(ctx, known) : currentVersion(ctx, slug)).catch(() => undefined);
      return version ? [{ value: slug, label: say(version.definition.title, ctx.locale) }] : [];
    }),
  );
  return options.flat().sort((a, b) => a.label.localeCompare(b.label, ctx.locale));
}

const shown = (count: number): string => (count >= countCap ? `${countCap - 1}+` : String(count));

function hrefOf(query: Query, next: string | undefined): string {
  const params = new URLSearchParams();
  if (query.tampil !== 'semua') params.set('tampil', query.tampil);
  if (query.layanan) params.set('layanan', query.layanan);
  if (next) params.set('lanjut', next);
  const text = params.toString();
  return text === '' ? '/petugas' : `/petugas?${text}`;
}

function desksText({ memberships }: Officer): string {
  const units = [...new Set(memberships.map((seat) => seat.unitName))];
  const rolesIn = (unit: string) => memberships.filter((seat) => seat.unitName === unit).map((seat) => seat.role);
  return units.map((unit) => `${unit} (${rolesIn(unit).join(', ')})`).join('; ');
}

async function nextDue(ctx: Context, listed: Listed): Promise<string | undefined> {
  if (listed.rows.length > 0) return undefined;
  const [first] = (await readInbox(ctx, { filter: 'semua', size: 1 })).rows;
  return first && momentOf(ctx, first.dueAt);
}

const inbox = definePage({
  method: 'GET',
  url: '/petugas',
  access: { kind: 'officer' },
  query: Query,
  handle: async (ctx, { frame, query }) => {
    const officer = officerOf(ctx);
    const [counts, listed, news] = await Promise.all([readInboxCounts(ctx), listRows(ctx, query), countNews(ctx)]);
    const show: Show = query.tampil;
    const view = (
      <InboxView
        frame={frame}
        shift={`${officer.name}, ${officer.title}. ${momentOf(ctx, ctx.clock.now())}.`}
        desks={desksText(officer)}
        counts={{
          late: shown(counts.late),
          dueToday: shown(counts.dueToday),
          waitingForMe: shown(counts.waitingForMe),
          waitingForApplicant: shown(counts.waitingForApplicant),
        }}
        waiting={Math.min(counts.waitingForMe, countCap - 1)}
        news={news}
        raised={counts.raised > 0 ? shown(counts.raised) : undefined}
        show={show}
        service={query.layanan}
        services={await serviceOptions(ctx, listed, query.layanan)}
        rows={listed.rows}
        nextHref={listed.next && hrefOf(query, listed.next)}
        firstHref={query.lanjut ? hrefOf(query, undefined) : undefined}
        nextDue={await nextDue(ctx, listed)}
        flash={query.kabar && { code: query.kabar, number: parseCaseNumber(query.berkas ?? '') }}
      />
    );
    return html(view);
  },
});

export const inboxRoutes: readonly Route[] = [inbox];
