// Open cases move to the version in force: what may go goes once, what may not stays and says why.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { casesModule } from '../../src/modules/cases/index.ts';
import { aCase } from '../../src/modules/cases/testing.ts';
import { currentVersion, publishVersion } from '../../src/modules/catalogue/index.ts';
import { aStaffVisitor, type StaffVisitor } from '../../src/modules/desk/testing.ts';
import { inTransaction } from '../../src/platform/database/index.ts';
import { startTestApp, type TestApp } from '../support/app.ts';
import { createTestClock } from '../support/clock.ts';
import { unescapeHtml } from '../support/visitor.ts';

let app: TestApp;
let publisher: StaffVisitor;
beforeAll(async () => {
  app = await startTestApp({ loadRegion: true, clock: createTestClock('2026-11-23T08:00:00+08:00') });
  publisher = await aStaffVisitor(app, 'admin');
}, 120_000);
afterAll(() => app.close());

const plain = (body: string) => unescapeHtml(body.replace(/<[^>]+>/g, ' ')).replace(/\s+/g, ' ');

async function rebase(...args: string[]): Promise<string> {
  const command = casesModule.commands?.find(({ name }) => name === 'service rebase');
  if (command?.needs !== 'platform') throw new Error('no command');
  const out: string[] = [];
  const output = { write: (text: string) => out.push(text) };
  const call = { args, ctx: app.ctx({ kind: 'system', name: 'loket24' }), stdout: output, stderr: output };
  await command.run(call as unknown as Parameters<typeof command.run>[0]); // what this command reads of a call
  return out.join('');
}

it('shows, on the page and with --dry-run, what would move and why the others stay; moved twice is moved once', async () => {
  const free = (await aCase(app.ctx())).target.number;
  const held = (await aCase(app.ctx(), { answers: { jenis: 'sementara' } })).target.number;
  const { definition } = await currentVersion(app.ctx(), 'sk-domisili');
  const form = definition.form.map((page) => ({
    ...page,
    fields: page.fields.map((field) =>
      field.id === 'jenis' ? { ...field, options: field.options?.filter(({ value }) => value !== 'sementara') } : field,
    ),
  }));
  await inTransaction(app.ctx(), (ctx) =>
    publishVersion(ctx, { definition: { ...definition, form }, publishedBy: 'uji' }),
  );

  const args = ['sk-domisili', '--to', '2', '--reason', 'Pilihan dirapikan.'];
  const foretold = await rebase(...args, '--dry-run');
  expect(foretold).toContain(`${free} version 1: can\n`);
  expect(foretold).toMatch(new RegExp(`${held} version 1: cannot \\((option|answer) jenis`));
  expect(foretold).toContain('0 moved, 1 could be moved, 1 stay.');

  const page = await publisher.get('/petugas/layanan/sk-domisili/pindah');
  expect(plain(page.body)).toMatch(new RegExp(`${held} 1 Tetap di versi lama. [^.;]+: jenis`));
  expect(plain(page.body)).toContain(`${free} 1 Dapat dipindah`);
  const versionId = /name="versionId" value="([^"]+)"/.exec(page.body)?.[1] ?? '';
  const silent = await publisher.post('/petugas/layanan/sk-domisili/pindah', { versionId, reason: '' });
  expect(silent.status).toBe(422);

  const moved = await publisher.post('/petugas/layanan/sk-domisili/pindah', {
    versionId,
    reason: 'Pilihan dirapikan.',
  });
  expect(moved.location).toBe('/petugas/layanan/sk-domisili?kabar=pindah');
  const events = async () => app.database.query("select 1 from cases.event where kind = 'rebased'");
  expect(await events()).toHaveLength(1);
  await publisher.post('/petugas/layanan/sk-domisili/pindah', { versionId, reason: 'Sekali lagi.' });
  expect(await rebase(...args)).toContain('0 moved, 0 could be moved, 1 stay.');
  expect(await events()).toHaveLength(1);
});

it('is for publishers only', async () => {
  const writer = await aStaffVisitor(app, 'penyusun.layanan');
  expect((await writer.get('/petugas/layanan/sk-domisili/pindah')).status).toBe(403);
});
