// Officers of organisations outside the city (PLN, police, province, national roads): each sees its own reports and nothing else, on no
// page, list, search, file, export or API, by a link or by an address typed in. Every address for officers is tried, those of tomorrow too.
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aReport, dispatch } from '../../src/modules/complaints/testing.ts';
import { aStaffVisitor, type StaffVisitor } from '../../src/modules/desk/testing.ts';
import { createApiKey } from '../../src/modules/identity/index.ts';
import { anOfficer } from '../../src/modules/identity/testing.ts';
import type { Route } from '../../src/platform/http/define.ts';
import { allRoutes } from '../../src/platform/http/server.ts';
import { newId } from '../../src/platform/ids.ts';
import { startTestApp, type TestApp } from '../support/app.ts';
import { applyForDomicile } from '../support/journey.ts';
import { numberOf } from '../support/office.ts';
import { createVisitor, encodeForm } from '../support/visitor.ts';

const partners = ['ext-provinsi', 'ext-pusat-jalan', 'ext-pln', 'ext-polres', 'ext-bpn', 'ext-bpjs-kes', 'ext-kemenag'];
interface Kept {
  readonly unit: string;
  readonly number: string;
  readonly caseId: string;
  readonly problemId: string;
  readonly marks: readonly string[]; // words that stand nowhere but in this report
}
let app: TestApp;
let reports: readonly Kept[] = [];
let routes: readonly Route[] = [];
let uploadId = '';
let photoId = '';
let application = '';

async function anUpload(): Promise<string> {
  const bytes = await sharp({ create: { width: 60, height: 40, channels: 3, background: '#363' } })
    .jpeg()
    .toBuffer();
  const form = new FormData();
  form.append('file', new File([new Uint8Array(bytes)], 'a.jpg'));
  const { payload, type } = await encodeForm(form);
  const answer = await app.fastify.inject({
    method: 'POST',
    url: '/api/v1/uploads',
    payload,
    headers: { 'content-type': type },
  });
  return answer.json<{ uploadId: string }>().uploadId;
}

/** A report with words of its own; no unit: nobody has dispatched it yet. */
async function keep(unit: string | undefined, index: number, over: object = {}): Promise<Kept> {
  const mark = `tanda${'abcdefghijklmnop'[index]}z`;
  const person = { name: `Orang${mark}`, phone: `08127700${String(index).padStart(4, '0')}` };
  const text = `Ada ${mark} di lorong 3 sejak Senin`;
  const { number, caseId, problemId = '' } = await aReport(app.ctx(), { ...person, text, ...over });
  if (unit !== undefined) await dispatch(app.ctx(), number, { unit });
  return { unit: unit ?? '', number, caseId, problemId, marks: [mark, person.phone.slice(1)] };
}

beforeAll(async () => {
  app = await startTestApp({ loadRegion: true });
  uploadId = await anUpload();
  const made: Kept[] = [];
  for (const unit of [...partners, 'dishub', undefined]) made.push(await keep(unit, made.length));
  made.push(await keep('dishub', made.length, { photos: [uploadId] }));
  made.push(await keep('ext-polres', made.length, { level: 'secret' }));
  reports = made;
  application = await numberOf(app, await applyForDomicile(createVisitor(app.fastify)));
  const [photo] = await app.database.query('select id from complaints.photo limit 1');
  photoId = String(photo?.id ?? newId());
  routes = allRoutes(app.app.modules).filter(
    ({ options }) => options.access.kind === 'officer' && !/keluar|\/gaya|loket\/kabar/.test(options.url),
  );
}, 240_000);
afterAll(() => app?.close());

const own = (unit: string) => reports.filter((one) => one.unit === unit);
const foreign = (unit: string) => reports.filter((one) => one.unit !== unit);
const secretsOf = (unit: string) => [...foreign(unit).flatMap(({ marks }) => marks), 'Andi Tenri'];

/** The address with what belongs to somebody else. */
function aimed(url: string, { number, caseId, problemId }: Pick<Kept, 'number' | 'caseId' | 'problemId'>): string {
  const known: Readonly<Record<string, string>> = {
    ...{ number, problem: problemId, photo: photoId, upload: uploadId, uploadId, documentId: 'foto-bukti', id: caseId },
    ...{
      task: caseId,
      visit: caseId,
      action: 'tanggapi',
      slug: 'sk-domisili',
      name: 'nama',
      page: 'nama',
      part: 'isi',
    },
  };
  return url.replace(/:([A-Za-z]+)/g, (_, name: string) => known[name] ?? 'x').replace('*', 'x');
}
const ofSomebody = ({ options }: Route): boolean => /:(number|id|photo|upload|uploadId|task|visit)\b/.test(options.url);

/** Everything that is written about cases, but for one partner's own. */
async function written(): Promise<string> {
  const tables = ['cases.event', 'cases.access_event', 'complaints.report', 'complaints.problem', 'complaints.photo'];
  const more = ['complaints.custody', 'complaints.moderation', 'complaints.attachment', 'federation.forwarded'];
  const sums = await Promise.all(
    [...tables, ...more].map((table) =>
      app.database.query(`select md5(coalesce(string_agg(t::text, '' order by t::text), '')) as sum from ${table} t`),
    ),
  );
  return JSON.stringify(sums);
}

/** A page without the word that was asked for, and what chance puts into every page. */
const bare = (body: string, word: string): string =>
  body.replaceAll(word, '·').replace(/value="[A-Za-z0-9._-]{30,}"/g, 'value="·"');

const searches = ['/petugas/cari?q=', '/kerja/laporan?tampil=semua&q=', '/petugas?q='];
function expectNothingIn(body: string, where: string, words: readonly string[]): void {
  for (const word of words) expect(body, where).not.toContain(word);
}

const lists = [
  ...[
    '/petugas',
    '/petugas?tampil=semua',
    '/kerja/laporan',
    '/kerja/laporan?tampil=terbuka',
    '/kerja/laporan?tampil=semua',
  ],
  ...['/kerja/mitra', '/lapangan', '/kerja/laporan/tinjau', '/kerja/tinjau', '/petugas/cari', '/petugas/tagihan'],
];

describe.each(partners)('%s', (unit) => {
  it('has an officer who receives and a head, and both find the reports of their own', async () => {
    for (const username of [`petugas.${unit}`, `kadis.${unit}`]) {
      const visitor = await aStaffVisitor(app, username);
      const pages = await Promise.all(['/petugas', '/kerja/laporan?tampil=terbuka'].map((path) => visitor.get(path)));
      for (const { number } of own(unit)) {
        if (username.startsWith('petugas')) expect(pages.map(({ body }) => body).join(), username).toContain(number);
        expect((await visitor.get(`/petugas/berkas/${number}`)).status, username).toBe(200);
      }
    }
  });

  it('sees no word and no number of others in any list or count', async () => {
    const visitor = await aStaffVisitor(app, `petugas.${unit}`);
    for (const path of lists) {
      const { body, status } = await visitor.get(path);
      expect(status, path).toBeLessThan(500);
      expectNothingIn(body, path, [...secretsOf(unit), ...foreign(unit).map(({ number }) => number)]);
    }
  });

  it('finds others by no word, name, telephone or number: the answer is that for what never was', async () => {
    const visitor = await aStaffVisitor(app, `petugas.${unit}`);
    const found = async (path: string, word: string) => bare((await visitor.get(`${path}${word}`)).body, word);
    for (const path of searches) {
      const nothing = await found(path, 'tandatiadaz');
      // The search by number is limited to few tries: one report of others is enough there.
      for (const { number, marks } of path.startsWith('/petugas/cari') ? foreign(unit).slice(-1) : foreign(unit)) {
        expect((await found(path, marks[0] ?? '')) === nothing, path).toBe(true);
        for (const asked of [number, ...marks.slice(1)])
          expectNothingIn((await visitor.get(`${path}${asked}`)).body, `${path}${asked}`, [`/${number}`]);
      }
    }
  });
});

describe.each(['petugas.ext-provinsi', 'kadis.ext-pusat-jalan', 'petugas.ext-pln'])('%s', (username) => {
  const unit = username.slice(username.indexOf('.') + 1);
  const targets = () => [
    ...foreign(unit).slice(0, 2),
    ...foreign(unit).slice(-2),
    { unit: 'kel-lompoe', number: application, caseId: newId(), problemId: newId(), marks: [] },
  ];
  let visitor: StaffVisitor;
  let key = '';
  beforeAll(async () => {
    visitor = await aStaffVisitor(app, username);
    const { id } = await anOfficer(app.ctx(), username);
    key = await createApiKey(app.ctx(), { name: username, scope: 'inbox', officerId: id });
  });
  const send = async ({ surface, options }: Route, url: string) => {
    if (surface === 'api') {
      const answer = await app.fastify.inject({
        method: options.method,
        url,
        headers: { authorization: `Bearer ${key}` },
        ...(options.method === 'GET' ? {} : { payload: { requestId: newId(), data: {} } }),
      });
      return { status: answer.statusCode, body: answer.body };
    }
    return options.method === 'GET' ? visitor.get(url) : visitor.post(url, { versi: '1', alasan: 'coba', isi: 'coba' });
  };

  it('opens nothing of others by address, and reading leaves no trace in their cases', async () => {
    const before = await written();
    const opened: string[] = [];
    const reading = routes.filter(({ options }) => options.method === 'GET');
    const shots = reading.flatMap((route) =>
      (ofSomebody(route) ? targets() : targets().slice(0, 1)).map((target) => ({ route, target })),
    );
    for (const { route, target } of shots) {
      const url = aimed(route.options.url, target);
      const { status, body } = await send(route, url);
      expect(status, url).toBeLessThan(500);
      expectNothingIn(body, url, secretsOf(unit));
      if (status === 200 && /:number/.test(route.options.url)) opened.push(url);
    }
    expect(opened).toEqual([]);
    expect(await written()).toBe(before);
  });

  it('changes nothing of others, whatever is sent', async () => {
    await visitor.get('/petugas/cari');
    const before = await written();
    const sending = routes.filter(
      ({ options }) => options.method !== 'GET' && ofSomebody({ surface: 'page', options }),
    );
    expect(sending.length).toBeGreaterThan(15);
    for (const route of sending)
      for (const target of targets()) {
        const url = aimed(route.options.url, target);
        const { status, body } = await send(route, url);
        expect(status, url).toBeLessThan(500);
        expectNothingIn(body, url, secretsOf(unit));
      }
    expect(await written()).toBe(before);
  });
});
