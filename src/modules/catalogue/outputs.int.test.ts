import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestApp, type TestApp } from '../../../tests/support/app.ts';
import { newId } from '../../platform/ids.ts';
import { projectRoot } from '../../platform/root.ts';
import { loadCatalogue } from './load-region.ts';
import { currentVersion } from './versions.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp({ loadRegion: true });
}, 120_000);
afterAll(() => app.close());

type Json = Readonly<Record<string, unknown>>;
async function getJson(url: string): Promise<Json> {
  const answer = await app.fastify.inject({ url });
  expect(answer.statusCode, url).toBe(200);
  return answer.json<Json>();
}

test('the flow of a service is drawn and told step by step, in both languages', async () => {
  const id = await app.fastify.inject({ url: '/layanan/izin-reklame/sop' });
  expect(id.statusCode).toBe(200);
  expect(id.body).toContain('<svg');
  expect(id.body).toContain('Menunggu tanda tangan kepala dinas');
  const en = await app.fastify.inject({ url: '/layanan/izin-reklame/sop', headers: { 'accept-language': 'en' } });
  expect(en.body).toContain('Step by step');
  expect((await app.fastify.inject({ url: '/layanan/tidak-ada/sop' })).statusCode).toBe(404);
});

test('the schema and the fragment of the interface name every question of the version in force', async () => {
  const { definition } = await currentVersion(app.ctx(), 'sk-domisili');
  const ids = definition.form.flatMap((page) => page.fields).filter((field) => field.type !== 'info');
  const schema = JSON.stringify(await getJson('/api/v1/services/sk-domisili/schema.json'));
  const fragment = await getJson('/api/v1/services/sk-domisili/openapi.json');
  expect(fragment.openapi).toBe('3.1.0');
  for (const { id } of ids) {
    expect(schema).toContain(`"${id}"`);
    expect(JSON.stringify(fragment)).toContain(`"${id}"`);
  }
});

test('what the fragment says may be sent is what the interface takes', async () => {
  const fragment = await getJson('/api/v1/services/informasi-publik/openapi.json');
  const [path = '', operations] = Object.entries(fragment.paths as Record<string, Json>)[0] ?? [];
  expect(Object.keys(operations ?? {})).toEqual(['post']);
  const answer = await app.fastify.inject({
    method: 'POST',
    url: path.startsWith('/api/v1') ? path : `/api/v1${path}`,
    headers: { 'idempotency-key': newId() },
    payload: { service: 'informasi-publik', answers: {}, documents: [], channel: 'api' },
  });
  // The address of the fragment is the real one: it reads the answers and names what is missing.
  expect(answer.statusCode).toBe(422);
  expect(answer.json()).toMatchObject({ code: expect.any(String), errors: expect.any(Array) });
});

test('a file that turns a question into another type is not published, and what is in force stays', async () => {
  const region = await mkdtemp(join(tmpdir(), 'loket24-region-'));
  await cp(join(projectRoot, 'regions'), region, { recursive: true });
  const file = join(region, 'parepare/services/sk-beda-nama.yaml');
  const before = await currentVersion(app.ctx(), 'sk-beda-nama');
  const field = before.definition.form.flatMap((page) => page.fields).find((one) => one.type === 'text');
  const text = await readFile(file, 'utf8');
  const id = field?.id ?? '';
  const changed = text.replace(new RegExp(`(id: ${id}\\s*[,\\n]\\s*type: )text`), '$1long-text');
  expect(changed).not.toBe(text);
  await writeFile(file, changed);
  await loadCatalogue(app.ctx(), join(region, 'parepare'), { overwrite: false });
  expect((await currentVersion(app.ctx(), 'sk-beda-nama')).id).toBe(before.id);
  await rm(region, { recursive: true, force: true });
});
