import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../../../tests/support/app.ts';
import { staffVisitor } from '../../../tests/support/staff.ts';
import { createVisitor } from '../../../tests/support/visitor.ts';
import { anOfficer } from '../cases/testing.ts';
import { assetsNear, findAsset } from './index.ts';
import { importAssets, tryImport } from './service.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp({ loadRegion: true });
}, 120_000);
afterAll(() => app.close());

const header = 'kode;jenis;nama;kategori;pemilik;kelurahan;alamat;lat;long';
const lamp = (code: string, lat = '-4,0135') =>
  `${code};lampu;Lampu ${code};lampu.mati;dishub;Lapadde;Jl. Lapadde;${lat};119,6255`;
const admin = async () => app.ctx(await anOfficer(app.ctx(), 'admin'));

describe('a list of assets', () => {
  it('is tried without changing anything, then brought in once however often it comes', async () => {
    const ctx = await admin();
    const list = [header, lamp('PJU-1'), lamp('PJU-2', '-4,0140'), 'PJU-3;lampu;;lampu.mati;nobody;;;-4;119'].join(
      '\n',
    );
    const expected = { added: 2, changed: 0, same: 0, problems: [{ line: 4, kind: 'owner', value: 'nobody' }] };
    expect(await tryImport(ctx, list)).toEqual(expected);
    expect(await findAsset(ctx, 'PJU-1')).toBeUndefined();
    expect(await importAssets(ctx, list, 'lampu.csv')).toEqual(expected);
    expect(await findAsset(ctx, 'pju 1')).toMatchObject({ areaCode: '73.72.02.1004', lat: -4.0135 });
    expect(await importAssets(ctx, list, 'lampu.csv')).toMatchObject({ added: 0, changed: 0, same: 2 });
    const moved = [header, lamp('PJU-1', '-4,0136')].join('\n');
    expect(await importAssets(ctx, moved, 'lampu.csv')).toMatchObject({ added: 0, changed: 1, same: 0 });
  });

  it('is the administrator’s business', async () => {
    await expect(tryImport(app.ctx(), header)).rejects.toMatchObject({ kind: 'forbidden' });
    const officer = await staffVisitor(app, 'petugas.lompoe');
    expect((await officer.get('/petugas/aset')).status).toBe(403);
  });

  it('finds the nearest first, and nothing beyond sight', async () => {
    const near = await assetsNear(app.ctx(), { lat: -4.014, long: 119.6255 });
    expect(near.map(({ asset }) => asset.code)).toEqual(['PJU-2', 'PJU-1']);
    expect(near[0]?.metres).toBeLessThan(1);
    expect(await assetsNear(app.ctx(), { lat: -4.02, long: 119.6255 })).toEqual([]);
  });
});

describe('the page behind a label', () => {
  it('shows what was scanned and leads to a report that knows it', async () => {
    const page = await createVisitor(app.fastify).get('/label/pju-1');
    expect(page.status).toBe(200);
    for (const text of ['PJU-1', 'Jl. Lapadde', 'Lapadde', 'Dinas Perhubungan', 'href="/lapor?aset=PJU-1"'])
      expect(page.body).toContain(text);
  });

  it('fills in place, category and point of the report that begins there', async () => {
    const visitor = createVisitor(app.fastify);
    const form = await visitor.get('/lapor?aset=PJU-1');
    expect(form.body).toContain('name="aset" value="PJU-1"');
    expect(form.body).toMatch(/name="patokan"[^>]*value="PJU-1, Jl. Lapadde"/);
    const sent = await visitor.submit(form, {
      isi: 'Lampu ini mati sejak kemarin',
      anonim: 'tidak',
      wilayah: '73.72.02.1004',
    });
    expect(sent.path).toMatch(/^\/lacak\/[^/]+\/tanda-terima/);
    const [row] = await app.database.query('select category, area_code, place, lat from complaints.report');
    expect(row).toEqual({
      category: 'lampu.mati',
      area_code: '73.72.02.1004',
      place: 'PJU-1, Jl. Lapadde',
      lat: -4.0136,
    });
    expect((await visitor.get('/lapor?aset=TIDAK-ADA')).body).not.toContain('name="aset"');
  });

  it('still leads to a report when the label is unknown or worn', async () => {
    const page = await createVisitor(app.fastify).get('/label/%3Cb%3E');
    expect(page.status).toBe(404);
    expect(page.body).toContain('href="/lapor"');
  });

  it('is printed on a sheet with the address in the QR code', async () => {
    const officer = await staffVisitor(app, 'admin');
    const sheet = await officer.get('/petugas/aset/label?jenis=lampu');
    expect(sheet.body.match(/class="label-card"/g)).toHaveLength(2);
    expect((await officer.get('/petugas/aset')).body).toContain('2 aset');
  });
});
