// The lurah is on leave: who signs, what the letter and the history say, and that it ends by itself.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openForOfficer, verifyCases } from '../../src/modules/cases/index.ts';
import { aCase, anOfficer } from '../../src/modules/cases/testing.ts';
import { startTestApp, type TestApp } from '../support/app.ts';
import { createTestClock } from '../support/clock.ts';
import { eventually, officerDoes } from '../support/office.ts';
import { staffVisitor } from '../support/staff.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp({ loadRegion: true, worker: true, clock: createTestClock('2026-11-23T08:00:00+08:00') });
}, 120_000);
afterAll(() => app.close());

const order = {
  kind: 'plh',
  seat: 'kel-lompoe lurah',
  to: 'kasi.labukkang',
  firstDay: '24-11-2026',
  lastDay: '25-11-2026',
  number: '800.1.3/77/BKPSDM',
  date: '20 November 2026',
  text: 'Cuti tahunan Lurah Lompoe.',
};
async function record(over: Partial<typeof order> = {}) {
  const admin = await staffVisitor(app, 'admin');
  const page = await admin.get('/petugas/pelimpahan');
  return admin.submit(page, { ...order, ...over }, { action: /pelimpahan$/ });
}
async function prepared(): Promise<string> {
  const { target } = await aCase(app.ctx());
  await officerDoes(app, 'petugas.lompoe', { number: target.number, action: 'lengkap' });
  await officerDoes(app, 'kasi.lompoe', { number: target.number, action: 'paraf' });
  return target.number;
}
const refusal = (code: string) => expect.objectContaining({ code });

describe('a delegation', () => {
  it('is recorded by the administrator only, and never for himself', async () => {
    const officer = await staffVisitor(app, 'petugas.lompoe');
    expect((await officer.get('/petugas/pelimpahan')).status).toBe(403);
    expect((await record()).body).toContain('Tersimpan.');
    const twice = await record({ firstDay: '25-11-2026', lastDay: '30-11-2026', to: 'kasi.lemoe' });
    expect(twice.status).toBe(422);
    expect(twice.body).toContain('sudah dilimpahkan kepada Rosmiati Makka');
    expect(twice.body).toContain('800.1.3/77/BKPSDM'); // what was typed stays
    const own = await record({ to: 'admin', firstDay: '1-12-2026', lastDay: '2-12-2026' });
    expect([own.status, /diri sendiri|kotak kerja/.test(own.body)]).toEqual([422, true]);
  });

  it('gives nothing before its first day', async () => {
    const number = await prepared();
    await expect(officerDoes(app, 'kasi.labukkang', { number, action: 'ttd' })).rejects.toEqual(
      refusal('cases.forbidden'),
    );
  });

  it('lets the Plh. sign on its days; letter and history say so, with the instrument', async () => {
    const number = await prepared();
    app.clock.set('2026-11-24T09:00:00+08:00');
    const account = await (await staffVisitor(app, 'kasi.labukkang')).get('/petugas/akun');
    expect(account.body).toContain('800.1.3/77/BKPSDM');
    expect((await (await staffVisitor(app, 'kasi.labukkang')).get('/petugas')).body).toContain(
      'Kelurahan Lompoe (lurah)',
    );
    await officerDoes(app, 'kasi.labukkang', { number, action: 'ttd' });
    const [letter] = await eventually(async () => {
      const rows = await app.database.query('select facts from letters.letter where case_number = $1', [number]);
      return rows.length > 0 ? rows : undefined;
    });
    expect(letter).toMatchObject({
      facts: {
        signer: {
          name: 'Rosmiati Makka',
          nip: '000000000000000015',
          actingFor: {
            kind: 'plh',
            post: 'Lurah Lompoe',
            instrument: { number: '800.1.3/77/BKPSDM', date: '2026-11-20' },
          },
        },
      },
    });
    const history = await (await staffVisitor(app, 'petugas.lompoe')).get(`/petugas/berkas/${number}`);
    expect(history.body).toContain('Plh. Lurah Lompoe (surat 800.1.3/77/BKPSDM)');
    const { events } = await openForOfficer(app.ctx(await anOfficer(app.ctx(), 'petugas.lompoe')), number);
    const signed = events.find((event) => event.kind === 'acted' && event.data.action === 'ttd');
    expect(signed?.actor.delegation).toMatchObject({ kind: 'plh', post: 'Lurah Lompoe', until: '2026-11-25' });
  });

  it('ends with the end of its last day, and at once when it is ended', async () => {
    const number = await prepared();
    app.clock.set('2026-11-25T23:59:00+08:00');
    expect((await anOfficer(app.ctx(), 'kasi.labukkang')).memberships.some(({ role }) => role === 'lurah')).toBe(true);
    app.clock.set('2026-11-26T00:00:00+08:00');
    await expect(officerDoes(app, 'kasi.labukkang', { number, action: 'ttd' })).rejects.toEqual(
      refusal('cases.forbidden'),
    );
    expect((await record({ firstDay: '26-11-2026', lastDay: '27-11-2026' })).body).toContain('Tersimpan.');
    const admin = await staffVisitor(app, 'admin');
    const page = await admin.get('/petugas/pelimpahan');
    expect((await admin.submit(page, {}, { action: /akhiri$/ })).body).toContain('Diakhiri');
    await expect(officerDoes(app, 'kasi.labukkang', { number, action: 'ttd' })).rejects.toEqual(
      refusal('cases.forbidden'),
    );
  });

  it('never lets anybody judge in another place what he prepared himself', async () => {
    expect((await record({ to: 'petugas.lompoe', firstDay: '26-11-2026', lastDay: '27-11-2026' })).body).toContain(
      'Tersimpan.',
    );
    const number = await prepared();
    await expect(officerDoes(app, 'petugas.lompoe', { number, action: 'ttd' })).rejects.toEqual(
      refusal('cases.separation'),
    );
  });

  it('leaves every chain whole, also of cases from before', async () => {
    const { faults, cases } = await verifyCases(app.ctx());
    expect([faults, cases > 3]).toEqual([[], true]);
  });
});
