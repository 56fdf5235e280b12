// The same over HTTP, where the region has a bridge to SP4N: new reports are fetched, answers brought. Down is not a failure: next time.
import type { Context } from '../../../platform/context.ts';
import { saveLearnt } from '../store/partners.ts';
import { latestReported } from '../store/sp4n.ts';
import { rememberTold, tellingsOf } from './export.ts';
import { type Imported, importSp4n } from './import.ts';
import { jsonLines } from './lines.ts';

const patienceMilliseconds = 30_000;
const largest = 32 * 1024 * 1024;
const overlapMilliseconds = 3 * 86_400_000; // what was changed there with an older date is seen again; known ones are passed over
const perMessage = 500;

export interface Exchanged {
  readonly imported: Imported | undefined; // undefined: the bridge did not answer
  readonly told: number;
}

/** The name under which the bridge stands among the connections of `/kerja/mitra`. */
export const sp4nConnection = 'sp4n';

export async function exchangeSp4n(ctx: Context): Promise<Exchanged> {
  const { sp4n } = ctx.config;
  if (!sp4n) return { imported: undefined, told: 0 };
  const since = new Date(((await latestReported(ctx.db)) ?? new Date(0)).getTime() - overlapMilliseconds);
  const sejak = new Date(Math.max(0, since.getTime())).toISOString();
  const answer = await call(`${sp4n.url}/laporan?sejak=${encodeURIComponent(sejak)}`, { key: sp4n.key });
  const imported = 'text' in answer ? await importSp4n(ctx, answer.text) : undefined;
  if (imported)
    ctx.log.info({ taken: imported.taken, known: imported.known, refused: imported.refused.length }, 'sp4n import');
  const { told, problem } = await tellBack(ctx, sp4n);
  await noteConnection(ctx, imported, 'problem' in answer ? answer.problem : problem);
  return { imported, told };
}

async function tellBack(
  ctx: Context,
  sp4n: NonNullable<Context['config']['sp4n']>,
): Promise<{ told: number; problem: string | undefined }> {
  const tellings = await tellingsOf(ctx, { all: false });
  let told = 0;
  for (let at = 0; at < tellings.length; at += perMessage) {
    const some = tellings.slice(at, at + perMessage);
    const body = jsonLines(some.map((one) => one.answer));
    const answer = await call(`${sp4n.url}/tindak-lanjut`, { key: sp4n.key, body });
    if ('problem' in answer) return { told, problem: answer.problem };
    await rememberTold(ctx, some);
    told += some.length;
  }
  return { told, problem: undefined };
}

const linesNamed = 5;
/** Officers see on `/kerja/mitra` whether the last exchange went well. */
async function noteConnection(
  ctx: Context,
  imported: Imported | undefined,
  problem: string | undefined,
): Promise<void> {
  const refused = imported?.refused ?? [];
  const lines = refused.slice(0, linesNamed).map(({ line, problem: what }) => `${line}: ${what}`);
  await saveLearnt(ctx.db, {
    ...{ unitCode: sp4nConnection, services: [], format: 'json', givesUpdates: true, checkedAt: ctx.clock.now() },
    troubleCode: problem ?? (refused.length > 0 ? 'sp4n-lines' : null),
    troubleText: problem === undefined && lines.length > 0 ? lines.join('; ') : null,
  });
}

type Called = { readonly text: string } | { readonly problem: string };
/** The body of a 2xx answer, or what went wrong. */
async function call(
  url: string,
  { key, body }: { readonly key: string | undefined; readonly body?: string },
): Promise<Called> {
  try {
    const response = await fetch(url, {
      method: body === undefined ? 'GET' : 'POST',
      headers: {
        'content-type': 'application/x-ndjson',
        accept: 'application/x-ndjson',
        ...(key ? { 'x-api-key': key } : {}),
      },
      ...(body === undefined ? {} : { body }),
      redirect: 'error', // reports name people: they go to the address that was agreed on
      signal: AbortSignal.timeout(patienceMilliseconds),
    });
    if (response.status === 401 || response.status === 403) return { problem: 'key' };
    if (!response.ok) return { problem: response.status === 503 || response.status === 429 ? 'busy' : 'server-error' };
    const text = await response.text();
    return text.length > largest ? { problem: 'unreadable' } : { text };
  } catch (error) {
    return { problem: error instanceof Error && error.name === 'TimeoutError' ? 'timeout' : 'unreachable' };
  }
}
