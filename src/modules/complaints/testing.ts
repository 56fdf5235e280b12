// Factories for tests of this and higher modules.
import type { Context } from '../../platform/context.ts';
import { newId } from '../../platform/ids.ts';
import { type CaseRow, commandFrom, getForOfficer, openForOfficer, performAction } from '../cases/index.ts';
import { anOfficer } from '../cases/testing.ts';
import { askNews } from './service/news.ts';
import { hashOfAddress } from './service/news-address.ts';
import { newsCode } from './service/news-link.ts';
import { reportProblem } from './service/report.ts';
import type { Intake, ReportReceipt } from './types.ts';

export const lampPoint = { lat: -4.012345, long: 119.623456 };

/** A report as a program sends it. */
export function aReport(ctx: Context, over: Partial<Intake> = {}): Promise<ReportReceipt> {
  const usual = { text: 'Lampu lorong 3 mati sejak Senin malam', category: 'lampu.mati', point: lampPoint };
  const sender = { ...ctx, actor: { kind: 'anonymous' as const }, channel: 'api' as const };
  return reportProblem(sender, { ...usual, area: '73.72.01.1004', key: newId(), ...over });
}

/** One step of an officer, its form parsed as the case page does. */
export async function officerStep(
  ctx: Context,
  username: string,
  step: { readonly number: string; readonly action: string; readonly data?: Record<string, unknown> },
): Promise<CaseRow> {
  const officer = { ...ctx, actor: await anOfficer(ctx, username) };
  const { number, action, data = {} } = step;
  const target = await getForOfficer(officer, number);
  const { definition } = await openForOfficer(officer, number);
  const command = await commandFrom(officer, definition, target.state, { action, data });
  return performAction(officer, { number, requestId: newId(), command });
}

/** One step of the person who reported it. */
export function reporterStep(ctx: Context, number: string, action: string, recorded = {}): Promise<CaseRow> {
  const reporter = { ...ctx, actor: { kind: 'applicant' as const } };
  return performAction(reporter, { number, requestId: newId(), command: { action, recorded } });
}

/** Somebody follows a published problem by e-mail. @returns the code of the link in the letters. */
export async function aFollower(ctx: Context, problem: string, email = 'ani@contoh.id'): Promise<string> {
  await askNews(ctx, { code: problem, email });
  const { id } = await ctx.db
    .selectFrom('complaints.news')
    .select('id')
    .where('whoHash', '=', hashOfAddress(ctx, email))
    .executeTakeFirstOrThrow();
  return newsCode(ctx, id);
}

/** The usual dispatch: to the transport office, as an ordinary case. */
export function dispatch(ctx: Context, number: string, over: Record<string, unknown> = {}): Promise<CaseRow> {
  const data = { unit: 'dishub', kelas: 'biasa', prioritas: 'sedang', ...over };
  return officerStep(ctx, 'verifikator.diskominfo', { number, action: 'teruskan', data });
}
