import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../../../tests/support/app.ts';
import { organisationModule } from '../organisation/index.ts';
import { loginLinkCommand } from './cli.ts';
import { identityModule } from './module.ts';
import { resolveOfficer } from './sessions/resolve-officer.ts';
import { anOfficer, createVisitor, securedOfficer, type Visitor } from './testing.ts';

const password = 'kapal kayu biru di pelabuhan';
let test: TestApp;

beforeAll(async () => {
  test = await startTestApp({ modules: [organisationModule, identityModule], loadRegion: true });
});
afterAll(() => test.close());
beforeEach(() => test.clock.advance({ days: 1 }));

async function linkFor(username: string, app = test): Promise<string> {
  return new URL(await loginLinkCommand(app.platform, { as: username })).pathname;
}
async function signIn(username: string, visitor = createVisitor(test.fastify)): Promise<Visitor> {
  await visitor.fill(await linkFor(username), {});
  return visitor;
}
const isIn = async (visitor: Visitor) => (await visitor.get('/petugas/akun')).status === 200;

describe('a one-time link', () => {
  it('signs in on the press of a button; opening it, as mail scanners do, uses nothing up', async () => {
    const path = await linkFor('lurah.lompoe');
    const scanner = createVisitor(test.fastify, { userAgent: 'MailScanner/1.0' });
    for (let turn = 0; turn < 3; turn += 1) expect((await scanner.get(path)).status).toBe(200);
    const visitor = createVisitor(test.fastify);
    const page = await visitor.get(path);
    expect(page.body).toContain((await anOfficer(test.ctx(), 'lurah.lompoe')).name);
    expect(page.headers['referrer-policy']).toBe('same-origin');
    expect(page.headers['cache-control']).toBe('no-store');
    expect((await visitor.post(path)).status).toBe(303);
    expect(await isIn(visitor)).toBe(true);
  });

  it('is good once', async () => {
    const path = await linkFor('lurah.lompoe');
    expect(await createVisitor(test.fastify).fill(path, {})).toMatchObject({ status: 303 });
    const thief = createVisitor(test.fastify);
    expect((await thief.get(path)).status).toBe(410);
    await thief.get('/petugas/masuk');
    const replay = await thief.post(path);
    expect(replay.status).toBe(410);
    expect(replay.body).toContain('Minta tautan baru');
    expect(await isIn(thief)).toBe(false);
  });

  it('is good once also when two browsers press at the same moment', async () => {
    const path = await linkFor('lurah.lompoe');
    const visitors = [1, 2, 3, 4].map(() => createVisitor(test.fastify));
    for (const visitor of visitors) await visitor.get(path);
    const statuses = (await Promise.all(visitors.map((visitor) => visitor.post(path)))).map((answer) => answer.status);
    expect(statuses.sort()).toEqual([303, 410, 410, 410]);
  });

  it('is good for 15 minutes', async () => {
    const path = await linkFor('lurah.lompoe');
    const visitor = createVisitor(test.fastify);
    await visitor.get(path);
    test.clock.advance({ minutes: 15 });
    expect((await visitor.post(path)).status).toBe(410);
  });

  it('that was guessed or cut off leads nowhere', async () => {
    for (const token of ['x', 'A'.repeat(43), (await linkFor('lurah.lompoe')).slice(-42), "'or'1"]) {
      expect((await createVisitor(test.fastify).get(`/petugas/masuk/tautan/${token}`)).status).toBe(410);
    }
  });

  it('is stored as a hash only', async () => {
    const token = (await linkFor('lurah.lompoe')).split('/').at(-1) ?? '';
    const rows = await test.database.query('select * from identity.login_link');
    expect(JSON.stringify(rows)).not.toContain(token);
    expect(rows.length).toBeGreaterThan(0);
  });

  it('asks an officer without a second proof to set one up; a development system lets that wait', async () => {
    const visitor = createVisitor(test.fastify);
    const answer = await visitor.fill(await linkFor('kasi.lompoe'), {});
    expect(answer.location).toBe('/petugas/akun/aplikasi-kode?baru=1');
    expect((await visitor.get(answer.location ?? '')).body).toContain('Lewati dulu');
  });

  it('on a production system opens no session before a second proof is set up', async () => {
    const production = await startTestApp({
      modules: [organisationModule, identityModule],
      loadRegion: true,
      config: { development: false, environment: 'production' },
    });
    try {
      const visitor = createVisitor(production.fastify);
      const answer = await visitor.fill(await linkFor('kasi.lompoe', production), {});
      expect(answer.location).toMatch(/^\/petugas\/masuk\/pengaman/);
      expect((await visitor.get(answer.location ?? '')).body).not.toContain('Lewati dulu');
      expect(await isIn(visitor)).toBe(false);
    } finally {
      await production.close();
    }
  });
});

describe('the time of a session', () => {
  it('ends 30 minutes after the last use, and slides while it is used', async () => {
    const visitor = await signIn('lurah.lompoe');
    for (let turn = 0; turn < 4; turn += 1) {
      test.clock.advance({ minutes: 29 });
      expect(await isIn(visitor)).toBe(true);
    }
    test.clock.advance({ minutes: 30 });
    expect((await visitor.get('/petugas/akun')).location).toBe('/petugas/masuk?kembali=%2Fpetugas%2Fakun');
  });

  it('ends after twelve hours however busy', async () => {
    const visitor = await signIn('lurah.lompoe');
    for (let turn = 0; turn < 36; turn += 1) {
      expect(await isIn(visitor)).toBe(true);
      test.clock.advance({ minutes: 20 });
    }
    expect(await isIn(visitor)).toBe(false);
  });

  it('is written at most once a minute', async () => {
    const visitor = await signIn('lurah.lompoe');
    const seen = async () => {
      const [row] = await test.database.query(
        'select max(last_seen_at) as at from identity.session where ended_at is null',
      );
      return row?.at instanceof Date ? row.at.getTime() : 0;
    };
    const first = await seen();
    test.clock.advance({ seconds: 50 });
    await isIn(visitor);
    expect(await seen()).toBe(first);
  });
});

describe('a session', () => {
  it('gets a new id at sign-in: one planted before is worth nothing', async () => {
    const planted = 'A'.repeat(43);
    const visitor = createVisitor(test.fastify);
    visitor.cookies.set('sesi', planted);
    await signIn('lurah.lompoe', visitor);
    expect(visitor.cookies.get('sesi')).not.toBe(planted);
    const attacker = createVisitor(test.fastify);
    attacker.cookies.set('sesi', planted);
    expect(await isIn(attacker)).toBe(false);
  });

  it('of the officer before ends when another signs in on the same browser', async () => {
    const visitor = await signIn('petugas.lompoe');
    const before = visitor.cookies.get('sesi') ?? '';
    await signIn('lurah.lompoe', visitor);
    expect(await resolveOfficer(test.platform, { cookie: before })).toBeUndefined();
    expect((await resolveOfficer(test.platform, { cookie: visitor.cookies.get('sesi') ?? '' }))?.username).toBe(
      'lurah.lompoe',
    );
  });

  it('ends at sign-out for every tab at once, and the browser is told to forget', async () => {
    const tab = await signIn('lurah.lompoe');
    const other = createVisitor(test.fastify);
    for (const [name, value] of tab.cookies) other.cookies.set(name, value);
    expect(await isIn(other)).toBe(true);
    const left = await tab.fill('/petugas/akun', {}, '/petugas/keluar');
    expect(left.headers['clear-site-data']).toBe('"cache", "cookies", "storage"');
    expect(await isIn(other)).toBe(false);
  });

  it('cookie cannot be read by scripts, and only the hash of it is stored', async () => {
    const path = await linkFor('lurah.lompoe');
    const visitor = createVisitor(test.fastify);
    const answer = await visitor.fill(path, {});
    const cookie = [answer.headers['set-cookie']].flat().find((line) => String(line).startsWith('sesi='));
    expect(cookie).toContain('HttpOnly');
    expect(cookie).toContain('SameSite=Lax');
    const rows = await test.database.query('select * from identity.session');
    expect(JSON.stringify(rows)).not.toContain(visitor.cookies.get('sesi'));
  });

  it('of a browser ends from the list of another, but nobody ends a session of a colleague', async () => {
    const phone = await signIn(
      'kasi.lemoe',
      createVisitor(test.fastify, { userAgent: 'Mozilla/5.0 (Linux; Android 14) Chrome/140.0 Safari/537.36' }),
    );
    const desk = await signIn('kasi.lemoe');
    const page = await desk.get('/petugas/akun');
    expect(page.body).toContain('Chrome, Android');
    const path = /\/petugas\/akun\/sesi\/[0-9a-f-]{36}\/keluar/.exec(page.body)?.[0] ?? '';
    const colleague = await signIn('petugas.lemoe');
    await colleague.fill('/petugas/akun', {}, path);
    expect(await isIn(phone)).toBe(true);
    await desk.post(path);
    expect(await isIn(phone)).toBe(false);
    expect(await isIn(desk)).toBe(true);
  });

  it('follows the officer’s place of work as soon as it changes, and ends with the appointment', async () => {
    const visitor = await signIn('petugas.lapadde');
    const cookie = visitor.cookies.get('sesi') ?? '';
    const { id, memberships } = await anOfficer(test.ctx(), 'petugas.lapadde');
    expect((await resolveOfficer(test.platform, { cookie }))?.memberships).toEqual(memberships);
    await test.database.query(
      "update identity.officer set active = false where id = $1 and set_config('loket.region', 'parepare', false) <> ''",
      [id],
    );
    await test.database.query('update organisation.revision set token = gen_random_uuid()');
    await expect.poll(() => resolveOfficer(test.platform, { cookie }), { timeout: 3_000 }).toBeUndefined();
  });
});

describe('another region on the same database', () => {
  it('knows neither our officers nor their sessions, links and keys', async () => {
    const { createPlatform, createContext } = await import('../../platform/create-platform.ts');
    const { createLog } = await import('../../platform/log.ts');
    const { createApiKey } = await import('./api-keys.ts');
    const { signInWithPassword, findLinkOwner } = await import('./sign-in/first-step.ts');
    await securedOfficer(test.ctx(), 'lurah.lompoe', { password });
    const { id } = await anOfficer(test.ctx(), 'lurah.lompoe');
    const key = await createApiKey(test.ctx(), { name: 'uji', scope: 'inbox', officerId: id });
    const cookie = (await signIn('lurah.lompoe')).cookies.get('sesi') ?? '';
    const link = (await linkFor('lurah.lompoe')).split('/').at(-1) ?? '';
    expect((await resolveOfficer(test.platform, { bearer: key }))?.username).toBe('lurah.lompoe');
    const region = { ...test.platform.region, id: 'wajo' };
    const wajo = await createPlatform({
      config: test.platform.config,
      region,
      db: test.database.open('wajo').db,
      log: createLog('silent'),
      clock: test.clock,
    });
    const ctx = createContext(wajo, { actor: { kind: 'anonymous' } });
    const browser = { ip: '10.0.0.1', device: '?', sessionToken: undefined };
    expect(await resolveOfficer(wajo, { cookie })).toBeUndefined();
    expect(await resolveOfficer(wajo, { bearer: key })).toBeUndefined();
    expect(await findLinkOwner(ctx, link)).toBeUndefined();
    await expect(signInWithPassword(ctx, { username: 'lurah.lompoe', password }, browser)).rejects.toMatchObject({
      code: 'identity.password_wrong',
    });
    expect(
      (await test.database.query("select count(*)::int as n from identity.session where region_id = 'wajo'"))[0]?.n,
    ).toBe(0);
  });

  it('is not entered by setting the region of a row by hand', async () => {
    const wajo = test.database.open('wajo').db;
    const { id } = await anOfficer(test.ctx(), 'lurah.lompoe');
    const values = { regionId: 'parepare', officerId: id, unitId: id, role: 'lurah' };
    await expect(wajo.insertInto('identity.membership').values(values).execute()).rejects.toThrow(/row-level security/);
    await expect(test.platform.db.deleteFrom('identity.authEvent').execute()).rejects.toThrow(/permission denied/);
  });
});
