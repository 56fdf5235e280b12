// Whatever is sent as an answer, to any question of any service, by program or by form: an answer comes back, never a fault.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { currentVersion } from '../../src/modules/catalogue/index.ts';
import { startTestApp, type TestApp } from '../support/app.ts';
import { declared, draftOf, fillIn, pagesOfDomicile, startDomicile } from '../support/journey.ts';
import { aPhoto, asFile } from '../support/papers.ts';
import { createVisitor, encodeForm, formOf, unescapeHtml } from '../support/visitor.ts';

let app: TestApp;
let services: readonly string[] = [];
let uploadId = '';
beforeAll(async () => {
  app = await startTestApp({ loadRegion: true });
  const rows = await app.database.query('select slug as service from catalogue.service order by 1');
  services = rows.map((row) => String(row.service));
  const form = new FormData();
  form.append('file', asFile(await aPhoto(), 'ktp.jpg'));
  const { payload, type } = await encodeForm(form);
  const sent = await app.fastify.inject({
    method: 'POST',
    url: '/api/v1/uploads',
    payload,
    headers: { 'content-type': type },
  });
  uploadId = sent.json<{ uploadId: string }>().uploadId;
});
afterAll(() => app.close());

const attack = `"><img src=x onerror=alert(1)><script>alert(1)</script>`;
const hostile: Readonly<Record<string, unknown>> = {
  'a NUL': 'a\u0000b',
  'half a surrogate': '\ud800',
  'text turned around': '\u202eadalah\u202c\u2066x',
  emoji: '👨‍👩‍👧‍👦'.repeat(50),
  SQL: "'; drop table cases.event; --",
  HTML: attack,
  'a template': '{{7*7}}#{7*7}<%= 7*7 %>',
  'a line break': 'a\r\nSet-Cookie: sesi=x',
  'a long text': 'x'.repeat(200_000),
  'many blanks': ' '.repeat(200_000),
  'digits without end': '9'.repeat(50_000),
  'a list': ['a', 'b'],
  'a nested list': [[[[[]]]]],
  'an object': { toString: 1, constructor: { prototype: 1 } },
  'a number': 1e308,
  'a negative number': -1,
  true: true,
  null: null,
  'a date that is none': '2026-02-31',
  'a date far away': '99999-12-31',
  'a list of thousands': Array.from({ length: 3000 }, (_, index) => ({ nama: index })),
};

async function fieldsOf(service: string): Promise<string[]> {
  const { definition } = await currentVersion(app.ctx(), service);
  const asked = [...definition.eligibility.map((rule) => rule.ask), ...definition.form.flatMap((page) => page.fields)];
  return asked.map((field) => field.id);
}

async function post(url: string, payload: unknown, headers: Record<string, string> = {}) {
  return app.fastify.inject({
    method: 'POST',
    url,
    payload: typeof payload === 'string' ? payload : JSON.stringify(payload),
    headers: { 'content-type': 'application/json', ...headers },
  });
}

describe('the API', () => {
  it.each(Object.keys(hostile))(
    'takes %s in every question of all services',
    async (name) => {
      for (const service of services) {
        const answers = Object.fromEntries((await fieldsOf(service)).map((id) => [id, hostile[name]]));
        const asked = await post(`/api/v1/services/${service}/interview`, { answers });
        expect([200, 400, 413, 422], `${service}: ${asked.body.slice(0, 300)}`).toContain(asked.statusCode);
        const sent = await post(
          '/api/v1/applications',
          { service, answers },
          { 'idempotency-key': `${name}-${service}` },
        );
        // A service without required questions or papers may well take it.
        expect([201, 400, 413, 422], `${service}: ${sent.body.slice(0, 300)}`).toContain(sent.statusCode);
        if (sent.statusCode >= 400)
          expect(sent.json()).toMatchObject({ code: expect.stringMatching(/^[a-z]+\.[a-z_]+$/) });
      }
    },
    60_000,
  );

  it('keeps an answer called __proto__ away from everybody', async () => {
    const body =
      '{"service":"sk-domisili","answers":{"__proto__":{"isAdmin":true},"constructor":{"prototype":{"isAdmin":true}}}}';
    const sent = await post('/api/v1/applications', body, { 'idempotency-key': 'proto' });
    expect([400, 422]).toContain(sent.statusCode);
    expect(Reflect.get({}, 'isAdmin')).toBeUndefined();
  });

  it('refuses 2 MB of text, broken JSON and other kinds of content', async () => {
    const key = { 'idempotency-key': 'odd' };
    const tries = [
      [413, JSON.stringify({ service: 'sk-domisili', answers: { nama: 'x'.repeat(2_000_000) } }), {}],
      [400, '{"service":', {}],
      [400, '', {}],
      [422, '[]', {}],
      [422, 'null', {}],
      [415, '<a/>', { 'content-type': 'application/xml' }],
      [415, 'service=sk-domisili', { 'content-type': 'text/plain' }],
      [400, '\u0000', {}],
      [400, '{"service":"sk-domisili","answers":{"nama":"\\u0000"}}', {}],
    ] as const;
    for (const [status, payload, headers] of tries) {
      const sent = await post('/api/v1/applications', payload, { ...key, ...headers });
      expect(sent.statusCode, payload.slice(0, 40)).toBe(status);
      expect(sent.headers['content-type']).toBe('application/problem+json; charset=utf-8');
    }
  });

  it('gives the same receipt for the same key and content, and refuses the key for other content', async () => {
    const paper = { uploadId };
    const answers = {
      nama: 'Andi Tenri',
      nik: '7372011708900001',
      hp: '081234567890',
      punya_pbb: 'tidak',
      jenis: 'tetap',
      keperluan: 'Melamar kerja',
      alamat: 'Jalan Bau Massepe 12 RT 1 RW 2',
      wilayah: '73.72.01.1004',
      tinggal_di_parepare: true,
      alamat_usaha_saja: false,
    };
    const documents = ['ktp-el-pemohon', 'kartu-keluarga', 'pengantar-rt-rw'].map((id) => ({ id, ...paper }));
    const send = (more: object, key = 'kunci-1') =>
      post(
        '/api/v1/applications',
        { service: 'sk-domisili', answers: { ...answers, ...more }, documents },
        { 'idempotency-key': key },
      );
    const all = await Promise.all(Array.from({ length: 8 }, () => send({})));
    expect(all.map((one) => one.statusCode)).toEqual(Array(8).fill(201));
    expect(new Set(all.map((one) => one.body)).size).toBe(1);
    const other = await send({ keperluan: 'Kuliah' });
    expect([other.statusCode, other.json<{ code: string }>().code]).toEqual([409, 'cases.key_reused']);
    expect(other.body).not.toContain(all[0]?.json<{ trackingCode: string }>().trackingCode ?? 'none');
    for (const key of ['', 'x'.repeat(256)]) expect((await send({}, key)).statusCode).toBe(422);
    expect((await send({}, "'; drop table --")).statusCode).toBe(201);
  });
});

describe('the web form', () => {
  it('takes everything in every field of every page and shows it as text', async () => {
    for (const [name, value] of Object.entries(hostile).filter(([, value]) => typeof value === 'string')) {
      const visitor = createVisitor(app.fastify);
      let page = await startDomicile(visitor);
      const token = draftOf(page);
      for (const step of Object.keys(pagesOfDomicile)) {
        page = await visitor.get(`/permohonan/${token}/${step}`);
        const names = [...page.body.matchAll(/name="([a-z][\w.-]*)"/g)].map((match) => match[1] ?? '');
        const answer = await visitor.submit(page, Object.fromEntries(names.map((field) => [field, String(value)])));
        expect([200, 400, 413, 422], `${name} on ${step}: ${answer.body.slice(0, 200)}`).toContain(answer.status);
        expect(answer.body, `${name} on ${step}`).not.toMatch(/<img src=x|<script>alert/);
        expect(JSON.stringify(answer.headers['set-cookie'] ?? ''), `${name} on ${step}`).not.toContain('sesi=');
        if (value === attack && answer.status === 422 && step.startsWith('isi/'))
          expect([...formOf(answer).values.values()].flat().join()).toContain(attack);
        await visitor.submit(await visitor.get(`/permohonan/${token}/${step}`), pagesOfDomicile[step]);
      }
    }
  });

  it('repeated, invented and dangerous field names change nothing', async () => {
    const visitor = createVisitor(app.fastify);
    const page = await fillIn(visitor, await startDomicile(visitor), 'isi/pemohon');
    const answer = await visitor.submit(page, {
      nama: ['Andi', 'Budi'],
      nik: '7372011708900001',
      hp: '081234567890',
      __proto__x: '1',
      'constructor.prototype': '1',
      'alamat.street': attack,
      sentAt: '2026-01-01',
      _add: '__proto__',
      _remove: 'nama.0',
    });
    expect([200, 422]).toContain(answer.status);
    expect((await visitor.get(`/permohonan/${draftOf(page)}`)).status).toBe(200);
  });

  it('shows what a hostile applicant wrote as plain text to everybody who reads it', async () => {
    const visitor = createVisitor(app.fastify);
    const page = await fillIn(visitor, await startDomicile(visitor), 'isi/keperluan');
    await visitor.submit(page, { jenis: 'tetap', keperluan: attack });
    const check = await fillIn(visitor, await visitor.get(`/permohonan/${draftOf(page)}`));
    expect(unescapeHtml(check.body)).toContain(attack);
    expect(check.body).not.toContain('<img src=x');
    const receipt = await visitor.submit(check, declared);
    const code = receipt.path.split('/')[2];
    const tracking = await visitor.get(`/lacak/${code}`);
    await visitor.submit(tracking, { text: attack }, { action: /pesan$/ });
    const shown = await visitor.get(`/lacak/${code}`);
    expect(unescapeHtml(shown.body)).toContain(attack);
    expect(shown.body).not.toMatch(/<img src=x|<script>alert/);
  });
});
