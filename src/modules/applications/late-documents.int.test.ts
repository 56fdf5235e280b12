// Papers that may follow: the tracking page says what is missing and what it holds up; they come in while the case is open.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestApp, type TestApp } from '../../../tests/support/app.ts';
import { aPhoto, asFile } from '../../../tests/support/papers.ts';
import { createVisitor, textOf } from '../../../tests/support/visitor.ts';
import { DocumentRule } from '../../definition/schema.ts';
import { inTransaction } from '../../platform/database/index.ts';
import { newId } from '../../platform/ids.ts';
import { addDocuments, verifyCases } from '../cases/index.ts';
import { aCase, anOfficer } from '../cases/testing.ts';
import { currentVersion, publishDefinition } from '../catalogue/index.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp({ loadRegion: true });
  const { definition } = await currentVersion(app.ctx(), 'sk-domisili');
  const soft = (id: string, label: string) =>
    DocumentRule.parse({ id, label, why: 'Menunjukkan tempat tinggal.', required: 'soft', max: 2 });
  const changed = {
    ...definition,
    service: 'uji-susulan',
    documents: [soft('pengantar-rt', 'Surat pengantar RT'), soft('foto-rumah', 'Foto rumah')],
  };
  await inTransaction(app.ctx(), (ctx) => publishDefinition(ctx, changed, 'uji'));
}, 120_000);
afterAll(() => app.close());

const open = () => aCase(app.ctx(), { service: 'uji-susulan' });
const photo = async () => asFile(await aPhoto(), 'rumah.jpg', 'image/jpeg');

test('the tracking page names what is missing and what starts the clock, and takes what is sent', async () => {
  const { trackingCode } = await open();
  const visitor = createVisitor(app.fastify);
  const tracking = textOf(await visitor.get(`/lacak/${trackingCode}`));
  expect(tracking).toContain('Surat pengantar RT');
  expect(tracking).toContain('Foto rumah');
  expect(tracking).toContain('baru dihitung setelah petugas menyatakan berkas lengkap');
  const page = await visitor.get(`/lacak/${trackingCode}/dokumen`);
  const nothing = await visitor.submit(page, {});
  expect(nothing.status).toBe(422);
  expect(textOf(nothing)).toContain('Pilih paling sedikit satu dokumen.');
  const after = await visitor.submit(nothing, { 'dokumen.foto-rumah': await photo() });
  expect(after.path).toBe(`/lacak/${trackingCode}`);
  expect(textOf(after)).toContain('Dokumen susulan diterima: Foto rumah');
  const rest = await visitor.get(`/lacak/${trackingCode}/dokumen`);
  expect(rest.body).toContain('dokumen.pengantar-rt');
  expect(rest.body).not.toContain('dokumen.foto-rumah');
});

test('a file that cannot be read is refused with a sentence, and one that can is kept for the next try', async () => {
  const { trackingCode } = await open();
  const visitor = createVisitor(app.fastify);
  const page = await visitor.get(`/lacak/${trackingCode}/dokumen`);
  const refused = await visitor.submit(page, {
    'dokumen.foto-rumah': await photo(),
    'dokumen.pengantar-rt': asFile(Buffer.from('bukan foto'), 'surat.jpg', 'image/jpeg'),
  });
  expect(refused.status).toBe(422);
  expect(refused.body).toContain('_unggahan.foto-rumah');
  const after = await visitor.submit(refused, {});
  expect(textOf(after)).toContain('Dokumen susulan diterima: Foto rumah');
});

test('an officer who saw the original notes it, once; then it is not missing any more', async () => {
  const { target, trackingCode } = await open();
  const ctx = app.ctx(await anOfficer(app.ctx(), 'petugas.lompoe'));
  const requestId = newId();
  const seen = ['pengantar-rt'];
  const first = await addDocuments(ctx, { number: target.number, requestId, seen });
  const again = await addDocuments(ctx, { number: target.number, requestId, seen });
  expect(again.version).toBe(first.version);
  expect(first.state.seen).toEqual(seen);
  await expect(addDocuments(ctx, { number: target.number, requestId: newId(), seen })).rejects.toMatchObject({
    code: 'cases.nothing_missing',
  });
  const visitor = createVisitor(app.fastify);
  const page = await visitor.get(`/lacak/${trackingCode}/dokumen`);
  expect(page.body).not.toContain('dokumen.pengantar-rt');
});

test('an officer of another kelurahan can add nothing, and an applicant cannot claim an original was seen', async () => {
  const { target } = await open();
  const other = app.ctx(await anOfficer(app.ctx(), 'petugas.lemoe'));
  const adding = { number: target.number, requestId: newId(), seen: ['pengantar-rt'] };
  await expect(addDocuments(other, adding)).rejects.toMatchObject({ kind: 'forbidden' });
  await expect(addDocuments(app.ctx({ kind: 'applicant' }), adding)).rejects.toMatchObject({
    code: 'cases.nothing_missing',
  });
});

test('every projection equals its events', async () => {
  expect((await verifyCases(app.ctx())).faults).toEqual([]);
});
