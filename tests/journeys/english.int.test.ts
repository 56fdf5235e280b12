// English readers meet no Indonesian sentence but what people themselves wrote.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { citizenPages, findingPages } from '../e2e/page-types.ts';
import { startTestApp, type TestApp } from '../support/app.ts';
import { settleTown, type Town } from '../support/town.ts';
import { createVisitor, textOf } from '../support/visitor.ts';

let app: TestApp;
let town: Town;
beforeAll(async () => {
  app = await startTestApp({ loadRegion: true, worker: true });
  town = await settleTown(app);
}, 90_000);
afterAll(() => app.close());

// Words every Indonesian sentence is built of and no English one.
const indonesian =
  /\b(yang|dan|untuk|Anda|dengan|belum|tidak|adalah|atau|dari|pada|sudah|bisa|akan|lagi|kami|nomor|permohonan|berkas|surat|petugas|paling|lambat|pukul|jam|hari|masuk|unggah|lanjut|periksa|kirim)\b/gi;
// What people wrote and what things are called.
const data = [
  'Apakah bisa selesai hari ini?',
  'Bisa, kami periksa pagi ini.',
  'Foto KTP buram.',
  'Alamat Anda di Kelurahan Lemoe.',
  'Surat Keterangan Domisili',
];

it('every page is English from its title to its last button', async () => {
  const visitor = createVisitor(app.fastify, { language: 'en' });
  const leaks: Record<string, string[]> = {};
  for (const { name, path } of [...findingPages, ...citizenPages(town)]) {
    const page = await visitor.get(path);
    expect(page.body, name).toContain('<html lang="en"');
    // Told to a screen reader as Indonesian, it is no slip.
    const marked = { ...page, body: page.body.replace(/<(\w+)[^>]*\slang="id"[^>]*>[^<]*<\/\1>/g, ' ') };
    const own = data.reduce((text, part) => text.replaceAll(part, ''), textOf(marked).replace(/https?:\S+/g, ''));
    const found = [...own.matchAll(indonesian)].map(({ index }) => own.slice(Math.max(0, index - 30), index + 40));
    if (found.length > 0) leaks[name] = found;
  }
  expect(leaks).toEqual({});
});
