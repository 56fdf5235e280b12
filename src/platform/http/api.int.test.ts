import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../../../tests/support/app.ts';
import { sampleModule } from './sample-module.testing.tsx';

let test: TestApp;
beforeAll(async () => {
  test = await startTestApp({ modules: [sampleModule], listen: true });
});
afterAll(() => test.close());

const id = '0190a0a0-0000-7000-8000-000000000001';
const post = (url: string, payload: string, type = 'application/json') =>
  test.fastify.inject({ method: 'POST', url, payload, headers: { 'content-type': type } });

describe('the API', () => {
  it('answers problems as problem+json with a stable code and the fields', async () => {
    const answer = await post(`/api/v1/contoh/${id}`, '{"amount":0}');
    expect(answer.statusCode).toBe(422);
    expect(answer.headers['content-type']).toContain('application/problem+json');
    expect(answer.json()).toMatchObject({
      type: 'urn:loket24:error:request.invalid',
      status: 422,
      code: 'request.invalid',
      errors: [{ field: 'amount', code: 'too_small' }],
    });
  });

  it('uses the words of the module in the language asked for', async () => {
    const english = await test.fastify.inject({ url: '/api/v1/sedih', headers: { 'accept-language': 'en' } });
    expect(english.json()).toMatchObject({ status: 409, code: 'sample.sad', title: 'A sad sentence.' });
    expect((await test.fastify.inject('/api/v1/sedih')).json()).toMatchObject({ title: 'Kalimat sedih.' });
  });

  it('knows officers by key only, never by a browser session', async () => {
    const ask = (headers: Record<string, string>) => test.fastify.inject({ url: '/api/v1/rahasia', headers });
    expect((await ask({ authorization: 'Bearer good-api-key' })).json()).toEqual({ name: 'Andi' });
    for (const headers of [
      {},
      { cookie: 'sesi=good-session' },
      { authorization: 'Bearer wrong' },
      { authorization: 'Basic eDp5' },
    ]) {
      const answer = await ask(headers);
      expect([answer.statusCode, answer.headers['www-authenticate']]).toEqual([401, 'Bearer realm="loket24"']);
    }
  });

  it('refuses what cannot be read with a clear 4xx', async () => {
    const url = `/api/v1/contoh/${id}`;
    const cases: [number, Promise<{ statusCode: number; body: string }>][] = [
      [400, post(url, '{"amount":')],
      [400, post(url, '')],
      [400, post(url, '{"__proto__":{"a":1}}')],
      [400, post(url, '{"amount":1,"tags":["a\\u0000b"]}')],
      [413, post(url, JSON.stringify({ amount: 1, tags: ['x'.repeat(1_100_000)] }))],
      [415, post(url, 'x', 'text/plain')],
      [404, post('/api/v1/contoh/not-a-uuid', '{"amount":1}')],
      [404, post('/api/v1/tidak-ada', '{}')],
      [400, post('/api/v1/contoh/%zz', '{}')],
      [400, post('/api/v1/contoh/%00', '{"amount":1}')],
    ];
    for (const [status, answer] of cases) {
      const { statusCode, body } = await answer;
      expect([statusCode, body.includes('"code"')]).toEqual([status, true]);
    }
  });

  it('describes itself as OpenAPI 3.1 from the same schemas', async () => {
    const document = (await test.fastify.inject('/api/v1/openapi.json')).json();
    expect(document.openapi).toBe('3.1.0');
    const operation = document.paths['/api/v1/contoh/{id}'].post;
    expect(operation.parameters).toMatchObject([
      { name: 'id', in: 'path', required: true, schema: { type: 'string', format: 'uuid' } },
    ]);
    expect(operation.requestBody.content['application/json'].schema.properties.amount).toMatchObject({
      type: 'integer',
      minimum: 1,
    });
    expect(Object.keys(operation.responses)).toEqual(['201', 'default']);
    expect(document.paths['/api/v1/rahasia'].get.security).toEqual([{ apiKey: [] }]);
  });
});

describe('a raw connection', () => {
  function send(text: string): Promise<string> {
    const { port } = new URL(test.url);
    return new Promise((resolve, reject) => {
      const socket = connect(Number(port), '127.0.0.1', () => socket.write(text));
      let answer = '';
      socket.on('data', (chunk) => {
        answer += chunk.toString();
      });
      socket.on('close', () => resolve(answer));
      socket.on('error', reject);
    });
  }

  it('with headers that are too long or no HTTP at all gets a clear line', async () => {
    expect(await send(`GET / HTTP/1.1\r\nHost: x\r\nX-Long: ${'a'.repeat(20_000)}\r\n\r\n`)).toMatch(/^HTTP\/1.1 431 /);
    expect(await send('nonsense\r\n\r\n')).toMatch(/^HTTP\/1.1 400 /);
  });

  it('that announces 200 MB is told so before it sends them', async () => {
    const started = Date.now();
    const head =
      'POST /unggah HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Type: multipart/form-data; boundary=b\r\nContent-Length: 200000000\r\n\r\n--b\r\n';
    expect(await send(head)).toMatch(/^HTTP\/1.1 413 [\s\S]*paling banyak 1 MB/);
    expect(Date.now() - started).toBeLessThan(3000);
  });
});

describe('for machines', () => {
  it('says alive, ready only when the region is loaded, and gives figures by route', async () => {
    expect((await test.fastify.inject('/healthz')).statusCode).toBe(200);
    const before = await test.fastify.inject('/readyz');
    expect([before.statusCode, before.json().checks]).toEqual([
      503,
      { database: 'ok', migrations: 'ok', region: 'failed' },
    ]);
    await test.app.loadRegion();
    expect((await test.fastify.inject('/readyz')).statusCode).toBe(200);
    expect((await test.fastify.inject('/metrics')).body).toMatch(
      /http_request_duration_seconds_count\{method="GET",route="\/healthz",status="200"\} 1/,
    );
  });
});
