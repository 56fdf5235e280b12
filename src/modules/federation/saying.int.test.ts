// The partner hears what happened here after it took a report in, once; and what it closes undone comes back.
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { createVisitor, textOf } from '../../../tests/support/visitor.ts';
import { trackCase } from '../cases/index.ts';
import { anOfficer } from '../cases/testing.ts';
import { publish } from '../complaints/index.ts';
import { aReport, dispatch, reporterStep } from '../complaints/testing.ts';
import { aStaffVisitor } from '../desk/testing.ts';
import { acceptUpload } from '../documents/index.ts';
import { sayOne } from './service/say.ts';
import { listSaid } from './store/said.ts';
import { aConnectedCity, type ConnectedCity } from './testing.ts';

let city: ConnectedCity;
beforeAll(async () => {
  city = await aConnectedCity();
}, 240_000);
afterAll(() => city.close());
beforeEach(() => city.simulator.become('well'));

async function atPartner(unit = 'ext-provinsi', over: Parameters<typeof aReport>[1] = {}) {
  const report = await aReport(city.app.ctx(), { category: 'jalan.berlubang', ...over });
  await dispatch(city.app.ctx(), report.number, { unit });
  const row = await city.send(await city.at(report.caseId, unit));
  return { report, row, unit, requestId: row.theirId ?? '' };
}
type Here = Awaited<ReturnType<typeof atPartner>>;
/** They say it is done and the reporter says no. */
async function notSolved({ report, requestId, unit }: Here, kurang = 'Masih berlubang, telepon 081234567890') {
  city.simulator.set(requestId, { status: 'closed', notes: 'Sudah ditambal' });
  await city.round(unit, 15);
  await reporterStep(city.app.ctx(), report.number, 'belum-beres', { kurang });
}
const saidOf = ({ row }: Here) => listSaid(city.app.platform.db, [row.id]);
const told = ({ requestId }: Here) => city.simulator.told.filter((one) => one.requestId === requestId);
const stateOf = async ({ report }: Here) =>
  (await city.app.database.query(`select state from complaints.report where number = '${report.number}'`))[0]?.state;

async function anUpload(): Promise<string> {
  const path = join(city.app.platform.config.dataDir, 'lubang.jpg');
  await sharp({ create: { width: 40, height: 30, channels: 3, background: '#543' } })
    .jpeg()
    .toFile(path);
  return (await acceptUpload(city.app.ctx(), { path, fileName: 'lubang.jpg', size: (await stat(path)).size })).id;
}

it('hears "not solved" with the words of the reporter and without a number of theirs, once, whatever breaks', async () => {
  const here = await atPartner();
  await notSolved(here);
  const [said] = await saidOf(here);
  expect(said).toMatchObject({ what: 'not-solved', state: 'waiting', attempts: 0 });
  city.simulator.become('lost');
  await sayOne(city.app.ctx(), said?.id ?? '');
  expect((await saidOf(here))[0]).toMatchObject({ state: 'waiting', attempts: 1, troubleCode: 'cut' });
  await sayOne(city.app.ctx(), said?.id ?? ''); // not its turn yet
  city.simulator.become('busy');
  await city.round('ext-provinsi', 5);
  expect((await saidOf(here))[0]).toMatchObject({ state: 'waiting', troubleCode: 'busy' });
  city.simulator.become('well');
  await city.round('ext-provinsi', 10);
  await city.round('ext-provinsi', 10);
  expect((await saidOf(here))[0]).toMatchObject({ state: 'sent', troubleCode: null });
  expect(told(here)).toMatchObject([{ id: said?.id, status: 'REOPEN', times: 2 }]);
  expect(told(here)[0]?.text).toContain('Masih berlubang');
  expect(told(here)[0]?.text).not.toContain('0812');
});

it('hears that a report was withdrawn, also when it was still on its way there, and nothing of one it never got', async () => {
  const here = await atPartner();
  await reporterStep(city.app.ctx(), here.report.number, 'cabut');
  await city.round('ext-provinsi', 1);
  expect(told(here)).toMatchObject([{ status: 'CANCELLED', text: 'Pelapor mencabut laporannya.', times: 1 }]);
  const never = await aReport(city.app.ctx(), { category: 'jalan.berlubang' });
  await dispatch(city.app.ctx(), never.number, { unit: 'ext-provinsi' });
  await reporterStep(city.app.ctx(), never.number, 'cabut');
  expect(await listSaid(city.app.platform.db, [(await city.at(never.caseId, 'ext-provinsi')).id])).toEqual([]);
});

it('what their server refuses is tried again, then an officer tells them and says so; pressed twice it is once', async () => {
  const here = await atPartner();
  await notSolved(here);
  city.simulator.become('refusing');
  for (let round = 0; round < 9; round++) await city.round('ext-provinsi', 150);
  const [said] = await saidOf(here);
  expect(said).toMatchObject({ state: 'by-hand', attempts: 8, troubleText: 'Pembaruan tidak diterima' });
  const verifier = await aStaffVisitor(city.app, 'verifikator.diskominfo');
  expect((await verifier.get('/kerja/mitra')).body).toContain('Ada kabar yang perlu Anda sampaikan.');
  const page = await verifier.get(`/kerja/mitra/${here.row.id}`);
  expect(page.body).toContain('Pembaruan tidak diterima');
  const stranger = await aStaffVisitor(city.app, 'petugas.lompoe');
  await stranger.get('/petugas');
  const address = `/kerja/mitra/${here.row.id}/sampaikan`;
  expect((await stranger.post(address, { kabar: said?.id ?? '' })).status).toBe(403);
  for (const _ of [1, 2]) expect((await verifier.post(address, { kabar: said?.id ?? '' })).status).toBe(303);
  expect((await saidOf(here))[0]).toMatchObject({ state: 'told' });
  expect((await verifier.get(`/kerja/mitra/${here.row.id}`)).body).toContain('Disampaikan petugas');
});

it('is given the address of a photo once everybody may see it, once, and never the picture itself', async () => {
  const here = await atPartner('ext-provinsi', { photos: [await anUpload()] });
  const { problemId, caseId } = here.report;
  const [photo] = await city.app.database.query(
    `select id, upload_id from complaints.photo where case_id = '${caseId}'`,
  );
  const verifier = await anOfficer(city.app.ctx(), 'verifikator.diskominfo');
  const photos = [{ photoId: String(photo?.id), uploadId: String(photo?.upload_id) }];
  const shown = { problemId: problemId ?? '', title: 'Jalan berlubang', text: 'Di depan sekolah.' };
  await publish(city.app.ctx(verifier), shown);
  await city.round('ext-provinsi', 1);
  expect(told(here)).toEqual([]);
  for (const _ of [1, 2]) await publish(city.app.ctx(verifier), { ...shown, photos });
  await city.round('ext-provinsi', 1);
  const address = expect.stringMatching(/^https?:[/][/].*[/]laporan[/].*[/]foto[/]/);
  expect(told(here)).toMatchObject([{ status: 'OPEN', media: address, times: 1 }]);
  const path = new URL(told(here)[0]?.media ?? '').pathname;
  expect((await createVisitor(city.app.fastify).get(path)).status).toBe(200);
});

it('nothing of a secret report leaves, whatever its reporter does', async () => {
  const here = await atPartner('ext-provinsi', { level: 'secret' });
  await reporterStep(city.app.ctx(), here.report.number, 'cabut');
  expect(await saidOf(here)).toEqual([]);
});

it.each([
  ['Bukan wewenang kami: jalan kota', undefined],
  [undefined, 'NO_FURTHER_ACTION'],
] as const)(
  'closed undone (%s, %s) it goes back to who dispatches, and nobody is asked whether it is solved',
  async (notes, status) => {
    const here = await atPartner('ext-pln', { category: 'lampu.mati' });
    const at = city.app.clock.now();
    if (status)
      city.simulator.update({
        id: `u${here.requestId}`,
        requestId: here.requestId,
        status,
        text: 'Tidak ada tindakan',
        at,
      });
    city.simulator.set(here.requestId, { status: 'closed', notes: notes ?? 'Ditutup' });
    await city.round('ext-pln', 15);
    expect(await stateOf(here)).toBe('diverifikasi');
    const reporter = { ...city.app.ctx(), actor: { kind: 'applicant' as const } };
    const { timeline, target } = await trackCase(reporter, here.report.trackingCode);
    expect(target.state.closedAt).toBeUndefined();
    expect(JSON.stringify(timeline)).toContain('PLN menutup laporan ini tanpa mengerjakannya');
    const asked = await city.app.database.query(
      `select what from complaints.asked where case_id = '${here.report.caseId}'`,
    );
    expect(asked).toEqual([]);
    await dispatch(city.app.ctx(), here.report.number, { unit: 'dishub' });
    expect(await stateOf(here)).toBe('ditangani');
  },
);

it('the number there stands on the page of the reporter and on those of officers', async () => {
  const here = await atPartner();
  const page = textOf(await createVisitor(city.app.fastify).get(`/lacak/${here.report.trackingCode}`));
  expect(page).toMatch(new RegExp(`Nomor di Pemprov\\s*${here.requestId}`));
  const english = createVisitor(city.app.fastify, { language: 'en' });
  expect(textOf(await english.get(`/lacak/${here.report.trackingCode}`))).toMatch(/Number at Pemprov/);
  const verifier = await aStaffVisitor(city.app, 'verifikator.diskominfo');
  for (const path of ['/petugas/berkas/', '/kerja/laporan/'])
    expect((await verifier.get(`${path}${here.report.number}`)).body, path).toMatch(/Nomor di Pemprov/);
});
