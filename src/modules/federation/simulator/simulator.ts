// SIMULATOR of partners' Open311 servers on this machine: one address for each unit (`/<unit>/v2`), keys and numbers of its own. It says
// in every answer that it is a simulator, and can be told to be slow, gone, wordless or refusing.
import type { IncomingMessage } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { listenLocally, readText } from '../../../platform/http/local-server.ts';
import {
  definition,
  discovery,
  errors,
  type Format,
  type Reply,
  reply,
  requests,
  services,
  updates,
} from './answers.ts';
import {
  type SimulatedRequest,
  type SimulatedTelling,
  type SimulatedUpdate,
  type Standing,
  simulatedServices,
  standingOf,
} from './book.ts';

/** `lost`: takes the report in and breaks off before it answers. `silent`: takes it in and answers with a page. */
export type Mood = 'well' | 'slow' | 'busy' | 'broken' | 'refusing' | 'lost' | 'silent';
export interface PartnerSimulatorOptions {
  readonly key: string;
  readonly now: () => Date;
  readonly port?: number;
}
export interface PartnerSimulator {
  readonly url: string;
  become(mood: Mood): void;
  /** Everything that was taken in, in its order. */
  readonly taken: readonly SimulatedRequest[];
  /** From now on the request stands so, whatever its age. */
  set(id: string, standing: Standing): void;
  update(update: SimulatedUpdate): void;
  /** What was said about requests it has, each update_id once; `times`: how often it came. */
  readonly told: readonly SimulatedTelling[];
  /** How often it was asked for something that begins so. */
  asked(path: string): number;
  close(): Promise<void>;
}

const slowMilliseconds = 4_000;
const largestBody = 256 * 1024;
export const simulatorHeader = 'x-loket24-simulator';

interface Book {
  mood: Mood;
  readonly taken: SimulatedRequest[];
  readonly standings: Map<string, Standing>;
  readonly updates: SimulatedUpdate[];
  readonly told: SimulatedTelling[];
  readonly asked: string[];
}

export async function startPartnerSimulator(options: PartnerSimulatorOptions): Promise<PartnerSimulator> {
  const book: Book = { mood: 'well', taken: [], standings: new Map(), updates: [], told: [], asked: [] };
  const server = await listenLocally(async (request, response) => {
    const { status, body, type } = await handle(book, { ...options, host: request.headers.host ?? '' }, request);
    response.writeHead(status, { 'content-type': type, [simulatorHeader]: 'TIDAK BERLAKU' });
    response.end(body);
  }, options.port);
  return {
    url: server.url,
    become: (mood) => {
      book.mood = mood;
    },
    taken: book.taken,
    told: book.told,
    set: (id, standing) => void book.standings.set(id, standing),
    update: (update) => void book.updates.push(update),
    asked: (path) => book.asked.filter((one) => one.startsWith(path)).length,
    close: server.close,
  };
}

interface Around extends PartnerSimulatorOptions {
  readonly host: string;
}

async function handle(book: Book, around: Around, incoming: IncomingMessage): Promise<Reply> {
  const url = new URL(incoming.url ?? '/', 'http://simulator');
  const form = new URLSearchParams(await readText(incoming, largestBody));
  const [, unit = '', file = ''] = /^\/([a-z0-9-]+)\/(?:v2\/)?(.+)$/.exec(decodeURIComponent(url.pathname)) ?? [];
  const [, name = '', format = ''] = /^(.+)\.(xml|json)$/.exec(file) ?? [];
  book.asked.push(`${incoming.method} ${name}`);
  if (book.mood === 'slow') await wait(slowMilliseconds, undefined, { ref: false });
  if (format !== 'xml' && format !== 'json') return errors('xml', 404, 'Alamat tidak dikenal');
  if (book.mood === 'busy') return errors(format, 503, 'Simulator dimatikan sebentar');
  if (book.mood === 'broken') return { status: 502, body: '<html>Bad gateway</html>', type: 'text/html' };
  if (incoming.method === 'POST') return receive(book, around, { name, form, format });
  return answer(book, around, { unit, name, query: url.searchParams, format });
}

interface Taking {
  readonly name: string;
  readonly form: URLSearchParams;
  readonly format: Format;
}
function receive(book: Book, around: Around, taking: Taking): Reply {
  const { name, form, format } = taking;
  if (name !== 'requests' && name !== 'servicerequestupdates') return errors(format, 404, 'Alamat tidak dikenal');
  if (form.get('api_key') !== around.key) return errors(format, 403, 'Kunci tidak dikenal');
  return name === 'requests' ? take(book, around, taking) : hear(book, form, format);
}
function take(book: Book, { now }: Around, { form, format }: Taking): Reply {
  const service = simulatedServices.find(({ code }) => code === form.get('service_code'));
  if (!service) return errors(format, 404, 'Layanan tidak dikenal');
  if (book.mood === 'refusing') return errors(format, 400, 'Di luar wilayah kami: ini jalan kabupaten');
  if (service.attributes && !form.get('attribute[NOMOR_TIANG]')) return errors(format, 400, 'Nomor tiang harus diisi');
  const count = 1001 + book.taken.length;
  const parameters = Object.fromEntries([...form].filter(([field]) => field !== 'api_key'));
  const description = form.get('description') ?? '';
  book.taken.push({ id: String(count), token: `t${count}`, service: service.code, description, parameters, at: now() });
  if (book.mood === 'lost') throw new Error('broken off');
  if (book.mood === 'silent') return { status: 200, body: '<html>Terima kasih</html>', type: 'text/html' };
  const notice = 'SIMULATOR: bukan server sungguhan';
  const given =
    service.type === 'realtime'
      ? { service_request_id: String(count) }
      : service.type === 'batch'
        ? { token: `t${count}` }
        : {};
  const row = { ...given, service_notice: notice, account_id: null };
  const root = format === 'json' ? JSON.stringify([row]) : undefined;
  const inside = Object.entries(given).map(([field, value]) => `<${field}>${value}</${field}>`);
  const xml = `<?xml version="1.0" encoding="utf-8"?><service_requests><request>${inside.join('')}<service_notice>${notice}</service_notice></request></service_requests>`;
  return { status: 201, body: root ?? xml, type: format === 'json' ? 'application/json' : 'text/xml' };
}

/** An update about a request of its own: the same id twice is one. */
function hear(book: Book, form: URLSearchParams, format: Format): Reply {
  const id = form.get('update_id') ?? '';
  const requestId = form.get('service_request_id') ?? '';
  if (id === '' || (form.get('updated_datetime') ?? '') === '')
    return errors(format, 400, 'update_id dan updated_datetime harus diisi');
  if (!book.taken.some((one) => one.id === requestId)) return errors(format, 404, 'Nomor tidak dikenal');
  if (book.mood === 'refusing') return errors(format, 400, 'Pembaruan tidak diterima');
  const before = book.told.find((one) => one.id === id);
  if (before) before.times += 1;
  else {
    const [status, text, media] = ['status', 'description', 'media_url'].map((field) => form.get(field) ?? '');
    book.told.push({ id, requestId, status: status ?? '', text: text ?? '', media: media ?? '', times: 1 });
  }
  if (book.mood === 'lost') throw new Error('broken off');
  return reply(format, 'service_request_updates', [{ update_id: id }], 201);
}

interface Asking {
  readonly unit: string;
  readonly name: string;
  readonly query: URLSearchParams;
  readonly format: Format;
}
function answer(book: Book, around: Around, { unit, name, query, format }: Asking): Reply {
  const now = around.now();
  if (name === 'discovery') return discovery(format, `http://${around.host}/${unit}/v2`, now);
  if (name === 'services') return services(format);
  if (name.startsWith('services/')) return definition(format, name.slice('services/'.length));
  if (name.startsWith('tokens/')) return token(book, { token: name.slice('tokens/'.length), now, format });
  if (name === 'servicerequestupdates')
    return query.get('api_key') === around.key
      ? updates(format, book.updates)
      : errors(format, 403, 'Kunci tidak dikenal');
  if (name !== 'requests') return errors(format, 404, 'Alamat tidak dikenal');
  const ids = query.get('service_request_id')?.split(',');
  const service = query.get('service_code');
  const found = book.taken.filter((one) => (ids ? ids.includes(one.id) : service === null || one.service === service));
  return requests(
    format,
    found.map((request) => ({ request, standing: standingOf(request, now, book.standings.get(request.id)) })),
  );
}

/** A number follows a minute later. */
function token(book: Book, asked: { readonly token: string; readonly now: Date; readonly format: Format }): Reply {
  const found = book.taken.find((one) => one.token === asked.token);
  if (!found) return errors(asked.format, 404, 'Token tidak dikenal');
  const ready = asked.now.getTime() - found.at.getTime() >= 60_000;
  const row = ready ? { service_request_id: found.id, token: found.token } : { token: found.token };
  if (asked.format === 'json') return { status: 200, body: JSON.stringify([row]), type: 'application/json' };
  const inside = Object.entries(row).map(([field, value]) => `<${field}>${value}</${field}>`);
  const body = `<service_requests><request>${inside.join('')}</request></service_requests>`;
  return { status: 200, body, type: 'text/xml' };
}
