// A finished document is handed to somebody: who it was and how he was known stays with the case.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../support/app.ts';
import { aPhoto, asFile } from '../support/papers.ts';
import { applyByProgram } from '../support/program.ts';
import { takeStep } from '../support/staff.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp({ loadRegion: true });
});
afterAll(() => app.close());

it('to a proxy only with the letter of authority, and with the receiver’s own proof', async () => {
  const { number } = await applyByProgram(app, 'akta-kelahiran');
  await takeStep(app, number, { by: 'petugas.disdukcapil', do: 'lengkap' });
  await takeStep(app, number, { by: 'verifikator.disdukcapil', do: 'cocok' });
  await takeStep(app, number, { by: 'kadis.disdukcapil', do: 'setujui' });
  const collected = { nomor_hasil: '7372-LT-23112026-0009', cara_serah: 'diambil' };
  const give = (values: Record<string, string | Blob>) =>
    takeStep(app, number, { by: 'petugas.disdukcapil', do: 'serahkan', values: { ...collected, ...values } });
  expect((await give({})).status).toBe(422);
  expect((await give({ penerima: 'kuasa', bukti_terima: '0001' })).status).toBe(422);
  const surat_kuasa = asFile(await aPhoto(), 'kuasa.jpg', 'image/jpeg');
  const done = await give({ penerima: 'kuasa', bukti_terima: '0001', nama_kuasa: 'Baso Beddu', surat_kuasa });
  expect(done.status).toBe(200);
  const [stored] = await app.database.query(
    `select status, projection -> 'records' -> 'serahkan' as handed from cases."case" where number = '${number}'`,
  );
  expect(stored).toMatchObject({
    status: 'done',
    handed: { penerima: 'kuasa', bukti_terima: '0001', nama_kuasa: 'Baso Beddu', surat_kuasa: [expect.any(String)] },
  });
});
