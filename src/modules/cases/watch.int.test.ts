import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../../../tests/support/app.ts';
import { createTestClock } from '../../../tests/support/clock.ts';
import { officerDoes } from '../../../tests/support/office.ts';
import { newId } from '../../platform/ids.ts';
import { getForOfficer, readEscalated, readInbox, trackCase, verifyCases, watchClocks, writeNote } from './index.ts';
import { aCase, anOfficer } from './testing.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp({ loadRegion: true, clock: createTestClock('2026-11-23T08:00:00+08:00') });
}, 120_000);
afterAll(() => app.close());
beforeEach(() => app.clock.set('2026-11-23T08:00:00+08:00'));

interface Told {
  readonly kind: string;
  readonly at: string;
  readonly data: { readonly about: string; readonly percent?: number; readonly level?: number };
}
async function told(number: string): Promise<string[]> {
  const rows = (await app.database.query(
    `select e.kind, e.at, e.data from cases.event e join cases."case" c on c.id = e.case_id
     where c.number = $1 and e.kind in ('warned', 'escalated') order by e.seq`,
    [number],
  )) as unknown as Told[];
  const name = (about: string) => (about === 'promise' || about === 'legal' ? about : 'step');
  return rows.map(({ kind, data }) => `${kind} ${name(data.about)} ${data.percent ?? data.level}`);
}
const at = (time: string) => app.clock.set(`2026-11-${time}:00+08:00`);
// A promise of one working day: sent on Monday, due on Tuesday at closing.
const dayCase = () => aCase(app.ctx(), { service: 'sk-tidak-mampu' });
const watch = () => watchClocks(app.ctx());

describe('warnings', () => {
  it('come once each, when 50, 80 and 100 percent of the working time are used', async () => {
    const { target } = await dayCase();
    await watch();
    expect(await told(target.number)).toEqual([]);
    at('23T23:00');
    await watch();
    const monday = await told(target.number);
    expect(monday).toEqual(['warned step 50', 'warned step 80', 'warned step 100']);
    at('24T11:45'); // more than half of Tuesday
    await watch();
    await watch();
    expect(await told(target.number)).toEqual([...monday, 'warned promise 50']);
    at('24T16:00');
    await watch();
    expect((await told(target.number)).slice(4)).toEqual([
      'warned promise 80',
      'warned promise 100',
      'escalated step 1', // late by a working day
    ]);
    expect((await trackCase(app.ctx(), (await dayCase()).trackingCode)).clocks.map(({ id }) => id)).toEqual([
      'promise',
      'legal',
    ]);
  });

  it('are the same, in the same order, when the worker comes days late', async () => {
    const often = await dayCase();
    const rarely = await dayCase();
    await app.database.query('update cases."case" set next_watch_at = null where number = $1', [rarely.target.number]);
    for (let hour = 8; hour < 60; hour += 3) {
      app.clock.set(new Date(Date.parse('2026-11-23T00:00:00+08:00') + hour * 3_600_000));
      await watch();
    }
    await app.database.query(`update cases."case" set next_watch_at = '-infinity' where number = $1`, [
      rarely.target.number,
    ]);
    await watch();
    const said = await told(often.target.number);
    expect(said.length).toBeGreaterThan(5);
    expect(await told(rarely.target.number)).toEqual(said);
  });

  it('stay silent while the case waits for its applicant, however long', async () => {
    const { target } = await dayCase();
    await officerDoes(app, 'petugas.lompoe', {
      number: target.number,
      action: 'minta-perbaikan',
      data: { fields: ['keperluan'], documents: [], reason: 'tidak-terbaca', note: 'Tulis lagi.' },
    });
    at('30T10:00');
    await watch();
    expect(await told(target.number)).toEqual([]);
  });

  it('stand on the row of the inbox and end with the case', async () => {
    const { target } = await dayCase();
    at('24T15:30');
    await watch();
    const officer = app.ctx(await anOfficer(app.ctx(), 'petugas.lompoe'));
    const rows = (await readInbox(officer, { filter: 'semua', size: 50 })).rows;
    const row = rows.find(({ number }) => number === target.number);
    expect([row?.noted?.warned.promise, row?.noted?.warned[row.taskId]]).toEqual([80, 100]);
  });
});

describe('a broken promise', () => {
  it('reaches the lurah, a working day later the camat, then the secretariat, the inspectorate and the mayor, and nobody twice', async () => {
    const { target, trackingCode } = await dayCase();
    at('24T16:05');
    await watch();
    const raised = async (username: string) => {
      const page = await readEscalated(app.ctx(await anOfficer(app.ctx(), username)));
      return page.rows.some(({ number }) => number === target.number);
    };
    expect([await raised('lurah.lompoe'), await raised('camat.bacukiki')]).toEqual([true, false]);
    expect((await trackCase(app.ctx(), trackingCode)).timeline.at(-1)?.text).toContain('Atasan diberi tahu');
    at('25T15:00');
    await watch();
    expect(await raised('camat.bacukiki')).toBe(false);
    at('25T16:05');
    await watch();
    expect([await raised('camat.bacukiki'), await raised('sekda.setda')]).toEqual([true, false]);
    at('26T16:05');
    await watch();
    expect([await raised('sekda.setda'), await raised('kadis.inspektorat')]).toEqual([true, false]);
    at('30T10:00');
    await watch();
    const levels = (await told(target.number)).filter((line) => line.startsWith('escalated promise'));
    expect(levels).toEqual([
      'escalated promise 1',
      'escalated promise 2',
      'escalated promise 3',
      'escalated promise 4',
    ]);
    expect(await raised('wali-kota')).toBe(false);
    at('30T16:30');
    await watch();
    expect(await raised('wali-kota')).toBe(true);
  });

  it('lets the one above open the case and remind its holder, but decide nothing', async () => {
    const { target, trackingCode } = await dayCase();
    const camat = app.ctx(await anOfficer(app.ctx(), 'camat.bacukiki'));
    await expect(getForOfficer(camat, target.number)).rejects.toMatchObject({ code: 'cases.forbidden' });
    at('25T16:05');
    await watch();
    await writeNote(camat, { number: target.number, text: 'Selesaikan hari ini.', reminds: true, requestId: newId() });
    await expect(
      officerDoes(app, 'camat.bacukiki', { number: target.number, action: 'lengkap' }),
    ).rejects.toMatchObject({
      code: 'cases.action_not_yours',
    });
    const { readings, timeline } = await trackCase(app.ctx(), trackingCode);
    expect(readings.map(({ reason, role }) => `${reason} ${role}`)).toContain('escalated camat');
    expect(timeline.map(({ text }) => text).join()).not.toContain('Selesaikan hari ini');
    const officer = app.ctx(await anOfficer(app.ctx(), 'petugas.lompoe'));
    const { rows } = await readInbox(officer, { filter: 'semua', size: 50 });
    expect(rows.find(({ number }) => number === target.number)?.noted?.remindedAt).toBeTruthy();
  });

  it('leaves the list when the case is closed', async () => {
    const { target } = await dayCase();
    at('24T16:05');
    await watch();
    await officerDoes(app, 'petugas.lompoe', {
      number: target.number,
      action: 'usulkan-tolak',
      data: { alasan_usul: 'Bukan warga.' },
    });
    await officerDoes(app, 'lurah.lompoe', {
      number: target.number,
      action: 'tolak',
      data: { reason: 'bukan-warga', note: 'Alamat di Lemoe.' },
    });
    const lurah = app.ctx(await anOfficer(app.ctx(), 'lurah.lompoe'));
    const { rows } = await readEscalated(lurah, { size: 100 });
    expect(rows.map(({ number }) => number)).not.toContain(target.number);
    const [row] = await app.database.query('select next_watch_at from cases."case" where number = $1', [target.number]);
    expect(row).toEqual({ next_watch_at: null });
  });
});

describe('a step of an office that is late by a working day', () => {
  const raisedTo = async (username: string, number: string) => {
    const page = await readEscalated(app.ctx(await anOfficer(app.ctx(), username)), { size: 200 });
    return page.rows.some((row) => row.number === number);
  };
  const steps = async (number: string) => (await told(number)).filter((line) => line.startsWith('escalated step'));

  it('goes to the head of the unit, a day later to the one above, each once, and no further once it is done', async () => {
    // A promise of three working days, half a day of it for the first step: due on Monday.
    const { target, trackingCode } = await aCase(app.ctx(), { service: 'sk-ahli-waris' });
    const { number } = target;
    at('24T15:55');
    await watch();
    expect(await steps(number)).toEqual([]);
    at('24T16:05');
    await watch();
    await watch();
    expect(await steps(number)).toEqual(['escalated step 1']);
    expect([await raisedTo('lurah.lompoe', number), await raisedTo('camat.bacukiki', number)]).toEqual([true, false]);
    const { timeline } = await trackCase(app.ctx(), trackingCode);
    expect(timeline.map(({ text }) => text).join()).not.toContain('Atasan diberi tahu'); // the promise is not broken
    at('25T16:05');
    await watch();
    expect(await steps(number)).toEqual(['escalated step 1', 'escalated step 2']);
    expect(await raisedTo('camat.bacukiki', number)).toBe(true);
    await officerDoes(app, 'petugas.lompoe', { number, action: 'lengkap' });
    at('26T16:30');
    await watch();
    const first = target.state.tasks[0]?.id;
    const { state } = await getForOfficer(app.ctx(await anOfficer(app.ctx(), 'kasi.lompoe')), number);
    expect(state.escalations?.filter(({ about }) => about === first)).toHaveLength(2);
  });

  it('of the head himself goes to the one above him', async () => {
    const { target } = await dayCase();
    const { number } = target;
    await officerDoes(app, 'petugas.lompoe', { number, action: 'lengkap' });
    await officerDoes(app, 'kasi.lompoe', { number, action: 'paraf' });
    at('26T10:00');
    await watch();
    const { state } = await getForOfficer(app.ctx(await anOfficer(app.ctx(), 'lurah.lompoe')), number);
    const own = state.escalations?.filter(({ reason }) => reason === 'step') ?? [];
    expect(own[0]).toMatchObject({ level: 1, role: 'camat' });
    expect(own.map(({ role }) => role)).not.toContain('lurah');
  });
});

describe('afterwards', () => {
  it('every projection equals its events', async () => {
    const { faults, cases } = await verifyCases(app.ctx());
    expect(faults).toEqual([]);
    expect(cases).toBeGreaterThan(5);
  });
});
