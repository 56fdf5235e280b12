// People and programs that report at the same time, each from an address of their own, by three ways: the form without scripts, the API, Open311.
import { createHash, randomUUID } from 'node:crypto';
import sharp from 'sharp';
import { reportBody } from '../complaints/reports.ts';

/** One answer to one request. */
export interface Outcome {
  readonly status: number;
  readonly clear: boolean; // a refusal that names when to try again, with a sentence
  readonly retrySeconds: number;
  readonly milliseconds: number;
  readonly text: string;
}
/** A report that was acknowledged: how it is found again, and how many photos it has. */
export interface Acknowledged {
  readonly by: 'number' | 'code' | 'tracking';
  readonly value: string;
  readonly photos: number;
}
export interface Sender {
  readonly base: string;
  readonly apiKey: string;
  readonly photos: readonly Uint8Array[];
  /** Told of every answer. */
  readonly heard: (channel: string, outcome: Outcome) => void;
}

/** Photographs as phones make them: 8 megapixels, grain and all, about a megabyte and a half. */
export async function phonePhotos(count: number): Promise<Uint8Array[]> {
  const photos: Uint8Array[] = [];
  for (let at = 0; at < count; at++) {
    const grain = { type: 'gaussian' as const, mean: 90 + at * 12, sigma: 22 };
    const image = sharp({ create: { width: 3264, height: 2448, channels: 3, background: '#8a9', noise: grain } });
    photos.push(
      await image
        .blur(1.2)
        .withExif({ IFD0: { Model: 'Telepon' } })
        .jpeg({ quality: 82 })
        .toBuffer(),
    );
  }
  return photos;
}

const addressOf = (at: number): string => `10.${(at >> 16) & 255}.${(at >> 8) & 255}.${at & 255}`;

async function ask(
  sender: Sender,
  channel: string,
  path: string,
  init: RequestInit,
): Promise<{ answer: Response; text: string; outcome: Outcome }> {
  const began = performance.now();
  // A broken line is an answer too, to be counted: it must not end a run of eleven minutes.
  const { answer, text } = await exchange(`${sender.base}${path}`, init).catch((error: unknown) => ({
    answer: Response.error(), // status 0
    text: String(error instanceof Error ? (error.cause ?? error) : error),
  }));
  const retrySeconds = Number(answer.headers.get('retry-after') ?? 0);
  const outcome = {
    status: answer.status,
    clear: (answer.status === 429 || answer.status === 503) && retrySeconds > 0 && /coba lagi|try again/i.test(text),
    retrySeconds,
    milliseconds: performance.now() - began,
    text: text.slice(0, 300),
  };
  sender.heard(channel, outcome);
  return { answer, text, outcome };
}

async function exchange(url: string, init: RequestInit): Promise<{ answer: Response; text: string }> {
  const answer = await fetch(url, { redirect: 'manual', ...init });
  return { answer, text: await answer.text() };
}

/** One try. @returns what was acknowledged, or the refusal. */
type Try = (sender: Sender, person: Person) => Promise<Acknowledged | Outcome>;
interface Person {
  readonly at: number;
  readonly key: string;
  readonly photos: number;
}
const photoOf = ({ photos }: Sender, at: number): Blob =>
  new Blob([photos[at % photos.length] as Uint8Array<ArrayBuffer>], { type: 'image/jpeg' });
const fileName = (at: number): string => `IMG_${at}.jpg`;

const byForm: Try = async (sender, { at, photos }) => {
  const from = { 'x-forwarded-for': addressOf(at) };
  const page = await ask(sender, 'form', '/lapor', { headers: from });
  if (page.outcome.status !== 200) return page.outcome;
  const cookie = page.answer.headers
    .getSetCookie()
    .map((one) => one.split(';')[0])
    .join('; ');
  const hidden = (name: string): string => new RegExp(`name="${name}" value="([^"]*)"`).exec(page.text)?.[1] ?? '';
  const { text, area, place, name, phone } = reportBody(at) as Record<string, string>;
  const form = new FormData();
  const fields = {
    _csrf: hidden('_csrf'),
    requestId: hidden('requestId'),
    isi: text,
    wilayah: area,
    patokan: place,
    anonim: 'tidak',
    nama: name,
    hp: phone,
  };
  for (const [field, value] of Object.entries(fields)) form.set(field, value ?? '');
  for (let nth = 0; nth < photos; nth++) form.append('foto', photoOf(sender, at + nth), fileName(nth));
  const headers = { ...from, cookie };
  let sent = await ask(sender, 'form', '/lapor', { method: 'POST', body: form, headers });
  // "Is it the same problem?" No, it is another.
  if (sent.outcome.status === 200)
    sent = await ask(sender, 'form', '/lapor', { method: 'POST', body: anotherProblem(sent.text), headers });
  const code = /^\/lacak\/([0-9A-Z]+)/.exec(sent.answer.headers.get('location') ?? '')?.[1];
  if (sent.outcome.status !== 303 || code === undefined) return sent.outcome;
  return { by: 'tracking', value: createHash('sha256').update(code).digest('hex'), photos };
};

const signs: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };
const plain = (written = ''): string =>
  written.replace(/&([a-z]+|#39);/g, (whole, name: string) => signs[name] ?? whole);

/** What the page carries on, and the button that sends it. */
function anotherProblem(page: string): FormData {
  const form = new FormData();
  const own = page.slice(page.lastIndexOf('action="/lapor"'));
  for (const [, name, value] of own.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)"/g))
    form.append(plain(name), plain(value));
  form.set('lanjut', '1');
  return form;
}

const byApi: Try = async (sender, { at, key, photos }) => {
  const from = { 'x-forwarded-for': addressOf(at) };
  const uploads: string[] = [];
  for (let nth = 0; nth < photos; nth++) {
    const form = new FormData();
    form.set('file', photoOf(sender, at + nth), fileName(nth));
    const { outcome, text } = await ask(sender, 'api', '/api/v1/uploads', {
      method: 'POST',
      body: form,
      headers: from,
    });
    if (outcome.status !== 201) return outcome;
    uploads.push((JSON.parse(text) as { uploadId: string }).uploadId);
  }
  const headers = { ...from, 'content-type': 'application/json', 'idempotency-key': key };
  const body = JSON.stringify(reportBody(at, { photos: uploads }));
  const { outcome, text } = await ask(sender, 'api', '/api/v1/complaints', { method: 'POST', body, headers });
  if (outcome.status !== 201) return outcome;
  return { by: 'number', value: (JSON.parse(text) as { number: string }).number, photos };
};

const byOpen311: Try = async (sender, { at, key }) => {
  const { text, category, lat, long, place } = reportBody(at) as Record<string, string>;
  const body = new URLSearchParams({
    ...{ api_key: sender.apiKey, service_code: category ?? '', lat: String(lat), long: String(long) },
    ...{
      address_string: place ?? '',
      description: `${text} (${key.slice(0, 8)})`,
      first_name: 'Besse',
      last_name: 'Contoh',
    },
  });
  const headers = { 'x-forwarded-for': addressOf(at) };
  const sent = await ask(sender, 'open311', '/open311/v2/requests.json', { method: 'POST', body, headers });
  if (sent.outcome.status !== 201) return sent.outcome;
  const [request] = JSON.parse(sent.text) as { service_request_id: string }[];
  return { by: 'code', value: request?.service_request_id ?? '', photos: 0 };
};

/** Of ten reports five come by the form, three by the API, two by Open311; two of three of the first two have photos. */
const ways: readonly Try[] = [byForm, byApi, byForm, byOpen311, byForm, byApi, byForm, byOpen311, byForm, byApi];
const photosOf = [1, 1, 2, 0, 0, 2, 1, 0, 0, 0];

/** Reports once, and tries again as it was told, a few times. @returns undefined when it gave up. */
export async function report(
  sender: Sender,
  at: number,
  wait: (seconds: number) => Promise<boolean>,
): Promise<Acknowledged | undefined> {
  const way = ways[at % ways.length] as Try;
  const person = { at, key: randomUUID(), photos: photosOf[at % photosOf.length] ?? 0 };
  for (let tries = 0; tries < 5; tries++) {
    const result = await way(sender, person);
    if ('by' in result) return result;
    if (!result.clear || !(await wait(result.retrySeconds))) return undefined;
  }
  return undefined;
}
