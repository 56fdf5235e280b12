// One try to send a kept visit: photos first, one by one, then the form that closes the task.
import { type Answer, type Mistake, type Outcome, post } from './post.ts';
import { emptied, type KeptVisit, keepVisit } from './visit-store.ts';

export interface Tried {
  readonly outcome: Outcome;
  readonly visit: KeptVisit;
  readonly errors?: readonly Mistake[];
}
const trying = new Map<string, Promise<Tried>>();

/** Tabs and buttons may ask at once: one try at a time, and the server answers a repeated request id with the first result. */
export function trySending(visit: KeptVisit): Promise<Tried> {
  const running = trying.get(visit.key);
  if (running) return running;
  const attempt = send(visit).finally(() => trying.delete(visit.key));
  trying.set(visit.key, attempt);
  return attempt;
}

async function send(visit: KeptVisit): Promise<Tried> {
  let now = visit;
  for (const [index, photo] of visit.photos.entries()) {
    if (photo.uploadId) continue;
    const body = new FormData();
    body.append('foto', new File([photo.bytes], photo.name, { type: photo.type }));
    const answer = await post(`${visit.address}/foto`, now.csrf, body);
    if (answer.outcome) return settle(now, answer.outcome, answer.body);
    const photos = now.photos.map((other, at) => (at === index ? { ...other, uploadId: answer.body.uploadId } : other));
    now = { ...now, photos };
    await keepVisit(now);
  }
  const answer = await post(visit.address, now.csrf, formOf(now));
  return settle(now, answer.outcome ?? 'sent', answer.body);
}

function formOf(visit: KeptVisit): FormData {
  const body = new FormData();
  for (const [name, value] of visit.fields) body.append(name, value);
  for (const photo of visit.photos) body.append(`_unggahan.${photo.field}`, photo.uploadId ?? '');
  body.append('requestId', visit.requestId);
  body.append('visitedAt', visit.visitedAt);
  body.append('_petugas', visit.officer);
  body.append('_format', 'json');
  return body;
}

async function settle(visit: KeptVisit, outcome: Outcome, answer: Answer): Promise<Tried> {
  const after = settled(visit, outcome, answer);
  await keepVisit(after);
  return { outcome, visit: after, ...(answer.errors ? { errors: answer.errors } : {}) };
}

function settled(visit: KeptVisit, outcome: Outcome, { time = '', sentence }: Answer): KeptVisit {
  if (outcome === 'sent') return emptied(visit, time);
  if (outcome === 'closed' || outcome === 'mistakes') return { ...visit, state: outcome, sentence };
  return { ...visit, state: 'waiting' };
}
