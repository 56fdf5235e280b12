import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../../../tests/support/app.ts';
import { organisationModule } from '../organisation/index.ts';
import { totpCode } from './crypto/totp.ts';
import { identityModule } from './module.ts';
import { anOfficer, createVisitor, securedOfficer } from './testing.ts';

const password = 'kapal kayu biru di pelabuhan';
const signInPath = '/petugas/masuk';
let test: TestApp;

beforeAll(async () => {
  test = await startTestApp({ modules: [organisationModule, identityModule], loadRegion: true });
});
afterAll(() => test.close());
// Every test starts a day later, so that nobody waits for the tries of another test.
beforeEach(() => test.clock.advance({ days: 1 }));

async function isSignedIn(visitor: ReturnType<typeof createVisitor>): Promise<boolean> {
  return (await visitor.get('/petugas/akun')).status === 200;
}

async function eventsOf(username: string): Promise<string[]> {
  const { id } = await anOfficer(test.ctx(), username);
  const rows = await test.database.query(
    'select kind, outcome from identity.auth_event where officer_id = $1 order by id',
    [id],
  );
  return rows.map((row) => `${String(row.kind)} ${String(row.outcome)}`);
}

describe('password and code', () => {
  it('sign an officer in, in two steps', async () => {
    const { secret } = await securedOfficer(test.ctx(), 'lurah.lompoe', { password, totp: true });
    const visitor = createVisitor(test.fastify);
    const first = await visitor.fill(signInPath, { username: ' Lurah.Lompoe ', password });
    expect(first).toMatchObject({ status: 303, location: '/petugas/masuk/langkah-dua' });
    expect(await isSignedIn(visitor)).toBe(false);
    const second = await visitor.fill('/petugas/masuk/langkah-dua', { code: totpCode(secret, test.clock.now()) });
    expect(second).toMatchObject({ status: 303, location: '/petugas' });
    expect(await isSignedIn(visitor)).toBe(true);
    expect((await eventsOf('lurah.lompoe')).slice(-3)).toEqual(['password ok', 'totp ok', 'session-started ok']);
  });

  it('lead back to the page that asked, and never to another site', async () => {
    const { secret } = await securedOfficer(test.ctx(), 'kasi.lompoe', { password, totp: true });
    const visitor = createVisitor(test.fastify);
    expect((await visitor.get('/petugas/akun/kata-sandi')).location).toBe(
      '/petugas/masuk?kembali=%2Fpetugas%2Fakun%2Fkata-sandi',
    );
    await visitor.fill(
      `${signInPath}?kembali=/petugas/akun`,
      { username: 'kasi.lompoe', password, kembali: '/petugas/akun' },
      signInPath,
    );
    const code = totpCode(secret, test.clock.now());
    const answer = await visitor.fill('/petugas/masuk/langkah-dua', { code, kembali: '//jahat.example' });
    expect(answer.location).toBe('/petugas');
  });

  it('answer an unknown name and a wrong password word for word alike', async () => {
    await securedOfficer(test.ctx(), 'petugas.lompoe', { password });
    const plain = (body: string) => body.replace(/value="[^"]*"/g, '').replace(/^.*nonce.*$/gm, '');
    const wrong = await createVisitor(test.fastify).fill(signInPath, {
      username: 'petugas.lompoe',
      password: 'salah sama sekali',
    });
    const unknown = await createVisitor(test.fastify).fill(signInPath, {
      username: 'tidak.ada',
      password: 'salah sama sekali',
    });
    const none = await createVisitor(test.fastify).fill(signInPath, {
      username: 'camat.ujung',
      password: 'salah sama sekali',
    });
    expect(wrong.status).toBe(422);
    expect([unknown.status, none.status]).toEqual([422, 422]);
    expect(plain(unknown.body)).toBe(plain(wrong.body));
    expect(plain(none.body)).toBe(plain(wrong.body));
    expect(wrong.body).toContain('Nama pengguna atau kata sandi belum cocok');
    expect(wrong.body).not.toContain('salah sama sekali');
  });

  it('refuse a code that was used before, in another browser too', async () => {
    const { secret } = await securedOfficer(test.ctx(), 'lurah.lemoe', { password, totp: true });
    const code = totpCode(secret, test.clock.now());
    const owner = createVisitor(test.fastify);
    await owner.fill(signInPath, { username: 'lurah.lemoe', password });
    expect((await owner.fill('/petugas/masuk/langkah-dua', { code })).status).toBe(303);
    const watcher = createVisitor(test.fastify, { ip: '10.9.9.9' });
    await watcher.fill(signInPath, { username: 'lurah.lemoe', password });
    const replay = await watcher.fill('/petugas/masuk/langkah-dua', { code });
    expect(replay.status).toBe(422);
    expect(replay.body).toContain('sudah dipakai');
    expect(await isSignedIn(watcher)).toBe(false);
  });
});

describe('codes sent more than once, wrong or late', () => {
  it('let one of two tabs win with the same code', async () => {
    const { secret } = await securedOfficer(test.ctx(), 'kasi.lemoe', { password, totp: true });
    const tabs = [createVisitor(test.fastify), createVisitor(test.fastify)];
    for (const tab of tabs) await tab.fill(signInPath, { username: 'kasi.lemoe', password });
    for (const tab of tabs) await tab.get('/petugas/masuk/langkah-dua');
    const code = totpCode(secret, test.clock.now());
    const answers = await Promise.all(tabs.map((tab) => tab.post('/petugas/masuk/langkah-dua', { code })));
    expect(answers.map((answer) => answer.status).sort()).toEqual([303, 422]);
  });

  it('give one session when the same browser sends the code twice', async () => {
    const { id, secret } = await securedOfficer(test.ctx(), 'petugas.lemoe', { password, totp: true });
    const visitor = createVisitor(test.fastify);
    await visitor.fill(signInPath, { username: 'petugas.lemoe', password });
    await visitor.get('/petugas/masuk/langkah-dua');
    const code = totpCode(secret, test.clock.now());
    const twice = [1, 2].map(() => visitor.post('/petugas/masuk/langkah-dua', { code }));
    await Promise.all(twice);
    const [sessions] = await test.database.query(
      'select count(*)::int as n from identity.session where officer_id = $1',
      [id],
    );
    expect(sessions?.n).toBe(1);
  });

  it('start again after five wrong codes: the right one comes too late', async () => {
    const { secret } = await securedOfficer(test.ctx(), 'petugas.lapadde', { password, totp: true });
    const visitor = createVisitor(test.fastify);
    await visitor.fill(signInPath, { username: 'petugas.lapadde', password });
    await visitor.get('/petugas/masuk/langkah-dua');
    for (let turn = 0; turn < 5; turn += 1) await visitor.post('/petugas/masuk/langkah-dua', { code: '000000' });
    const late = await visitor.post('/petugas/masuk/langkah-dua', { code: totpCode(secret, test.clock.now()) });
    expect(late).toMatchObject({ status: 303, location: '/petugas/masuk?pesan=ulang' });
    expect(await isSignedIn(visitor)).toBe(false);
  });

  it('start again when the second step waits longer than ten minutes', async () => {
    const { secret } = await securedOfficer(test.ctx(), 'kasi.lapadde', { password, totp: true });
    const visitor = createVisitor(test.fastify);
    await visitor.fill(signInPath, { username: 'kasi.lapadde', password });
    await visitor.get('/petugas/masuk/langkah-dua');
    test.clock.advance({ minutes: 11 });
    const late = await visitor.post('/petugas/masuk/langkah-dua', { code: totpCode(secret, test.clock.now()) });
    expect(late.location).toBe('/petugas/masuk?pesan=ulang');
  });
});

describe('guessing', () => {
  it('is slowed down with a growing wait that says when to try again; the right password does not help meanwhile', async () => {
    await securedOfficer(test.ctx(), 'kasi.mallusetasi', { password });
    const visitor = createVisitor(test.fastify);
    const guess = (typed = 'bukan ini juga') =>
      visitor.fill(signInPath, { username: 'kasi.mallusetasi', password: typed });
    for (let turn = 0; turn < 5; turn += 1) expect((await guess()).status).toBe(422);
    const blocked = await guess(password);
    expect(blocked.status).toBe(429);
    expect(blocked.headers['retry-after']).toBe('30');
    expect(blocked.body).toMatch(/Coba lagi pukul \d\d\.\d\d WITA/);
    test.clock.advance({ seconds: 31 });
    expect((await guess()).status).toBe(422);
    expect((await guess(password)).headers['retry-after']).toBe('60');
    test.clock.advance({ seconds: 61 });
    expect((await guess(password)).status).toBe(303);
    expect((await guess(password)).status).toBe(303);
  });

  it('slips through no faster when all guesses come at the same moment', async () => {
    const visitors = Array.from({ length: 12 }, (_, turn) => createVisitor(test.fastify, { ip: `10.3.0.${turn}` }));
    for (const visitor of visitors) await visitor.get(signInPath);
    const fields = { username: 'kasi.lumpue', password: 'tebakan bersama' };
    const answers = await Promise.all(visitors.map((visitor) => visitor.post(signInPath, fields)));
    expect(answers.filter((answer) => answer.status === 422)).toHaveLength(5);
    expect(answers.filter((answer) => answer.status === 429)).toHaveLength(7);
  });

  it('of a name nobody has is slowed down the same way', async () => {
    const visitor = createVisitor(test.fastify, { ip: '10.3.1.1' });
    const statuses: number[] = [];
    for (let turn = 0; turn < 6; turn += 1) {
      statuses.push((await visitor.fill(signInPath, { username: 'hantu.balai', password: 'x' })).status);
    }
    expect(statuses).toEqual([422, 422, 422, 422, 422, 429]);
  });

  it('of many names from one address is slowed down by the address, others are not', async () => {
    const visitor = createVisitor(test.fastify, { ip: '10.3.2.2' });
    let last = 0;
    for (let turn = 0; turn < 51; turn += 1) {
      last = (await visitor.fill(signInPath, { username: `orang.${turn}`, password: 'x' })).status;
    }
    expect(last).toBe(429);
    const neighbour = createVisitor(test.fastify, { ip: '10.3.2.3' });
    expect((await neighbour.fill(signInPath, { username: 'orang.1', password: 'x' })).status).toBe(422);
  });

  it('of codes is slowed down per officer, across many sign-ins with the right password', async () => {
    const { id } = await securedOfficer(test.ctx(), 'lurah.lapadde', { password, totp: true });
    const visitor = createVisitor(test.fastify);
    const statuses: number[] = [];
    for (let turn = 0; turn < 3; turn += 1) {
      await visitor.fill(signInPath, { username: 'lurah.lapadde', password });
      for (let code = 0; code < 3; code += 1) {
        statuses.push((await visitor.fill('/petugas/masuk/langkah-dua', { code: `00000${code}` })).status);
      }
    }
    expect(statuses.slice(0, 5)).toEqual([422, 422, 422, 422, 422]);
    expect(statuses.slice(5)).toEqual([429, 429, 429, 429]);
    expect(id).toBeTruthy();
  });

  it('leaves neither names nor addresses in the tables', async () => {
    const dump = await test.database.query(
      'select (select json_agg(t) from identity.throttle t)::text || (select json_agg(e) from identity.auth_event e)::text as text',
    );
    expect(String(dump[0]?.text)).not.toMatch(/hantu|lapadde|10\.3\./);
  });
});

describe('a form of another site', () => {
  it('cannot sign anybody in or out', async () => {
    await securedOfficer(test.ctx(), 'kasi.labukkang', { password });
    const visitor = createVisitor(test.fastify);
    await visitor.get(signInPath);
    const fields = { username: 'kasi.labukkang', password };
    expect((await visitor.post(signInPath, { ...fields, _csrf: 'asing' })).status).toBe(403);
    const attacker = createVisitor(test.fastify);
    const page = await attacker.get(signInPath);
    const token = /name="_csrf" value="([^"]+)"/.exec(page.body)?.[1] ?? '';
    expect((await visitor.post(signInPath, { ...fields, _csrf: token })).status).toBe(403);
    expect((await visitor.post('/petugas/keluar', { _csrf: token })).status).toBe(403);
  });
});
