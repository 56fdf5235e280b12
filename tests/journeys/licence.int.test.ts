// One licence with everything a licence can have: parallel opinions of two agencies, a site visit, a fee by tariff, and the
// signature of an officer who stands in for the head of agency.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { getTracked, openForOfficer, verifyCases } from '../../src/modules/cases/index.ts';
import { anOfficer } from '../../src/modules/cases/testing.ts';
import { closeBank, simulatedBank } from '../../src/modules/payments/testing.ts';
import { startTestApp, type TestApp } from '../support/app.ts';
import { createTestClock } from '../support/clock.ts';
import { eventually } from '../support/office.ts';
import { applyByProgram, type Sent } from '../support/program.ts';
import { staffVisitor, takeStep } from '../support/staff.ts';
import { createVisitor } from '../support/visitor.ts';
import { walkTo } from '../support/walk-through.ts';

let app: TestApp;
let sent: Sent;
beforeAll(async () => {
  const clock = createTestClock('2026-11-23T08:00:00+08:00');
  app = await startTestApp({ loadRegion: true, worker: true, listen: true, clock });
  const span = { tgl_mulai: '2026-12-01', tgl_selesai: '2026-12-30' };
  sent = await applyByProgram(app, 'izin-reklame', { ukuran: 'insidentil', panjang: 2, lebar: 1, jumlah: 1, ...span });
}, 120_000);
afterAll(async () => {
  await closeBank(app.platform);
  await app.close();
});

const stateNow = async () => (await getTracked(app.ctx(), sent.trackingCode)).state;

describe('an advertising permit', () => {
  it('is assessed by two agencies and an inspector at the same time, each within their own due time', async () => {
    await walkTo(app, sent, 'menunggu-bayar');
    const { tasks } = await stateNow();
    const parallel = tasks.filter((task) => task.kind === 'opinion' || task.kind === 'inspection');
    expect(parallel.map((task) => task.kind).sort()).toEqual(['inspection', 'opinion', 'opinion']);
    expect(new Set(parallel.map((task) => task.openedAt)).size).toBe(1);
    expect(new Set(parallel.map((task) => task.unitId)).size).toBe(3);
    expect(new Set(parallel.map((task) => task.closedBy)).size).toBe(3);
    expect(parallel.every((task) => task.verdict === 'agree' && task.dueAt > task.openedAt)).toBe(true);
  });

  it('waits for its fee, which is reckoned from the tariff and names its article', async () => {
    const page = await createVisitor(app.fastify).get(`/lacak/${sent.trackingCode}/bayar`);
    expect(page.body).toContain('2 m x 1 m x 30 hari x Rp1.500 = Rp90.000');
    expect(page.body).toContain('Pasal');
    const bank = await simulatedBank(app.platform, app.url);
    await bank.pay(`qris:${(await stateNow()).bill?.billId}`);
    expect(await stateNow()).toMatchObject({ state: 'ditandatangani', bill: { amount: 90_000 } });
  });

  it('is signed by the officer who stands in for the head of agency, and letter and history name the instrument', async () => {
    const admin = await staffVisitor(app, 'admin');
    const order = {
      kind: 'plh',
      seat: 'dpmptsp kadis',
      to: 'kadis.dinkes',
      firstDay: '23-11-2026',
      lastDay: '24-11-2026',
    };
    const instrument = { number: '800.1.3/91/BKPSDM', date: '20 November 2026', text: 'Dinas luar kepala dinas.' };
    const recorded = await admin.submit(
      await admin.get('/petugas/pelimpahan'),
      { ...order, ...instrument },
      { action: /pelimpahan$/ },
    );
    expect(recorded.body).toContain('Tersimpan.');
    const seen = await takeStep(app, sent.number, { by: 'kadis.dinkes', do: 'ttd' });
    expect(seen.path).toContain('kabar=tersimpan');
    const letter = await eventually(async () => (await stateNow()).letter);
    expect(letter.number).toMatch(/\/2026$/);
    const [row] = await app.database.query('select facts from letters.letter where case_number = $1', [sent.number]);
    expect(row).toMatchObject({
      facts: { signer: { actingFor: { kind: 'plh', instrument: { number: '800.1.3/91/BKPSDM' } } } },
    });
    const { events } = await openForOfficer(app.ctx(await anOfficer(app.ctx(), 'petugas.dpmptsp')), sent.number);
    const signed = events.find((event) => event.kind === 'acted' && event.data.action === 'ttd');
    expect(signed?.actor.delegation).toMatchObject({ kind: 'plh' });
    const pdf = await createVisitor(app.fastify).get(`/lacak/${sent.trackingCode}/surat.pdf`);
    expect(pdf.bytes.subarray(0, 5).toString()).toBe('%PDF-');
  });

  it('leaves every projection equal to its events', async () => {
    expect((await verifyCases(app.ctx())).faults).toEqual([]);
  });
});
