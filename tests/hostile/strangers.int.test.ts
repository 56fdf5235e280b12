// Officers of another unit, of another city, and programs without rights: they see nothing and change nothing.
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type App, buildApp } from '../../src/app.ts';
import { createApiKey } from '../../src/modules/identity/index.ts';
import { anOfficer, sessionCookieOf } from '../../src/modules/identity/testing.ts';
import { createContext } from '../../src/platform/create-platform.ts';
import { createLog } from '../../src/platform/log.ts';
import { readRegionFolder } from '../../src/platform/region.ts';
import { projectRoot } from '../../src/platform/root.ts';
import { startTestApp, type TestApp } from '../support/app.ts';
import { applyForDomicile, draftOf, startDomicile } from '../support/journey.ts';
import { eventually, issueDomicileLetter, numberOf } from '../support/office.ts';
import { createVisitor } from '../support/visitor.ts';

const secretKey = 'the same secret in both cities, on purpose, for this test';
let app: TestApp;
let neighbour: { app: App; server: FastifyInstance; folder: string };
let code: string;
let number: string;
let draft: string;
let verifyId: string;
let uploads: readonly string[] = [];
const keys: Record<string, string> = {};

beforeAll(async () => {
  app = await startTestApp({ loadRegion: true, worker: true, config: { secretKey } });
  const visitor = createVisitor(app.fastify);
  code = await applyForDomicile(visitor);
  number = await numberOf(app, code);
  draft = draftOf(await startDomicile(visitor));
  const signed = await numberOf(app, await applyForDomicile(visitor));
  await issueDomicileLetter(app, signed);
  const letter = await eventually(
    async () => (await app.database.query('select verify_id from letters.letter where printed_at is not null'))[0],
  );
  verifyId = String(letter.verify_id);
  uploads = (await app.database.query('select id from documents.upload')).map((row) => String(row.id));
  for (const username of ['petugas.lompoe', 'petugas.lemoe', 'lurah.lemoe', 'admin'])
    keys[username] = await keyOf(username);
  keys.nobody = await createApiKey(app.ctx(), { name: 'papan', scope: 'inbox' });
  neighbour = await startNeighbour();
}, 90_000);
afterAll(async () => {
  await neighbour?.server.close();
  await neighbour?.app.close();
  await rm(neighbour?.folder ?? '', { recursive: true, force: true });
  await app?.close();
});

async function keyOf(username: string): Promise<string> {
  const { id } = await anOfficer(app.ctx(), username);
  return createApiKey(app.ctx(), { name: username, scope: 'inbox', officerId: id });
}

/** A second city on the same database and with the same secret: only the region differs. */
async function startNeighbour(): Promise<typeof neighbour> {
  const folder = await mkdtemp(join(tmpdir(), 'loket24-tetangga-'));
  const dir = join(folder, 'kota-tetangga');
  await cp(join(projectRoot, 'regions', 'parepare'), dir, {
    recursive: true,
    filter: (path) => !/services\/.+\.yaml$/.test(path) || /sk-(domisili|usaha)\.yaml$|pindah-datang/.test(path),
  });
  await cp(join(projectRoot, 'regions', 'indonesia'), join(folder, 'indonesia'), { recursive: true });
  const text = await readFile(join(dir, 'region.yaml'), 'utf8');
  await writeFile(join(dir, 'region.yaml'), text.replace(/^id: parepare/m, 'id: kota-tetangga'));
  const { config } = app.platform;
  const other = await buildApp({
    config: { ...config, region: 'kota-tetangga' },
    region: await readRegionFolder(dir),
    owner: app.database.owner,
    log: createLog('silent'),
    clock: app.clock,
  });
  await other.loadRegion();
  return { app: other, server: await other.createServer(), folder };
}

interface Try {
  readonly method?: 'GET' | 'POST';
  readonly url: string;
  readonly payload?: object;
}
const act = { requestId: 'asing', data: {} };
const onCase = (): Try[] => [
  { url: `/api/v1/cases/${number}` },
  { url: `/api/v1/cases/${number}/letter.pdf` },
  { method: 'POST', url: `/api/v1/cases/${number}/actions/lengkap`, payload: act },
  { method: 'POST', url: `/api/v1/cases/${number}/actions/ttd`, payload: act },
  {
    method: 'POST',
    url: `/api/v1/cases/${number}/tasks/01890000-0000-7000-8000-000000000000/claim`,
    payload: { requestId: 'a' },
  },
  {
    method: 'POST',
    url: `/api/v1/cases/${number}/tasks/01890000-0000-7000-8000-000000000000/release`,
    payload: { requestId: 'b' },
  },
];
const ask = (server: FastifyInstance, { method = 'GET', url, payload }: Try, headers: Record<string, string>) =>
  server.inject({ method, url, headers, ...(payload ? { payload } : {}) });
const bearer = (secret: string | undefined) => ({ authorization: `Bearer ${secret ?? ''}` });
const versionNow = async () =>
  (await app.database.query('select version from cases."case" where number = $1', [number]))[0]?.version;

describe('an officer of another unit', () => {
  it.each(['petugas.lemoe', 'lurah.lemoe', 'admin'])('%s may neither open nor touch the case', async (username) => {
    for (const one of onCase()) {
      const answer = await ask(app.fastify, one, bearer(keys[username]));
      expect(answer.statusCode, one.url).toBe(403);
      expect(answer.json()).toMatchObject({ code: 'cases.forbidden' });
      expect(answer.body).not.toContain('Andi Tenri');
    }
    expect(await versionNow()).toBe(1);
  });

  it('sees no page, letter, draft letter or paper of it, and leaves no trace in the applicant’s list of readers', async () => {
    const cookie = await sessionCookieOf(app.ctx(), 'petugas.lemoe');
    const paths = ['', '/surat.pdf', '/konsep.pdf', ...uploads.map((id) => `/dokumen/${id}`)];
    for (const path of paths) {
      const answer = await app.fastify.inject({ url: `/petugas/berkas/${number}${path}`, headers: { cookie } });
      expect([403, 404], path).toContain(answer.statusCode);
      expect(answer.body).not.toContain('Andi Tenri');
    }
    const readings = await app.database.query(
      'select e.office from cases.access_event e join cases."case" c on c.id = e.case_id where c.number = $1',
      [number],
    );
    expect(readings).toEqual([]);
  });

  it('finds none of its tasks in his inbox', async () => {
    const own = await ask(app.fastify, { url: '/api/v1/tasks' }, bearer(keys['petugas.lompoe']));
    expect(own.body).toContain(number);
    const other = await ask(app.fastify, { url: '/api/v1/tasks' }, bearer(keys['petugas.lemoe']));
    expect([other.statusCode, other.body.includes(number)]).toEqual([200, false]);
  });
});

describe('a key', () => {
  it.each(['nobody', 'none', 'made-up'])('of %s opens nothing of the desk', async (name) => {
    const secret = name === 'nobody' ? keys.nobody : name === 'none' ? '' : `lk_${'A'.repeat(43)}`;
    for (const one of [...onCase(), { url: '/api/v1/tasks' }]) {
      const headers = name === 'none' ? {} : bearer(secret);
      const answer = await ask(app.fastify, one, headers as Record<string, string>);
      if (name === 'nobody' && one.url === '/api/v1/tasks') {
        expect(answer.json()).toEqual({ items: [], next: null });
        continue;
      }
      expect([401, 403], one.url).toContain(answer.statusCode);
      expect(answer.headers['content-type']).toContain('application/problem+json');
    }
  });

  it('is not taken from a cookie, a query or another scheme', async () => {
    const secret = keys['petugas.lompoe'] ?? '';
    const tries = [
      { cookie: `sesi=${secret}` },
      { authorization: `Basic ${Buffer.from(`x:${secret}`).toString('base64')}` },
      { authorization: secret },
      { 'x-api-key': secret },
    ];
    for (const headers of tries)
      expect(
        (await ask(app.fastify, { url: `/api/v1/cases/${number}` }, headers as Record<string, string>)).statusCode,
      ).toBe(401);
    expect((await ask(app.fastify, { url: `/api/v1/cases/${number}?key=${secret}` }, {})).statusCode).toBe(401);
  });
});

describe('the neighbouring city, on the same database and with the same secret', () => {
  it('runs, with services of its own', async () => {
    const answer = await neighbour.server.inject('/api/v1/services/sk-domisili/interview');
    expect(answer.statusCode).toBe(404); // a GET; the route is there for POST
    const asked = await neighbour.server.inject({
      method: 'POST',
      url: '/api/v1/services/sk-domisili/interview',
      payload: { answers: {} },
    });
    expect(asked.statusCode).toBe(200);
    const theirs = await neighbour.server.inject({
      method: 'POST',
      url: '/api/v1/services/kia/interview',
      payload: { answers: {} },
    });
    expect(theirs.statusCode).toBe(404);
  });

  it('knows none of our codes, links, letters and keys', async () => {
    for (const path of [
      `/lacak/${code}`,
      `/lacak/${code}/tanda-terima`,
      `/api/v1/track/${code}`,
      `/permohonan/${draft}`,
      `/verifikasi/${verifyId}`,
    ])
      expect((await neighbour.server.inject(path)).statusCode, path).toBe(404);
    for (const one of onCase())
      expect((await ask(neighbour.server, one, bearer(keys['petugas.lompoe']))).statusCode, one.url).toBe(401);
  });

  it('knows none of our sessions, and its officer of the same name none of our cases', async () => {
    const ours = await sessionCookieOf(app.ctx(), 'petugas.lompoe');
    const answer = await neighbour.server.inject({
      url: `/petugas/berkas/${number}/surat.pdf`,
      headers: { cookie: ours },
    });
    expect([answer.statusCode, answer.headers.location]).toEqual([303, expect.stringMatching(/^\/petugas\/masuk/)]);
    const ctx = createContext(neighbour.app.platform, { actor: { kind: 'system', name: 'test' } });
    const { id } = await anOfficer(ctx, 'petugas.lompoe');
    const key = await createApiKey(ctx, { name: 'tetangga', scope: 'inbox', officerId: id });
    for (const one of onCase()) expect((await ask(neighbour.server, one, bearer(key))).statusCode, one.url).toBe(404);
    const tasks = await ask(neighbour.server, { url: '/api/v1/tasks' }, bearer(key));
    expect(tasks.json()).toMatchObject({ items: [] });
  });

  it('cannot use papers uploaded here', async () => {
    const answer = await neighbour.server.inject({
      method: 'POST',
      url: '/api/v1/applications',
      headers: { 'idempotency-key': 'curi' },
      payload: {
        service: 'sk-domisili',
        answers: {
          nama: 'Budi',
          nik: '7372011708900001',
          hp: '081234567890',
          punya_pbb: 'tidak',
          jenis: 'tetap',
          keperluan: 'x',
          alamat: 'Jalan A 1 RT 1 RW 1',
          wilayah: '73.72.01.1004',
          tinggal_di_parepare: true,
          alamat_usaha_saja: false,
        },
        documents: ['ktp-el-pemohon', 'kartu-keluarga', 'pengantar-rt-rw'].map((id) => ({ id, uploadId: uploads[0] })),
      },
    });
    expect([answer.statusCode, answer.json<{ code: string }>().code]).toEqual([422, 'documents.unknown_upload']);
  });
});
