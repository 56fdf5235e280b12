import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestApp, type TestApp } from '../../../tests/support/app.ts';
import { createTestClock } from '../../../tests/support/clock.ts';
import { newId } from '../../platform/ids.ts';
import { commandFrom, getForOfficer, openForOfficer, performAction, trackCase, verifyCases } from './index.ts';
import { aCase, anOfficer } from './testing.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp({ loadRegion: true, clock: createTestClock('2026-11-22T21:14:00+08:00') });
}, 120_000);
afterAll(() => app.close());

async function does(
  username: string,
  number: string,
  action: string,
  data: Record<string, unknown> = {},
  requestId = newId(),
) {
  const ctx = app.ctx(await anOfficer(app.ctx(), username));
  const target = await getForOfficer(ctx, number);
  const { definition } = await openForOfficer(ctx, number);
  const command = await commandFrom(ctx, definition, target.state, { action, data });
  return performAction(ctx, { number, requestId, command });
}

test('a letter goes from a Sunday evening to its signature, each step by another person', async () => {
  app.clock.set('2026-11-22T21:14:00+08:00');
  const { target, trackingCode } = await aCase(app.ctx());
  expect(target.state).toMatchObject({ state: 'diperiksa', status: 'received', waitsFor: 'officer' });
  app.clock.set('2026-11-23T08:00:00+08:00');
  await does('petugas.lompoe', target.number, 'lengkap');
  await does('kasi.lompoe', target.number, 'paraf');
  const signed = await does('lurah.lompoe', target.number, 'ttd');
  expect(signed.state).toMatchObject({ state: 'terbit', status: 'done', waitsFor: 'nobody' });
  const tracked = await trackCase(app.ctx(), trackingCode);
  expect(tracked.timeline.map((entry) => entry.by)).toEqual(['Pemohon', 'Petugas kelurahan', 'Kepala seksi', 'Lurah']);
  expect(tracked.readings.length).toBeGreaterThan(0);
  const letters = await app.database.query('select number, signed_at from letters.letter');
  expect(letters).toHaveLength(1);
});

test('the same person may not check and sign', async () => {
  const { target } = await aCase(app.ctx());
  await does('petugas.lompoe', target.number, 'lengkap');
  await expect(does('petugas.lompoe', target.number, 'paraf')).rejects.toMatchObject({
    code: 'cases.action_not_yours',
  });
});

test('an officer of another kelurahan cannot open the case', async () => {
  const { target } = await aCase(app.ctx());
  await expect(does('petugas.lemoe', target.number, 'lengkap')).rejects.toMatchObject({ kind: 'forbidden' });
});

test('the same request twice is one action', async () => {
  const { target } = await aCase(app.ctx());
  const first = await does('petugas.lompoe', target.number, 'lengkap', {}, 'twice');
  const second = await does('petugas.lompoe', target.number, 'lengkap', {}, 'twice');
  expect(second.version).toBe(first.version);
});

test('sending twice with one key is one case', async () => {
  const first = await aCase(app.ctx(), { key: 'same-key' });
  const second = await aCase(app.ctx(), { key: 'same-key' });
  expect(second).toMatchObject({
    repeated: true,
    trackingCode: first.trackingCode,
    target: { number: first.target.number },
  });
});

test('a correction pauses the clock and says exactly what to complete', async () => {
  const { target, trackingCode } = await aCase(app.ctx());
  const asked = await does('petugas.lompoe', target.number, 'minta-perbaikan', {
    fields: ['alamat'],
    documents: ['ktp-el-pemohon'],
    reason: 'tidak-terbaca',
    note: 'Foto KTP buram.',
  });
  expect(asked.state).toMatchObject({
    status: 'needs-you',
    correction: { fields: ['alamat'], documents: ['ktp-el-pemohon'] },
  });
  const tracked = await trackCase(app.ctx(), trackingCode);
  expect(tracked.promise?.paused).toBe(true);
  expect(tracked.waitsFor).toBe('Anda');
});

test('every projection equals its events', async () => {
  const result = await verifyCases(app.ctx());
  expect(result.faults).toEqual([]);
  expect(result.cases).toBeGreaterThan(4);
});

test('while the head of section is waited for, the officer before him can no longer act', async () => {
  const { target } = await aCase(app.ctx());
  await does('petugas.lompoe', target.number, 'lengkap');
  const asked = does('petugas.lompoe', target.number, 'minta-perbaikan', {
    fields: ['alamat'],
    reason: 'tidak-terbaca',
  });
  await expect(asked).rejects.toMatchObject({ code: 'cases.action_not_yours' });
  const again = await does('kasi.lompoe', target.number, 'minta-perbaikan', {
    fields: ['alamat'],
    reason: 'tidak-terbaca',
  });
  expect(again.state.status).toBe('needs-you');
});
