// Codes and links are the only proof of a person without an account: nothing near them may open anything.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../support/app.ts';
import { applyForDomicile, draftOf, startDomicile } from '../support/journey.ts';
import { createVisitor } from '../support/visitor.ts';

let app: TestApp;
let code: string;
let draft: string;
beforeAll(async () => {
  app = await startTestApp({ loadRegion: true });
  code = await applyForDomicile(createVisitor(app.fastify));
  draft = draftOf(await startDomicile(createVisitor(app.fastify)));
});
afterAll(() => app.close());

const get = (url: string, ip = '203.0.113.1') => app.fastify.inject({ url, remoteAddress: ip });
const changed = (token: string, at: number) => {
  const other = token[at] === 'A' ? 'B' : 'A';
  return token.slice(0, at) + other + token.slice(at + 1);
};

describe('a tracking code', () => {
  it('is read as people type it', async () => {
    const typed = code.toLowerCase().replace(/(.{4})(?=.)/g, '$1-');
    expect((await get(`/lacak/${typed}`)).statusCode).toBe(200);
    expect((await get(`/api/v1/track/${encodeURIComponent(typed.replaceAll('-', ' '))}`)).statusCode).toBe(200);
  });

  it('with any one sign changed, cut or lengthened opens nothing', async () => {
    const wrong = [...code].map((_, index) => changed(code, index));
    const others = [
      code.slice(1),
      `${code}A`,
      code.slice(0, 10).repeat(2),
      '0'.repeat(20),
      '%00',
      '..%2f..%2fetc',
      `${code}'--`,
    ];
    for (const [index, guess] of [...wrong, ...others].entries()) {
      const { statusCode } = await get(`/lacak/${guess}`, `198.51.100.${index}`);
      expect([400, 404], guess).toContain(statusCode);
    }
  });

  it('is not stored: the database holds only its hash', async () => {
    const rows = await app.database.query('select to_jsonb(c) as row from cases."case" c');
    expect(JSON.stringify(rows)).not.toContain(code);
  });

  it('guessing is stopped after thirty misses, while a right code still opens', async () => {
    const ip = '203.0.113.77';
    const guess = (index: number) => `${code.slice(0, 16)}${String(index).padStart(4, '2').replaceAll(/[01]/g, '9')}`;
    const answers = [];
    for (let index = 0; index < 40; index++) {
      const path = index % 2 === 0 ? `/lacak/${guess(index)}` : `/api/v1/track/${guess(index)}`;
      answers.push(await get(path, ip));
    }
    expect(answers.slice(0, 30).every((answer) => answer.statusCode === 404)).toBe(true);
    const refused = answers.slice(30);
    expect(refused.every((answer) => answer.statusCode === 429)).toBe(true);
    expect(Number(refused[0]?.headers['retry-after'])).toBeGreaterThan(0);
    expect(refused[1]?.json()).toMatchObject({ code: 'request.too_many' });
    expect((await get(`/lacak/${code}`, ip)).statusCode).toBe(200);
    expect((await get(`/lacak/${guess(1)}/surat.pdf`, ip)).statusCode).toBe(429);
    expect((await get(`/lacak/${guess(1)}`, '203.0.113.78')).statusCode).toBe(404);
  });

  it('used a hundred times by its owner is never refused', async () => {
    const all = await Promise.all(Array.from({ length: 100 }, () => get(`/api/v1/track/${code}`)));
    expect(all.every((answer) => answer.statusCode === 200)).toBe(true);
  });

  it('keeps its pages out of caches, search engines and the next site', async () => {
    const { headers, body } = await get(`/lacak/${code}`);
    expect(headers['cache-control']).toBe('no-store');
    expect(headers['referrer-policy']).toBe('same-origin');
    expect(body).toContain('noindex');
  });
});

describe('the link of an unsent application', () => {
  it('opens for whoever has it and for nobody near it', async () => {
    expect((await get(`/permohonan/${draft}`)).statusCode).toBe(303);
    for (let at = 0; at < draft.length; at++) {
      // The last of 22 base64 signs holds two bits only; every other one is proof.
      const { statusCode } = await get(`/permohonan/${changed(draft, at)}`, `198.51.100.${100 + at}`);
      expect(statusCode).toBe(404);
    }
  });

  it('guessing is stopped too', async () => {
    const answers = [];
    for (let index = 0; index < 35; index++)
      answers.push((await get(`/permohonan/${String(index).padStart(22, 'x')}`, '203.0.113.90')).statusCode);
    expect(answers.slice(0, 30).every((status) => status === 404)).toBe(true);
    expect(answers.slice(30).every((status) => status === 429)).toBe(true);
  });
});

describe('letter ids', () => {
  it('of no letter are not found, whatever they look like', async () => {
    for (const id of ['AAAAAAAAAAAA', 'a', '-'.repeat(12), '%27%20or%201=1', '..%2f..', '%00', 'x'.repeat(400)])
      expect([400, 404, 414]).toContain((await get(`/verifikasi/${id}`)).statusCode);
  });
});
