// One try to send a kept report: the text first, then its photos one by one, then the word that they belong to it.
import { emptied, type KeptFile, type KeptReport, keepReport, keyOf } from './report-store.ts';

export type Outcome = 'sent' | 'refused' | 'no-network';
export interface Tried {
  readonly outcome: Outcome;
  readonly report: KeptReport;
}
interface Answer {
  readonly key?: string;
  readonly number?: string;
  readonly trackingCode?: string;
  readonly uploadId?: string;
  readonly title?: string;
  readonly detail?: string;
  readonly errors?: readonly { readonly message: string }[];
}
type Kept = KeptReport & { readonly id: number };

const trying = new Map<number, Promise<Tried>>();
/** Buttons, timers and the network coming back may ask at once: one try at a time. */
export function trySending(report: Kept): Promise<Tried> {
  const running = trying.get(report.id);
  if (running) return running;
  const attempt = send(report).finally(() => trying.delete(report.id));
  trying.set(report.id, attempt);
  return attempt;
}

async function send(report: Kept): Promise<Tried> {
  let now = report;
  const keep = async (change: Partial<KeptReport>) => {
    now = { ...now, ...change };
    await keepReport(now);
  };
  if (now.trackingCode === undefined) {
    const key = now.key ?? (await freshKey(now.id));
    if (key === undefined) return { outcome: 'no-network', report: now };
    now = { ...now, key };
    const text = await post('/api/v1/complaints', JSON.stringify(now.body), {
      'content-type': 'application/json',
      'idempotency-key': key,
    });
    if (text.outcome) return settle(now, text.outcome, text.body);
    await keep({ number: text.body.number, trackingCode: text.body.trackingCode });
  }
  for (const [index, file] of now.files.entries()) {
    if (file.uploadId !== undefined) continue;
    const sent = await upload(file);
    if (sent.outcome === 'no-network') return { outcome: 'no-network', report: now };
    // A file the office cannot use must not hold up the others, the text is there already; its owner is told of it.
    const files = now.files.map((other, at) =>
      at === index ? { ...other, uploadId: sent.body.uploadId ?? '' } : other,
    );
    await keep({ files, lost: lostOf(now) + (sent.outcome === 'refused' ? 1 : 0) });
  }
  return finish(now);
}

/** The word that the files belong to it. */
async function finish(report: Kept): Promise<Tried> {
  const uploads = report.files.filter(({ uploadId }) => uploadId);
  const { outcome } = uploads.length > 0 ? await attach(report, uploads) : {};
  if (outcome === 'no-network') return { outcome, report };
  const lost = lostOf(report) + (outcome === 'refused' ? uploads.length : 0);
  const done = emptied({ ...report, lost });
  await keepReport(done);
  return { outcome: 'sent', report: done };
}

const lostOf = ({ lost = 0 }: KeptReport): number => lost;

async function freshKey(id: number): Promise<string | undefined> {
  const { body } = await post('/api/v1/complaints/keys', '{}', { 'content-type': 'application/json' });
  return body.key === undefined ? undefined : keyOf(id, body.key);
}

function upload({ field, bytes, name, type }: KeptFile) {
  const body = new FormData();
  body.append('file', new File([bytes], name, { type }));
  return post(field === 'suara' ? '/api/v1/complaints/voice' : '/api/v1/uploads', body, {});
}

function attach({ trackingCode, key = '' }: KeptReport, uploads: readonly KeptFile[]) {
  const of = (field: string) => uploads.filter((file) => file.field === field).map(({ uploadId }) => uploadId);
  const body = JSON.stringify({ trackingCode, photos: of('foto'), voice: of('suara') });
  return post('/api/v1/complaints/attachments', body, { 'content-type': 'application/json', 'idempotency-key': key });
}

async function post(
  url: string,
  body: string | FormData,
  headers: Readonly<Record<string, string>>,
): Promise<{ body: Answer; outcome?: Exclude<Outcome, 'sent'> }> {
  const answer = await fetch(url, { method: 'POST', body, headers, credentials: 'same-origin' }).catch(() => undefined);
  if (!answer) return { body: {}, outcome: 'no-network' };
  const read: Answer = await answer.json().catch(() => ({}));
  if (answer.ok) return { body: read };
  return { body: read, outcome: answer.status >= 500 || answer.status === 429 ? 'no-network' : 'refused' };
}

async function settle(report: Kept, outcome: Exclude<Outcome, 'sent'>, answer: Answer): Promise<Tried> {
  if (outcome === 'no-network') return { outcome, report };
  const said = answer.errors?.map(({ message }) => message).join(' ');
  const refused: KeptReport = { ...report, state: 'refused', sentence: said || answer.detail || answer.title };
  await keepReport(refused);
  return { outcome, report: refused };
}
