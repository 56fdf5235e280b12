import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { trackCase } from '../cases/index.ts';
import { aReport, dispatch, reporterStep } from '../complaints/testing.ts';
import { aStaffVisitor } from '../desk/testing.ts';
import { aConnectedCity, type ConnectedCity } from './testing.ts';

let city: ConnectedCity;
beforeAll(async () => {
  city = await aConnectedCity();
}, 240_000);
afterAll(() => city.close());
beforeEach(() => city.simulator.become('well'));

const home = '/kerja/mitra';
async function toPartner(unit = 'ext-provinsi', over: Parameters<typeof aReport>[1] = {}) {
  const report = await aReport(city.app.ctx(), over);
  await dispatch(city.app.ctx(), report.number, { unit });
  const row = await city.send(await city.at(report.caseId, unit));
  return { report, row, again: () => city.at(report.caseId, unit) };
}

it('a refusal is shown with its reason, corrected by an officer in two tabs once, and arrives', async () => {
  city.simulator.become('refusing');
  const { row, report, again } = await toPartner();
  const verifier = await aStaffVisitor(city.app, 'verifikator.diskominfo');
  const list = await verifier.get(home);
  expect(list.body).toContain(report.number);
  expect(list.body).toContain('SIMULATOR');
  expect(list.body).toContain('Di luar wilayah kami: ini jalan kabupaten');
  const page = await verifier.get(`${home}/${row.id}`);
  expect(page.body).toContain('Lampu lorong 3 mati');
  const empty = await verifier.post(`${home}/${row.id}`, {
    versi: String(row.version),
    layanan: '',
    isi: 'Lampu poros mati',
  });
  expect(empty.status).toBe(422);
  expect(empty.body).toContain('Lampu poros mati');
  city.simulator.become('well');
  const fields = { versi: String(row.version), layanan: '101', isi: 'Lubang di poros, hubungi 081234567890' };
  expect((await verifier.post(`${home}/${row.id}`, fields)).status).toBe(303);
  const stale = await verifier.post(`${home}/${row.id}`, fields);
  expect(stale.status).toBe(409);
  expect(stale.body).toContain('hubungi 081234567890');
  const sent = await city.send(await again());
  expect(sent).toMatchObject({ state: 'open', service: '101' });
  expect(city.simulator.taken.at(-1)?.description).toContain('Lubang di poros');
  expect(city.simulator.taken.at(-1)?.description).not.toContain('0812');
  expect((await verifier.get(home)).body).toContain(sent.theirId);
});

it('what the partner demands is asked of the officer and sent along', async () => {
  await city.app.database.query(
    `update federation.partner set entry = jsonb_set(entry, '{services}', '{"*": {"code": "301"}}') where unit_code = 'ext-pusat-jalan'`,
  );
  const { row, again } = await toPartner('ext-pusat-jalan');
  expect(row).toMatchObject({
    state: 'refused',
    troubleCode: 'attributes',
    troubleText: 'Nomor tiang, Seberapa berbahaya',
  });
  const verifier = await aStaffVisitor(city.app, 'verifikator.diskominfo');
  expect((await verifier.get(`${home}/${row.id}`)).body).toContain('Mengancam jiwa');
  const fields = { versi: String(row.version), layanan: '301', 'a.NOMOR_TIANG': 'PRE-12', 'a.BAHAYA': 'tinggi' };
  expect((await verifier.post(`${home}/${row.id}`, fields)).status).toBe(303);
  expect((await city.send(await again())).state).toBe('open');
  expect(city.simulator.taken.at(-1)?.parameters).toMatchObject({
    'attribute[NOMOR_TIANG]': 'PRE-12',
    'attribute[BAHAYA]': 'tinggi',
  });
});

it('an unclear one is sent again only after the partner was asked, or gets the number the partner named', async () => {
  city.simulator.become('broken');
  const first = await toPartner();
  const second = await toPartner();
  city.simulator.become('well');
  const verifier = await aStaffVisitor(city.app, 'verifikator.diskominfo');
  await verifier.get(`${home}/${first.row.id}`);
  const fields = { versi: String(first.row.version), layanan: '101', isi: '' };
  const refused = await verifier.post(`${home}/${first.row.id}`, fields);
  expect(refused.status).toBe(422);
  expect(refused.body).toContain('Tanyakan dulu kepada mitra');
  expect((await verifier.post(`${home}/${first.row.id}`, { ...fields, ditanya: 'ya' })).status).toBe(303);
  expect((await city.send(await first.again())).state).toBe('open');
  const before = city.simulator.taken.length;
  const number = { versi: String(second.row.version), nomor: '' };
  expect((await verifier.post(`${home}/${second.row.id}/nomor`, number)).status).toBe(422);
  expect((await verifier.post(`${home}/${second.row.id}/nomor`, { ...number, nomor: ' 77/2026 ' })).status).toBe(303);
  expect(await second.again()).toMatchObject({ state: 'open', theirId: '77/2026' });
  expect(city.simulator.taken.length).toBe(before);
});

it('is for verifiers and the partner itself: others see nothing of it, and a partner nothing of another', async () => {
  const { row, report } = await toPartner('ext-pln');
  const stranger = await aStaffVisitor(city.app, 'petugas.lompoe');
  expect((await stranger.get(home)).status).toBe(403);
  expect((await stranger.get(`${home}/${row.id}`)).status).toBe(403);
  const partner = await aStaffVisitor(city.app, 'petugas.ext-pln');
  expect((await partner.get(home)).body).toContain(report.number);
  expect((await partner.get(`${home}/${row.id}`)).status).toBe(200);
  const { row: other } = await toPartner('ext-provinsi');
  expect((await partner.get(home)).body).not.toContain(other.number);
  expect((await partner.get(`${home}/${other.id}`)).status).toBe(403);
});

it('closed by the partner, the reporter is asked; "not solved" reopens it here, and only the reporter closes it', async () => {
  const { row, report, again } = await toPartner('ext-provinsi', { category: 'jalan.berlubang' });
  city.simulator.set(row.theirId ?? '', { status: 'closed', notes: 'Sudah ditambal' });
  await city.round('ext-provinsi', 15);
  const reporter = { ...city.app.ctx(), actor: { kind: 'applicant' as const } };
  const asked = await trackCase(reporter, report.trackingCode);
  expect(asked.target.state.state).toBe('menunggu-pelapor');
  expect(JSON.stringify(asked.timeline)).toContain('Menurut Pemprov laporan ini sudah ditutup: Sudah ditambal');
  await reporterStep(city.app.ctx(), report.number, 'belum-beres', { kurang: 'Masih berlubang' });
  expect((await trackCase(reporter, report.trackingCode)).target.state.state).toBe('naik');
  expect((await again()).state).toBe('closed');
  const asks = await city.app.database.query(
    `select what from complaints.asked where case_id = '${report.caseId}' order by at, id`,
  );
  expect(asks.map(({ what }) => what)).toEqual(['asked', 'no']);
});
