import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../../../tests/support/app.ts';
import { createTestClock } from '../../../tests/support/clock.ts';
import { currentVersion } from '../catalogue/index.ts';
import { dispatch, officerStep, reporterStep } from '../complaints/testing.ts';
import { sp4nCommands } from './commands.ts';
import { exchangeSp4n } from './sp4n/exchange.ts';
import { importSp4n } from './sp4n/import.ts';
import { sp4nLimits } from './sp4n/mapping.ts';
import { type Sp4nSimulator, startSp4nSimulator } from './sp4n/simulator.ts';

let app: TestApp;
let simulator: Sp4nSimulator;
let folder = '';
beforeAll(async () => {
  simulator = await startSp4nSimulator({ key: 'uji' });
  const clock = createTestClock('2026-11-23T09:00:00+08:00');
  app = await startTestApp({ loadRegion: true, clock, config: { sp4n: { url: simulator.url, key: 'uji' } } });
  folder = await mkdtemp(join(tmpdir(), 'sp4n-'));
}, 240_000);
afterAll(async () => {
  await app?.close();
  await simulator.close();
  await rm(folder, { recursive: true, force: true });
});

const line = (tracking_id: string, over: Record<string, unknown> = {}) => ({
  ...{
    tracking_id,
    klasifikasi: 'PENGADUAN',
    judul: 'Lampu mati',
    isi: 'Lampu lorong gelap',
    tanggal_laporan: '2026-11-20T08:00:00.000Z',
  },
  ...{ kode_wilayah: '73.72.01.1004', nama: 'Andi Tenri', telepon: '081234567890' },
  ...over,
});
const reportOf = async (trackingId: string) => {
  const [row] = await app.database.query(
    'select s.number, r.kind, r.level, r.channel, r.area_code from federation.sp4n s join complaints.report r on r.case_id = s.case_id where s.tracking_id = $1',
    [trackingId],
  );
  return row;
};

it('fetches reports once for each tracking id and brings back statuses and answers, what changed only', async () => {
  simulator.reports.push(
    line('S-1'),
    line('S-2', { klasifikasi: 'Aspirasi', anonim: 'ya' }),
    line('S-3', { rahasia: 'ya' }),
  );
  expect(await exchangeSp4n(app.ctx())).toEqual({ imported: { taken: 3, known: 0, refused: [] }, told: 3 });
  expect(await exchangeSp4n(app.ctx())).toEqual({ imported: { taken: 0, known: 3, refused: [] }, told: 0 });
  expect(await reportOf('S-1')).toMatchObject({
    kind: 'complaint',
    level: 'open',
    channel: 'sp4n',
    area_code: '73.72.01.1004',
  });
  expect(await reportOf('S-2')).toMatchObject({ kind: 'suggestion', level: 'anonymous' });
  expect(await reportOf('S-3')).toMatchObject({ level: 'secret' });
  expect(simulator.answers.map(({ status }) => status)).toEqual(Array(3).fill('Belum terverifikasi'));

  const number = String((await reportOf('S-1'))?.number);
  await dispatch(app.ctx(), number);
  await officerStep(app.ctx(), 'petugas.dishub', {
    number,
    action: 'tanggapi',
    data: { tanggapan: 'Tim datang besok.' },
  });
  expect((await exchangeSp4n(app.ctx())).told).toBe(1);
  const told = simulator.answers.at(-1);
  expect(told).toMatchObject({
    tracking_id: 'S-1',
    nomor_daerah: number,
    status: 'Terdisposisi sedang diproses',
    klasifikasi: 'PENGADUAN',
  });
  expect(JSON.stringify(told)).toContain('Tim datang besok.');
  expect(JSON.stringify(told)).not.toMatch(/Tenri|81234567890/);

  simulator.become('down');
  const data = { dikerjakan: 'Lampu diganti.', tanpa_foto: 'Hujan' };
  await officerStep(app.ctx(), 'petugas.dishub', { number, action: 'selesaikan', data });
  await reporterStep(app.ctx(), number, 'sudah-beres');
  expect(await exchangeSp4n(app.ctx())).toEqual({ imported: undefined, told: 0 });
  simulator.become('well');
  expect((await exchangeSp4n(app.ctx())).told).toBe(1);
  expect(simulator.answers.at(-1)).toMatchObject({ tracking_id: 'S-1', status: 'Terdisposisi selesai' });
});

it('one id imported by two at once is one report, and a wrong line stops nothing', async () => {
  const text = [
    line('T-1'),
    line('T-2', { isi: '', judul: '' }),
    line('T-3', { telepon: 'x', tanggal_kejadian: '2031-01-01' }),
  ];
  const body = text.map((one) => JSON.stringify(one)).join('\n');
  const [a, b] = await Promise.all([importSp4n(app.ctx(), body), importSp4n(app.ctx(), body)]);
  expect(a.taken + b.taken).toBe(2);
  expect(a.refused.map(({ line: at }) => at)).toEqual([2]);
  expect(
    await app.database.query(`select count(*)::int as n from federation.sp4n where tracking_id like 'T-%'`),
  ).toEqual([{ n: 2 }]);
});

it('the commands do the same by file, in both formats', async () => {
  const [take, tell] = sp4nCommands;
  const said: string[] = [];
  const out = { write: (text: string) => said.push(text) };
  const call = (args: string[]) =>
    ({
      args,
      config: app.platform.config,
      stdout: out,
      stderr: out,
      ctx: app.ctx(),
      modules: [],
      owner: app.database.owner,
    }) as const;
  if (take?.needs !== 'platform' || tell?.needs !== 'platform') throw new Error('commands changed');
  const list = join(folder, 'daftar.csv');
  await writeFile(
    list,
    'tracking_id;klasifikasi;isi\r\nF-1;PERMINTAAN INFORMASI;"Jam buka; puskesmas?"\r\nF-2;Lain;x\r\n',
  );
  expect(await take.run(call([list]))).toBe(1);
  expect(said.join('')).toContain('Line 3: class');
  expect(said.join('')).toContain('1 taken in, 0 known already, 1 refused.');
  expect(await tell.run(call([join(folder, 'a.jsonl')]))).toBe(0);
  expect(await readFile(join(folder, 'a.jsonl'), 'utf8')).toContain('"tracking_id":"F-1"');
  expect(await tell.run(call([join(folder, 'b.csv')]))).toBe(0);
  expect((await readFile(join(folder, 'b.csv'), 'utf8')).trim().split('\r\n')).toHaveLength(1);
  await tell.run(call([join(folder, 'c.csv'), '--all']));
  expect(await readFile(join(folder, 'c.csv'), 'utf8')).toContain('"S-1"');
  await expect(take.run(call(['/tidak/ada']))).rejects.toThrow('cannot be read');
});

it('the clocks of reports are SP4N’s limits', async () => {
  const { definition } = await currentVersion(app.ctx(), 'pengaduan');
  const text = JSON.stringify(definition.clocks);
  for (const [id, days] of [
    ['verifikasi', sp4nLimits.verifikasi],
    ['tindak-lanjut', sp4nLimits['tindak-lanjut']],
  ] as const)
    expect(definition.clocks.find((clock) => clock.id === id)?.duration).toMatchObject({
      amount: days,
      unit: 'working-days',
    });
  expect(text).toContain(`"pengawasan":{"amount":${sp4nLimits.selesai.pengawasan},"unit":"working-days"}`);
  const waiting = definition.workflow.states['menunggu-pelapor'];
  expect(waiting?.lapse?.after).toMatchObject({ amount: sp4nLimits.silence, unit: 'working-days' });
});
