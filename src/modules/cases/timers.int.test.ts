// What happens without anybody at work: registers answer, silence becomes an answer, a clock decides. On the database.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestApp, type TestApp } from '../../../tests/support/app.ts';
import { createTestClock } from '../../../tests/support/clock.ts';
import { Action, type ServiceDefinition, State, Task } from '../../definition/schema.ts';
import { inTransaction } from '../../platform/database/index.ts';
import { newId } from '../../platform/ids.ts';
import { currentVersion, publishDefinition } from '../catalogue/index.ts';
import { listOfficers } from '../identity/index.ts';
import {
  commandFrom,
  followUpCase,
  getForOfficer,
  openForOfficer,
  performAction,
  recordRegisterAnswer,
  runTimers,
  trackCase,
  verifyCases,
} from './index.ts';
import { aCase, anOfficer } from './testing.ts';

let app: TestApp;
const text = (id: string) => ({ id, en: id });

/** The domicile letter under another name, changed. */
async function publish(service: string, change: (definition: ServiceDefinition) => ServiceDefinition): Promise<void> {
  const { definition } = await currentVersion(app.ctx(), 'sk-domisili');
  const changed = change(structuredClone({ ...definition, service, documents: [] }));
  await inTransaction(app.ctx(), (ctx) => publishDefinition(ctx, changed, 'uji'));
}
const withAction = (definition: ServiceDefinition, action: Parameters<typeof Action.parse>[0]): ServiceDefinition => ({
  ...definition,
  workflow: { ...definition.workflow, actions: [...definition.workflow.actions, Action.parse(action)] },
});

beforeAll(async () => {
  app = await startTestApp({ loadRegion: true, clock: createTestClock('2026-11-23T08:00:00+08:00') });
  await publish('uji-cepat', (definition) => {
    const fast = withAction(definition, {
      do: 'langsung',
      kind: 'sign',
      label: text('Terbit langsung'),
      from: ['diperiksa'],
      to: 'terbit',
      by: ['system'],
      when: 'confirmed',
      effects: ['issue-letter'],
      message: text('Surat Anda sudah ditetapkan.'),
    });
    return { ...fast, workflow: { ...fast.workflow, confirmed: { registers: ['population.match'] } } };
  });
  await publish('uji-fiktif', (definition) => {
    const late = withAction(definition, {
      do: 'terlewati',
      kind: 'finish',
      label: text('Dikabulkan'),
      from: ['diperiksa', 'diparaf', 'ditandatangani', 'diputuskan'],
      to: 'terbit',
      by: ['system'],
      when: 'expired',
      clock: 'promise',
      message: text('Permohonan Anda dianggap dikabulkan.'),
    });
    return { ...late, clocks: late.clocks.map((clock) => ({ ...clock, onExpiry: 'granted' as const })) };
  });
  await publish('uji-fiktif-surat', (definition) => {
    const late = withAction(definition, {
      do: 'terlewati',
      kind: 'sign',
      label: text('Dikabulkan'),
      from: ['diperiksa', 'diparaf', 'ditandatangani', 'diputuskan'],
      to: 'terbit',
      by: ['system'],
      when: 'expired',
      clock: 'promise',
      effects: ['issue-letter'],
      message: text('Permohonan Anda dianggap dikabulkan.'),
    });
    return { ...late, clocks: late.clocks.map((clock) => ({ ...clock, onExpiry: 'granted' as const })) };
  });
  await publish('uji-diam', (definition) => {
    const { workflow } = definition;
    const silent = Task.parse({
      id: 'pendapat',
      in: 'ditanya',
      kind: 'opinion',
      label: text('Pendapat kasi'),
      role: 'kasi',
      due: { amount: 1, unit: 'working-days' },
      silence: 'agree',
    });
    const asked = withAction(definition, {
      do: 'lanjut',
      kind: 'advance',
      label: text('Lanjut'),
      from: ['ditanya'],
      to: 'diperiksa',
      by: ['system'],
      when: 'tasks-done',
      message: text('Pendapat sudah ada.'),
    });
    const states = { ...workflow.states, ditanya: State.parse({ label: text('Ditanya'), waitsFor: 'tasks' }) };
    return { ...asked, workflow: { ...asked.workflow, states, start: 'ditanya', tasks: [silent] } };
  });
}, 120_000);
afterAll(() => app.close());

const population = (at: string, match = true) =>
  ({ register: 'population', outcome: 'answered', statements: { match }, at }) as const;

async function does(username: string, number: string, action: string) {
  const ctx = app.ctx(await anOfficer(app.ctx(), username));
  const target = await getForOfficer(ctx, number);
  const { definition } = await openForOfficer(ctx, number);
  const command = await commandFrom(ctx, definition, target.state, { action, data: {} });
  return performAction(ctx, { number, requestId: newId(), command });
}

test('a register that confirms everything has the letter signed at once, in the name of the lurah, once', async () => {
  const { target, trackingCode } = await aCase(app.ctx(), { service: 'uji-cepat' });
  const answer = population('2026-11-23T00:00:01.000Z');
  const [first, second] = await Promise.all([
    recordRegisterAnswer(app.ctx(), target.number, answer),
    recordRegisterAnswer(app.ctx(), target.number, answer),
  ]);
  expect(first?.version).toBe(second?.version);
  expect(first?.state).toMatchObject({ state: 'terbit', decision: { kind: 'system' } });
  const lurah = await anOfficer(app.ctx(), 'lurah.lompoe');
  const letters = await app.database.query(
    `select signer_id, facts ->> 'decidedBySystem' as by_system from letters.letter where case_number = '${target.number}'`,
  );
  expect(letters).toEqual([{ signer_id: lurah.id, by_system: 'true' }]);
  const { timeline, decision } = await trackCase(app.ctx(), trackingCode);
  expect(decision).toBe('Diputuskan oleh sistem karena datanya sudah pasti.');
  expect(timeline.at(-1)?.text).toContain('Surat Anda sudah ditetapkan.');
  const api = await app.fastify.inject({ url: `/api/v1/track/${trackingCode}` });
  expect(api.json()).toMatchObject({ decision: { kind: 'system' } });
  const page = await app.fastify.inject({ url: `/lacak/${trackingCode}` });
  expect(page.body).toContain('Diputuskan oleh sistem karena datanya sudah pasti.');
});

test('a register that does not confirm leaves the case with people, and so does one that is down', async () => {
  const { target } = await aCase(app.ctx(), { service: 'uji-cepat' });
  await recordRegisterAnswer(app.ctx(), target.number, population('2026-11-23T00:00:01.000Z', false));
  const down = {
    register: 'population',
    outcome: 'unavailable',
    statements: {},
    at: '2026-11-23T00:00:02.000Z',
  } as const;
  const after = await recordRegisterAnswer(app.ctx(), target.number, down);
  expect(after?.state).toMatchObject({ state: 'diperiksa', waitsFor: 'officer' });
  expect(after?.state.registers).toEqual([down]);
});

test('when the promise has passed the law decides, the history says so, and nothing happens twice', async () => {
  const { target, trackingCode } = await aCase(app.ctx(), { service: 'uji-fiktif' });
  expect(await runTimers(app.ctx())).toBe(0);
  app.clock.set('2026-12-04T08:00:00+08:00');
  expect(await Promise.all([runTimers(app.ctx()), runTimers(app.ctx())])).toEqual(expect.arrayContaining([0, 1]));
  const tracked = await trackCase(app.ctx(), trackingCode);
  expect(tracked.target.state).toMatchObject({ state: 'terbit', status: 'done', decision: { kind: 'deemed' } });
  expect(tracked.timeline.at(-1)?.text).toBe(
    'Permohonan Anda dianggap dikabulkan. Diputuskan karena batas waktu terlewati.',
  );
  expect(await followUpCase(app.ctx(), target.number, 'again')).toMatchObject({ version: tracked.target.version });
});

test('a decision by time that issues a letter issues it once, in the name of the office holder, and says why', async () => {
  app.clock.set('2026-11-23T08:00:00+08:00');
  const { target, trackingCode } = await aCase(app.ctx(), { service: 'uji-fiktif-surat' });
  app.clock.set('2026-12-04T08:00:00+08:00');
  expect(await Promise.all([runTimers(app.ctx()), runTimers(app.ctx())])).toEqual(expect.arrayContaining([0, 1]));
  expect(await runTimers(app.ctx())).toBe(0);
  const lurah = await anOfficer(app.ctx(), 'lurah.lompoe');
  const letters = await app.database.query(
    `select signer_id, seq, facts ->> 'decidedBySystem' as by_system from letters.letter where case_number = '${target.number}'`,
  );
  expect(letters).toEqual([{ signer_id: lurah.id, seq: expect.any(Number), by_system: 'true' }]);
  const { target: after, timeline, decision } = await trackCase(app.ctx(), trackingCode);
  expect(after.state).toMatchObject({ state: 'terbit', status: 'done', decision: { kind: 'deemed' } });
  expect(decision).toContain('batas waktu');
  expect(timeline.at(-1)?.text).toContain('Permohonan Anda dianggap dikabulkan.');
});

test('a decision by time waits for people while nobody holds the office that signs', async () => {
  app.clock.set('2026-11-23T08:00:00+08:00');
  const { target } = await aCase(app.ctx(), { service: 'uji-fiktif-surat' });
  const away = async (active: boolean) => {
    await app.database.query(
      "update identity.officer set active = $1 where username = 'lurah.lompoe' and set_config('loket.region', 'parepare', false) <> ''",
      [active],
    );
    await app.database.query('update organisation.revision set token = gen_random_uuid()');
    const wanted = { role: 'lurah', unitId: target.state.roleUnits.lurah };
    await expect.poll(async () => (await listOfficers(app.ctx(), wanted)).length).toBe(active ? 1 : 0);
  };
  await away(false);
  app.clock.set('2026-12-04T08:00:00+08:00');
  await runTimers(app.ctx());
  const officer = app.ctx(await anOfficer(app.ctx(), 'petugas.lompoe'));
  expect((await getForOfficer(officer, target.number)).state).toMatchObject({ state: 'diperiksa' });
  await away(true);
  await followUpCase(app.ctx(), target.number, 'lurah-is-back');
  expect((await getForOfficer(officer, target.number)).state).toMatchObject({
    state: 'terbit',
    decision: { kind: 'deemed' },
  });
});

test('a task nobody answers in time is closed by the system as agreement, from the first state on', async () => {
  app.clock.set('2026-11-23T08:00:00+08:00');
  const { target, trackingCode } = await aCase(app.ctx(), { service: 'uji-diam' });
  expect(target.state).toMatchObject({ state: 'ditanya', waitsFor: 'tasks' });
  app.clock.set('2026-11-24T08:00:00+08:00');
  expect(await runTimers(app.ctx())).toBe(0);
  app.clock.set('2026-11-25T08:00:00+08:00');
  expect(await runTimers(app.ctx())).toBe(1);
  const { timeline, target: after } = await trackCase(app.ctx(), trackingCode);
  expect(after.state.state).toBe('diperiksa');
  expect(timeline.map((entry) => entry.text)).toContain(
    'Pendapat kasi: tidak ada jawaban sampai batas waktu, dianggap setuju',
  );
});

test('a task answered in time is not closed a second time', async () => {
  app.clock.set('2026-11-23T08:00:00+08:00');
  const { target } = await aCase(app.ctx(), { service: 'uji-diam' });
  const answered = await does('kasi.lompoe', target.number, 'pendapat');
  app.clock.set('2026-11-27T08:00:00+08:00');
  expect(await runTimers(app.ctx())).toBe(0);
  expect(answered.state.tasks[0]).toMatchObject({ verdict: 'agree' });
});

test('the timer queries walk the partial indexes', async () => {
  const plan = await app.database.query(
    'explain select id from cases."case" where region_id = \'parepare\' and expires_at is not null and closed_at is null and expires_at <= now() order by expires_at, id limit 200',
  );
  expect(JSON.stringify(plan)).toContain('case_expiry');
});

test('every projection equals its events', async () => {
  const { faults, cases } = await verifyCases(app.ctx());
  expect(faults).toEqual([]);
  expect(cases).toBeGreaterThan(4);
});
