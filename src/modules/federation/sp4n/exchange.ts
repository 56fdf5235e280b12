// The same over HTTP, where the region has a bridge to SP4N: new reports are fetched, answers brought. Down is not a failure: next time.
import type { Context } from '../../../platform/context.ts';
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

export async function exchangeSp4n(ctx: Context): Promise<Exchanged> {
  const { sp4n } = ctx.config;
  if (!sp4n) return { imported: undefined, told: 0 };
  const since = new Date(((await latestReported(ctx.db)) ?? new Date(0)).getTime() - overlapMilliseconds);
  const sejak = new Date(Math.max(0, since.getTime())).toISOString();
  const lines = await call(`${sp4n.url}/laporan?sejak=${encodeURIComponent(sejak)}`, { key: sp4n.key });
  const imported = lines === undefined ? undefined : await importSp4n(ctx, lines);
  if (imported)
    ctx.log.info({ taken: imported.taken, known: imported.known, refused: imported.refused.length }, 'sp4n import');
  const tellings = await tellingsOf(ctx, { all: false });
  let told = 0;
  for (let at = 0; at < tellings.length; at += perMessage) {
    const some = tellings.slice(at, at + perMessage);
    const body = jsonLines(some.map(({ answer }) => answer));
    if ((await call(`${sp4n.url}/tindak-lanjut`, { key: sp4n.key, body })) === undefined) break;
    await rememberTold(ctx, some);
    told += some.length;
  }
  return { imported, told };
}

/** The body of a 2xx answer, or undefined. */
async function call(
  url: string,
  { key, body }: { readonly key: string | undefined; readonly body?: string },
): Promise<string | undefined> {
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
    if (!response.ok) return undefined;
    const text = await response.text();
    return text.length > largest ? undefined : text;
  } catch {
    return undefined;
  }
}
