import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../../../tests/support/app.ts';
import { organisationModule } from '../organisation/index.ts';
import { createApiKey } from './api-keys.ts';
import { verifyPassword } from './crypto/passwords.ts';
import { totpCode } from './crypto/totp.ts';
import { identityModule } from './module.ts';
import { resolveOfficer } from './sessions/resolve-officer.ts';
import { anOfficer, createVisitor, securedOfficer, sessionCookieOf, type Visitor } from './testing.ts';

const password = 'kapal kayu biru di pelabuhan';
const account = '/petugas/akun';
let test: TestApp;

beforeAll(async () => {
  test = await startTestApp({ modules: [organisationModule, identityModule], loadRegion: true });
});
afterAll(() => test.close());
beforeEach(() => test.clock.advance({ days: 1 }));

async function signedIn(username: string): Promise<Visitor> {
  const visitor = createVisitor(test.fastify);
  const [name = '', value = ''] = (await sessionCookieOf(test.ctx(), username)).split('=');
  visitor.cookies.set(name, value);
  return visitor;
}
const isIn = async (visitor: Visitor) => (await visitor.get(account)).status === 200;
const codesIn = (body: string) =>
  [...body.matchAll(/<code class="num">([^<]+)<\/code>/g)].map((match) => match[1] ?? '');
const secretIn = (body: string) => (/<code>([A-Z2-7 ]+)<\/code>/.exec(body)?.[1] ?? '').replaceAll(' ', '');

describe('the password', () => {
  it('is set, signs in, and puts other devices out', async () => {
    const other = await signedIn('kasi.lompoe');
    const visitor = await signedIn('kasi.lompoe');
    const saved = await visitor.fill(`${account}/kata-sandi`, { password, again: password });
    expect(saved.location).toBe(`${account}?tersimpan=1`);
    expect(await isIn(visitor)).toBe(true);
    expect(await isIn(other)).toBe(false);
    const entered = await createVisitor(test.fastify).fill('/petugas/masuk', { username: 'kasi.lompoe', password });
    expect(entered.location).toBe('/petugas/masuk/pengaman');
  });

  it.each([
    ['pendek', 'pendek', 'Pakai sedikitnya 12'],
    ['Parepare2026!', 'Parepare2026!', 'mudah ditebak'],
    [password, `${password}x`, 'belum sama'],
  ])('%s is not taken', async (typed, again, sentence) => {
    const visitor = await signedIn('petugas.lompoe');
    const answer = await visitor.fill(`${account}/kata-sandi`, { password: typed, again });
    expect(answer.status).toBe(422);
    expect(answer.body).toContain(sentence);
    const { id } = await anOfficer(test.ctx(), 'petugas.lompoe');
    expect(await test.database.query('select 1 from identity.password where officer_id = $1', [id])).toEqual([]);
  });

  it('is not changed from a screen left alone for a quarter of an hour', async () => {
    const visitor = await signedIn('petugas.lompoe');
    await visitor.get(`${account}/kata-sandi`);
    test.clock.advance({ minutes: 15 });
    const answer = await visitor.post(`${account}/kata-sandi`, { password, again: password });
    expect(answer.location).toBe('/petugas/masuk?pesan=segar&kembali=%2Fpetugas%2Fakun%2Fkata-sandi');
    expect((await visitor.get(account)).body).toContain('Masuk lagi');
  });

  it('is hashed with today’s cost at the next sign-in', async () => {
    const { id } = await securedOfficer(test.ctx(), 'kasi.ujung-baru', { password });
    const { hash } = await import('@node-rs/argon2');
    const old = await hash(password, { memoryCost: 4096, timeCost: 1, parallelism: 1 });
    await test.database.query("select set_config('loket.region', 'parepare', false)");
    await test.platform.db.updateTable('identity.password').set({ hash: old }).where('officerId', '=', id).execute();
    await createVisitor(test.fastify).fill('/petugas/masuk', { username: 'kasi.ujung-baru', password });
    const row = await test.platform.db
      .selectFrom('identity.password')
      .select('hash')
      .where('officerId', '=', id)
      .executeTakeFirst();
    expect(row?.hash).toContain('m=19456,t=2,p=1');
    expect(await verifyPassword(row?.hash, password)).toBe(true);
  });
});

describe('the code app', () => {
  it('is set up during the sign-in of an officer who has none, and recovery codes follow', async () => {
    await securedOfficer(test.ctx(), 'lurah.lemoe', { password });
    const visitor = createVisitor(test.fastify);
    await visitor.fill('/petugas/masuk', { username: 'lurah.lemoe', password });
    const page = await visitor.get('/petugas/masuk/pengaman');
    expect(page.body).not.toContain('Lewati dulu');
    const secret = secretIn(page.body);
    expect(secretIn((await visitor.get('/petugas/masuk/pengaman')).body)).toBe(secret);
    expect((await visitor.post('/petugas/masuk/pengaman', { code: '000000' })).status).toBe(422);
    const done = await visitor.post('/petugas/masuk/pengaman', { code: totpCode(secret, test.clock.now()) });
    expect(done.status).toBe(200);
    expect(codesIn(done.body)).toHaveLength(10);
    expect(await isIn(visitor)).toBe(true);
  });

  it('secret is not readable in the database', async () => {
    const { secret } = await securedOfficer(test.ctx(), 'kasi.lemoe', { password, totp: true });
    const rows = await test.database.query(
      "select encode(sealed_secret, 'escape') as escaped, encode(sealed_secret, 'hex') as hex from identity.totp",
    );
    expect(JSON.stringify(rows)).not.toContain(secret);
    expect(JSON.stringify(rows)).not.toContain(Buffer.from(secret).toString('hex'));
  });

  it('can be removed, and then added again with another secret', async () => {
    const { secret } = await securedOfficer(test.ctx(), 'petugas.lemoe', { password, totp: true });
    const visitor = await signedIn('petugas.lemoe');
    await visitor.fill(account, {}, `${account}/aplikasi-kode/hapus`);
    const page = await visitor.get(`${account}/aplikasi-kode`);
    expect(secretIn(page.body)).not.toBe(secret);
    const done = await visitor.post(`${account}/aplikasi-kode`, {
      code: totpCode(secretIn(page.body), test.clock.now()),
    });
    expect(codesIn(done.body)).toHaveLength(10);
  });
});

describe('recovery codes', () => {
  it('replace a lost phone once each, however they are typed', async () => {
    const { secret } = await securedOfficer(test.ctx(), 'kasi.lapadde', { password, totp: true });
    expect(secret).toBeTruthy();
    const owner = await signedIn('kasi.lapadde');
    const [code = ''] = codesIn((await owner.fill(account, {}, `${account}/kode-pemulihan`)).body);
    const typed = code.toLowerCase().replace('-', ' ');
    const enter = async () => {
      const visitor = createVisitor(test.fastify);
      await visitor.fill('/petugas/masuk', { username: 'kasi.lapadde', password });
      return (await visitor.fill('/petugas/masuk/langkah-dua', { code: typed })).status;
    };
    expect(await enter()).toBe(303);
    expect(await enter()).toBe(422);
    expect((await owner.get(account)).body).toContain('Tersisa 9 kode');
  });

  it('of before stop working when new ones are made', async () => {
    await securedOfficer(test.ctx(), 'lurah.lapadde', { password, totp: true });
    const owner = await signedIn('lurah.lapadde');
    const [old = ''] = codesIn((await owner.fill(account, {}, `${account}/kode-pemulihan`)).body);
    await owner.fill(account, {}, `${account}/kode-pemulihan`);
    const visitor = createVisitor(test.fastify);
    await visitor.fill('/petugas/masuk', { username: 'lurah.lapadde', password });
    expect((await visitor.fill('/petugas/masuk/langkah-dua', { code: old })).status).toBe(422);
  });
});

describe('API keys', () => {
  it('are listed with their use and stop at once when revoked by their officer, and by nobody else', async () => {
    const { id } = await anOfficer(test.ctx(), 'petugas.lompoe');
    const key = await createApiKey(test.ctx(), { name: 'Mesin antrean', scope: 'inbox', officerId: id });
    expect((await resolveOfficer(test.platform, { bearer: key }))?.via).toBe('api-key');
    const owner = await signedIn('petugas.lompoe');
    const page = await owner.get(account);
    expect(page.body).toContain('Mesin antrean');
    expect(page.body).not.toContain(key);
    const path = /\/petugas\/akun\/kunci-api\/[0-9a-f-]{36}\/cabut/.exec(page.body)?.[0] ?? '';
    await (await signedIn('kasi.lompoe')).fill(account, {}, path);
    expect(await resolveOfficer(test.platform, { bearer: key })).toBeDefined();
    await owner.post(path);
    expect(await resolveOfficer(test.platform, { bearer: key })).toBeUndefined();
  });
});

describe('the pages', () => {
  it('are complete in English', async () => {
    const visitor = await signedIn('lurah.lompoe');
    const body = (await visitor.get(`${account}?bahasa=en`)).body;
    expect(body).toContain('Devices signed in now');
    expect(body).not.toMatch(/Kata sandi|Perangkat|Kunci akun/);
  });

  it('need nothing of the browser but forms: no script is in the page text', async () => {
    const visitor = await signedIn('lurah.lompoe');
    for (const path of [account, `${account}/kata-sandi`, `${account}/aplikasi-kode`, '/petugas/masuk']) {
      const { body, status } = await visitor.get(path);
      expect(status).toBe(200);
      expect(body).not.toMatch(/<script(?![^>]*src=)|\son[a-z]+=|style=/);
    }
  });
});
