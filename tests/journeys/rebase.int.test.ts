// Open cases move to the version in force: what may go goes once, what may not stays and says why.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { Action, type ServiceDefinition, State, Task } from '../../src/definition/schema.ts';
import { casesModule, getForOfficer, verifyCases } from '../../src/modules/cases/index.ts';
import { aCase, anOfficer } from '../../src/modules/cases/testing.ts';
import { currentVersion, publishDefinition, publishVersion } from '../../src/modules/catalogue/index.ts';
import { aStaffVisitor, type StaffVisitor } from '../../src/modules/desk/testing.ts';
import { inTransaction } from '../../src/platform/database/index.ts';
import { startTestApp, type TestApp } from '../support/app.ts';
import { createTestClock } from '../support/clock.ts';
import { officerDoes } from '../support/office.ts';
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

const text = (words: string) => ({ id: words, en: words });
const opinion = (id: string, role: string, more: { silence?: 'agree' } = {}): Task =>
  Task.parse({
    ...{ id, in: 'ditanya', kind: 'opinion', label: text(`Pendapat ${role}`), role },
    ...{ due: { amount: 3, unit: 'working-days' }, ...more },
  });

/** The domicile letter that first asks several people at once. */
async function askingSeveral(service: string): Promise<ServiceDefinition> {
  const { definition } = await currentVersion(app.ctx(), 'sk-domisili');
  const { workflow } = definition;
  const onward = Action.parse({
    ...{ do: 'lanjut', kind: 'advance', label: text('Lanjut'), from: ['ditanya'], to: 'diperiksa' },
    ...{ by: ['system'], when: 'tasks-done', message: text('Pendapat sudah ada.') },
  });
  return {
    ...definition,
    service,
    documents: [],
    workflow: {
      ...workflow,
      start: 'ditanya',
      states: { ...workflow.states, ditanya: State.parse({ label: text('Ditanya'), waitsFor: 'tasks' }) },
      tasks: [opinion('pendapat-kasi', 'kasi'), opinion('pendapat-lurah', 'lurah')],
      actions: [...workflow.actions, onward],
    },
  };
}

async function moved(definition: ServiceDefinition): Promise<string> {
  await inTransaction(app.ctx(), (ctx) => publishVersion(ctx, { definition, publishedBy: 'uji' }));
  return rebase(definition.service, '--to', '2', '--reason', 'Aturan diperbarui.');
}

async function stateOf(number: string) {
  const ctx = app.ctx(await anOfficer(app.ctx(), 'lurah.lompoe'));
  return (await getForOfficer(ctx, number)).state;
}

it('moves a case with parallel work open: what is asked stays asked, what is new is not asked, and it goes on', async () => {
  const before = await askingSeveral('uji-sejajar');
  await inTransaction(app.ctx(), (ctx) => publishDefinition(ctx, before, 'uji'));
  const { number } = (await aCase(app.ctx(), { service: 'uji-sejajar' })).target;
  await officerDoes(app, 'kasi.lompoe', { number, action: 'pendapat-kasi' });
  const tasks = [...before.workflow.tasks, opinion('pendapat-petugas', 'petugas', { silence: 'agree' })];
  expect(await moved({ ...before, workflow: { ...before.workflow, tasks } })).toContain('1 moved');

  const between = await stateOf(number);
  expect(between.state).toBe('ditanya');
  expect(between.tasks.map(({ key, verdict }) => [key, verdict])).toEqual([
    ['pendapat-kasi', 'agree'],
    ['pendapat-lurah', undefined],
  ]);
  await officerDoes(app, 'lurah.lompoe', { number, action: 'pendapat-lurah' });
  expect(await stateOf(number)).toMatchObject({ state: 'diperiksa', waitsFor: 'officer' });
});

it('leaves a case where it is when open work is gone from the new version, or lies with another role', async () => {
  const before = await askingSeveral('uji-hilang');
  await inTransaction(app.ctx(), (ctx) => publishDefinition(ctx, before, 'uji'));
  const { number } = (await aCase(app.ctx(), { service: 'uji-hilang' })).target;
  const tasks = [opinion('pendapat-kasi', 'petugas')];
  const said = await moved({ ...before, workflow: { ...before.workflow, tasks } });
  expect(said).toMatch(new RegExp(`${number} version 1: cannot \\(task pendapat-kasi, task pendapat-lurah`));
  expect((await stateOf(number)).tasks.filter((task) => task.closedAt === undefined)).toHaveLength(2);
});

it('goes on at once when one voice is enough by the new version and somebody has spoken', async () => {
  const before = await askingSeveral('uji-cukup');
  await inTransaction(app.ctx(), (ctx) => publishDefinition(ctx, before, 'uji'));
  const { number } = (await aCase(app.ctx(), { service: 'uji-cukup' })).target;
  await officerDoes(app, 'kasi.lompoe', { number, action: 'pendapat-kasi' });
  const asked = State.parse({ label: text('Ditanya'), waitsFor: 'tasks', join: 'any' });
  const states = { ...before.workflow.states, ditanya: asked };
  expect(await moved({ ...before, workflow: { ...before.workflow, states } })).toContain('1 moved');
  const after = await stateOf(number);
  expect(after).toMatchObject({ state: 'diperiksa', waitsFor: 'officer' });
  expect(after.tasks.find(({ key }) => key === 'pendapat-lurah')).toMatchObject({ notNeeded: true });
  expect((await verifyCases(app.ctx())).faults).toEqual([]);
});

it('is for publishers only', async () => {
  const writer = await aStaffVisitor(app, 'penyusun.layanan');
  expect((await writer.get('/petugas/layanan/sk-domisili/pindah')).status).toBe(403);
});
