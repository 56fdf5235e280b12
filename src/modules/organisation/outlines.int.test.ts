import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestApp, type TestApp } from '../../../tests/support/app.ts';
import { mapGround } from './index.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp({ loadRegion: true });
}, 120_000);
afterAll(() => app.close());

test('the sketch under maps is one small file, kept for a year under the address of its version', async () => {
  const { outlines = '' } = await mapGround(app.ctx());
  const answer = await app.fastify.inject({ url: outlines });
  expect(answer.statusCode).toBe(200);
  expect(answer.headers['cache-control']).toContain('immutable');
  expect(answer.headers['content-type']).toContain('application/geo+json');
  expect(answer.rawPayload.length).toBeLessThan(30_000);
  expect(gzipSync(answer.rawPayload).length).toBeLessThan(12_000);
  const { features, confirmed } = answer.json<{ features: unknown[]; confirmed: boolean }>();
  expect(features).toHaveLength(23); // 22 kelurahan and the coast
  expect(confirmed).toBe(false);
  const again = await app.fastify.inject({ url: outlines, headers: { 'if-none-match': String(answer.headers.etag) } });
  expect([again.statusCode, again.body]).toEqual([304, '']);
});

test('an address of another version, or of none, is the latest and not kept for long', async () => {
  for (const url of ['/wilayah/lama.geojson', '/wilayah.geojson']) {
    const answer = await app.fastify.inject({ url });
    expect(answer.statusCode).toBe(200);
    expect(answer.headers['cache-control']).toBe('public, max-age=300');
    expect(answer.headers['access-control-allow-origin']).toBe('*');
  }
});
