// One try to send a kept visit: the words first, then each photo, then that it is solved. Whatever has arrived is not sent again.
import { type Mistake, type Outcome, type Posted, post } from '../visits/post.ts';
import { emptied, type KeptVisit, keepCrewVisit, type Shot } from './crew-store.ts';

export interface Tried {
  readonly outcome: Outcome;
  readonly visit: KeptVisit;
  readonly errors?: readonly Mistake[];
}
const trying = new Map<string, Promise<Tried>>();

/** Tabs and buttons may ask at once: one try at a time, and the office answers a repeated key with the first result. */
export function trySending(visit: KeptVisit): Promise<Tried> {
  const running = trying.get(visit.key);
  if (running) return running;
  const attempt = send(visit).finally(() => trying.delete(visit.key));
  trying.set(visit.key, attempt);
  return attempt;
}

// Whoever has signed in again since then has another token.
const tokenFor = ({ csrf }: KeptVisit): string =>
  document.querySelector<HTMLInputElement>('input[name="_csrf"]')?.value ?? csrf;

async function send(given: KeptVisit): Promise<Tried> {
  let now = given;
  const save = async (change: Partial<KeptVisit>) => {
    now = { ...now, ...change };
    await keepCrewVisit(now);
  };
  const address = `/lapangan/${now.number}`;
  if (now.visit === undefined) {
    const answer = await post(address, tokenFor(now), wordsOf(now));
    if (answer.outcome) return settle(now, answer);
    await save({ visit: answer.body.visit, time: answer.body.time });
  }
  for (const shot of now.photos.filter(({ sent }) => !sent)) {
    const answer = await post(`${address}/${now.visit}/foto`, tokenFor(now), photoOf(shot));
    // A photo nobody can read is left out: it must not hold up the words and the others.
    if (answer.outcome && answer.outcome !== 'mistakes') return settle(now, answer);
    const photos = now.photos.map((one) => (one.key === shot.key ? { ...one, sent: true } : one));
    await save({ photos, ...(answer.body.sentence ? { sentence: answer.body.sentence } : {}) });
  }
  if (now.solved) {
    const body = new FormData();
    body.append('tanpa_foto', typedIn(now, 'tanpa_foto'));
    const answer = await post(`${address}/${now.visit}/selesai`, tokenFor(now), body);
    if (answer.outcome) return settle(now, answer);
  }
  const visit = emptied(now, 'sent');
  await keepCrewVisit(visit);
  return { outcome: 'sent', visit };
}

const typedIn = ({ fields }: KeptVisit, name: string): string => fields.find(([field]) => field === name)?.[1] ?? '';

function wordsOf(visit: KeptVisit): FormData {
  const body = new FormData();
  for (const [name, value] of visit.fields) body.append(name, value);
  const after = visit.photos.filter(({ field }) => field === 'sesudah').length;
  const more = { key: visit.key, visitedAt: visit.visitedAt, selesai: visit.solved ? '1' : '' };
  for (const [name, value] of Object.entries(more)) body.append(name, value);
  body.append('_sesudah_nanti', String(after));
  body.append('_petugas', visit.officer);
  body.append('_format', 'json');
  return body;
}

function photoOf({ key, field, name, type, bytes, lat, long, source }: Shot): FormData {
  const body = new FormData();
  body.append('key', key);
  body.append('jenis', field);
  if (lat !== undefined && long !== undefined) {
    body.append('lat', String(lat));
    body.append('long', String(long));
    body.append('sumber', source ?? 'phone');
  }
  body.append('foto', new File([bytes], name, { type }));
  return body;
}

async function settle(visit: KeptVisit, { outcome = 'refused', body }: Posted): Promise<Tried> {
  const { sentence, errors } = body;
  const after = settled(visit, outcome, sentence);
  await keepCrewVisit(after);
  return { outcome, visit: after, ...(errors ? { errors } : {}) };
}

function settled(visit: KeptVisit, outcome: Outcome, sentence: string | undefined): KeptVisit {
  // The words have arrived; only that it is solved was not taken.
  if (outcome === 'closed') return { ...emptied(visit, 'closed'), sentence };
  if (outcome === 'mistakes') return { ...visit, state: 'mistakes', sentence };
  return { ...visit, state: 'waiting' };
}
