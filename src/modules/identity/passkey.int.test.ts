import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../../../tests/support/app.ts';
import { organisationModule } from '../organisation/index.ts';
import { identityModule } from './module.ts';
import { type Authenticator, createAuthenticator, type Twist } from './software-authenticator.testing.ts';
import { anOfficer, createVisitor, securedOfficer, sessionCookieOf, type Visitor } from './testing.ts';

const password = 'kapal kayu biru di pelabuhan';
const origin = 'http://localhost:3000';
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

function optionsIn(body: string): string {
  const attribute = /data-options="([^"]+)"/.exec(body)?.[1] ?? '{}';
  return attribute.replaceAll('&quot;', '"').replaceAll('&amp;', '&');
}

async function register(visitor: Visitor, device: Authenticator, twist: Twist = {}) {
  const page = await visitor.get('/petugas/akun/kunci-sandi');
  return await visitor.post('/petugas/akun/kunci-sandi', {
    credential: device.create(optionsIn(page.body), twist),
    label: 'HP kantor',
  });
}

async function askForPasskey(visitor: Visitor): Promise<string> {
  const begun = await visitor.fill('/petugas/masuk', {}, '/petugas/masuk/kunci-sandi');
  expect(begun.location).toBe('/petugas/masuk/kunci-sandi');
  return optionsIn((await visitor.get('/petugas/masuk/kunci-sandi')).body);
}

const answer = (visitor: Visitor, credential: string) =>
  visitor.post('/petugas/masuk/kunci-sandi/jawab', { credential });
const isIn = async (visitor: Visitor) => (await visitor.get('/petugas/akun')).status === 200;

describe('a passkey', () => {
  it('is added to the account and then signs its officer in alone', async () => {
    const device = createAuthenticator(origin);
    expect(await register(await signedIn('lurah.lompoe'), device)).toMatchObject({
      status: 303,
      location: '/petugas/akun?tersimpan=1',
    });
    const visitor = createVisitor(test.fastify);
    const entered = await answer(visitor, device.get(await askForPasskey(visitor)));
    expect(entered).toMatchObject({ status: 303, location: '/petugas' });
    const account = await visitor.get('/petugas/akun');
    expect(account.body).toContain('HP kantor');
    expect(account.body).toContain((await anOfficer(test.ctx(), 'lurah.lompoe')).name);
  });

  it('serves as the second step after the password', async () => {
    const device = createAuthenticator(origin);
    await register(await signedIn('kasi.lompoe'), device);
    await securedOfficer(test.ctx(), 'kasi.lompoe', { password });
    const visitor = createVisitor(test.fastify);
    const first = await visitor.fill('/petugas/masuk', { username: 'kasi.lompoe', password });
    expect(first.location).toBe('/petugas/masuk/langkah-dua');
    const page = await visitor.get('/petugas/masuk/langkah-dua');
    expect((await answer(visitor, device.get(optionsIn(page.body)))).location).toBe('/petugas');
    expect(await isIn(visitor)).toBe(true);
  });

  it('of a colleague does not finish the sign-in that a password began', async () => {
    const own = createAuthenticator(origin);
    const colleague = createAuthenticator(origin);
    await register(await signedIn('petugas.lompoe'), own);
    await register(await signedIn('petugas.lemoe'), colleague);
    await securedOfficer(test.ctx(), 'petugas.lompoe', { password });
    const visitor = createVisitor(test.fastify);
    await visitor.fill('/petugas/masuk', { username: 'petugas.lompoe', password });
    const page = await visitor.get('/petugas/masuk/langkah-dua');
    expect((await answer(visitor, colleague.get(optionsIn(page.body)))).status).toBe(422);
    expect(await isIn(visitor)).toBe(false);
  });

  it.each<[string, Twist]>([
    ['made for another site', { origin: 'https://loket24.jahat.example' }],
    ['for another name', { party: 'jahat.example' }],
    ['to a challenge of somebody else', { challenge: 'bm90LXlvdXJzLW5vdC15b3Vycy1ub3QteW91cnM' }],
    ['without the person confirming on the device', { flags: 0x01 }],
    ['of a copied device, whose counter went back', { counter: 0 }],
  ])('answer %s is refused', async (_title, twist) => {
    const device = createAuthenticator(origin);
    await register(await signedIn('kasi.lemoe'), device);
    const honest = createVisitor(test.fastify);
    expect((await answer(honest, device.get(await askForPasskey(honest)))).status).toBe(303);
    const visitor = createVisitor(test.fastify);
    const refused = await answer(visitor, device.get(await askForPasskey(visitor), twist));
    expect(refused.status).toBe(422);
    expect(refused.body).toContain('Kunci sandi tidak diterima');
    expect(await isIn(visitor)).toBe(false);
  });
});

describe('what a passkey device sends', () => {
  it('is judged once: the same answer again is refused', async () => {
    const device = createAuthenticator(origin);
    await register(await signedIn('lurah.lemoe'), device);
    const visitor = createVisitor(test.fastify);
    const credential = device.get(await askForPasskey(visitor));
    const attempt = new Map(visitor.cookies);
    expect((await answer(visitor, credential)).status).toBe(303);
    for (const [name, value] of attempt) visitor.cookies.set(name, value);
    expect((await answer(visitor, credential)).location).toBe('/petugas/masuk?pesan=ulang');
    const other = createVisitor(test.fastify);
    await askForPasskey(other);
    expect((await answer(other, credential)).status).toBe(422);
  });

  it('is refused politely when it has any other shape', async () => {
    for (const credential of [
      '',
      'null',
      '[]',
      '{"id":"x"}',
      '{"id":"x","rawId":"x","type":"public-key","response":{}}',
      '{'.repeat(5000),
    ]) {
      const visitor = createVisitor(test.fastify);
      await askForPasskey(visitor);
      expect((await answer(visitor, credential)).status).toBe(422);
    }
  });

  it('does not become a passkey twice, nor from an answer to an older question', async () => {
    const device = createAuthenticator(origin);
    const visitor = await signedIn('camat.ujung');
    const first = optionsIn((await visitor.get('/petugas/akun/kunci-sandi')).body);
    await visitor.get('/petugas/akun/kunci-sandi');
    expect((await visitor.post('/petugas/akun/kunci-sandi', { credential: device.create(first) })).status).toBe(422);
    expect((await register(visitor, device, { origin: 'https://jahat.example' })).status).toBe(422);
    expect((await register(visitor, device)).status).toBe(303);
  });
});

describe('a passkey in the account', () => {
  it('that was removed signs nobody in', async () => {
    const device = createAuthenticator(origin);
    const owner = await signedIn('camat.soreang');
    await register(owner, device);
    const id = /kunci-sandi\/([0-9a-f-]{36})\/hapus/.exec((await owner.get('/petugas/akun')).body)?.[1] ?? '';
    const stranger = await signedIn('camat.ujung');
    await stranger.fill('/petugas/akun', {}, `/petugas/akun/kunci-sandi/${id}/hapus`);
    expect((await owner.get('/petugas/akun')).body).toContain(id);
    await owner.post(`/petugas/akun/kunci-sandi/${id}/hapus`);
    const visitor = createVisitor(test.fastify);
    expect((await answer(visitor, device.get(await askForPasskey(visitor)))).status).toBe(422);
  });

  it('is not offered at an address where browsers refuse it, and the page says where it works', async () => {
    const visitor = createVisitor(test.fastify, { host: '127.0.0.1:3000' });
    expect((await visitor.get('/petugas/masuk')).body).not.toContain('Masuk dengan kunci sandi');
    const [name = '', value = ''] = (await sessionCookieOf(test.ctx(), 'lurah.lompoe')).split('=');
    visitor.cookies.set(name, value);
    expect((await visitor.get('/petugas/akun/kunci-sandi')).body).toContain('http://localhost:3000');
  });
});
