import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../../../tests/support/app.ts';
import { createTestClock } from '../../../tests/support/clock.ts';
import { staffVisitor } from '../../../tests/support/staff.ts';
import { applyTrial, continueRecount, startRecount, trackCase, verifyCases } from '../cases/index.ts';
import { aCase } from '../cases/testing.ts';
import { currentCalendars, loadRegion } from '../organisation/index.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp({ loadRegion: true, clock: createTestClock('2026-11-23T08:00:00+08:00') });
}, 120_000);
afterAll(() => app.close());

const dayCase = () => aCase(app.ctx(), { service: 'sk-tidak-mampu' }); // one working day: due on Tuesday 24 November
const promised = async (code: string) => (await trackCase(app.ctx(), code)).promise?.dueAt?.toISOString();
const versionOf = async () => (await currentCalendars(app.platform)).get('jam-kantor')?.id;
const holiday = {
  calendar: 'jam-kantor',
  day: '24 November 2026',
  name: 'Hari jadi kota',
  kind: 'cuti-bersama',
  decree: 'SK Wali Kota 12/2026',
  reason: 'Hari jadi kota ditetapkan libur',
};

describe('a holiday that is added', () => {
  it('is tried first, and then nothing has moved yet', async () => {
    const { trackingCode } = await dayCase();
    const admin = await staffVisitor(app, 'admin');
    const page = await admin.get('/petugas/kalender');
    expect(page.body).toContain('SKB 3 Menteri Nomor 1497/2025');
    const empty = await admin.send({ method: 'GET', url: '/petugas/kalender' });
    expect(empty.status).toBe(200);
    const officer = await staffVisitor(app, 'petugas.lompoe');
    expect((await officer.get('/petugas/kalender')).status).toBe(403);
    const id = /name="requestId" value="([^"]+)"/.exec(page.body)?.[1] ?? '';
    const csrf = /name="_csrf" value="([^"]+)"/.exec(page.body)?.[1] ?? '';
    const send = (fields: Record<string, string>) =>
      admin.send({
        method: 'POST',
        url: '/petugas/kalender',
        payload: new URLSearchParams({ _csrf: csrf, requestId: id, ...fields }).toString(),
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
      });
    const refused = await send({ ...holiday, decree: '' });
    expect([refused.status, refused.body.includes('Hari jadi kota ditetapkan libur')]).toEqual([422, true]);
    expect((await send(holiday)).status).toBe(303);
    const trial = await admin.get(`/petugas/kalender/hitungan/${id}`);
    expect(trial.body).toContain('1 dari 1 permohonan terbuka berubah.');
    expect(trial.body).toContain('0 menjadi lebih cepat, 1 menjadi lebih lambat.');
    expect([await promised(trackingCode), await versionOf()]).toEqual(['2026-11-24T08:00:00.000Z', 'jam-kantor@1']);
    const applied = await admin.submit(trial, {}, { action: /terapkan$/ });
    expect(applied.body).toContain('Selesai.');
    expect([await promised(trackingCode), await versionOf()]).toEqual(['2026-11-25T08:00:00.000Z', 'jam-kantor@2']);
    const { timeline } = await trackCase(app.ctx(), trackingCode);
    expect(timeline.at(-1)?.text).toBe(
      'Janji selesai dihitung ulang: Hari jadi kota ditetapkan libur. Semula Selasa, 24 November 2026 pukul 16.00 WITA, sekarang Rabu, 25 November 2026 pukul 16.00 WITA',
    );
    expect(timeline.filter(({ kind }) => kind === 'calendar-changed')).toHaveLength(1);
    await applyTrial(app.ctx(), id); // pressed twice
    expect(await versionOf()).toBe('jam-kantor@2');
  });

  it('is still there after the region is loaded again, and can be taken away again', async () => {
    expect((await loadRegion(app.platform, 'regions/parepare')).calendars).toBe(0);
    expect(await versionOf()).toBe('jam-kantor@2');
    const { trackingCode } = await dayCase();
    expect(await promised(trackingCode)).toBe('2026-11-25T08:00:00.000Z');
    const change = { ...holiday, kind: 'cuti-bersama', day: '2026-11-24', action: 'remove' } as const;
    const trial = await startRecount(app.ctx(), { mode: 'trial', reason: 'SK dicabut', decree: 'SK 13/2026', change });
    expect(await continueRecount(app.ctx(), trial.id)).toMatchObject({ changed: 2, earlier: 2, later: 0 });
    const run = await applyTrial(app.ctx(), trial.id);
    expect(await continueRecount(app.ctx(), run.id)).toMatchObject({ changed: 2, earlier: 2, later: 0 });
    expect(await promised(trackingCode)).toBe('2026-11-24T08:00:00.000Z');
  });

  it('with an unchanged calendar counting again changes nothing, however often', async () => {
    const events = async () => (await app.database.query('select count(*)::int as n from cases.event'))[0]?.n;
    const before = await events();
    for (let round = 0; round < 2; round++) {
      const { id } = await startRecount(app.ctx(), { mode: 'apply', reason: 'Pemeriksaan', decree: '' });
      expect(await continueRecount(app.ctx(), id)).toMatchObject({ seen: 2, changed: 0 });
    }
    expect(await events()).toBe(before);
  });

  it('goes on from where it was interrupted, and counts each case once', async () => {
    const codes: string[] = [];
    for (let made = 0; made < 210; made++) codes.push((await dayCase()).trackingCode);
    const change = { ...holiday, kind: 'national', day: '2026-11-24', action: 'add' } as const;
    const trial = await startRecount(app.ctx(), { mode: 'trial', reason: 'SKB diubah', decree: 'SKB 2/2026', change });
    await continueRecount(app.ctx(), trial.id);
    const run = await applyTrial(app.ctx(), trial.id);
    expect(await continueRecount(app.ctx(), run.id, 1)).toMatchObject({ seen: 200, finishedAt: null });
    const done = await continueRecount(app.ctx(), run.id);
    expect(done).toMatchObject({ seen: 212, changed: 212, later: 212 });
    expect(await promised(codes.at(-1) ?? '')).toBe('2026-11-25T08:00:00.000Z');
    const again = await app.database.query(
      `select case_id from cases.event where request_id = $1 group by case_id having count(*) > 1`,
      [`recount:${run.id}`],
    );
    expect(again).toEqual([]);
    expect((await verifyCases(app.ctx())).faults).toEqual([]);
  }, 120_000);
});
