// More people than can be served at once, with photos: each is taken in or told when to try again, officers go on working, nothing that was
// acknowledged is lost.
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { aPhoto, asFile } from '../support/papers.ts';
import { runEntry, type ServerProcess, startServerProcess } from '../support/server-process.ts';

const uploads = 120;
const reports = 120;
let folder: string;
let env: Record<string, string>;
let server: ServerProcess | undefined;
let officerKey = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'loket24-flood-'));
  await chmod(folder, 0o755);
  env = { DATA_DIR: join(folder, 'data'), LOG_LEVEL: 'error', TRUST_PROXY: '1' };
  server = await startServerProcess(env);
  const made = await runEntry(
    ['cli', 'api-key', 'create', '--name', 'banjir', '--scope', 'inbox', '--as', 'petugas.lompoe'],
    env,
  );
  officerKey = /lk_[\w-]+/.exec(made.stdout)?.[0] ?? '';
}, 300_000);
afterAll(async () => {
  await server?.signal('SIGTERM');
  await rm(folder, { recursive: true, force: true });
});

interface Answer {
  readonly status: number;
  readonly retryAfter: number;
  readonly body: {
    readonly number?: string;
    readonly uploadId?: string;
    readonly code?: string;
    readonly title?: string;
  };
}
async function send(
  path: string,
  at: number,
  init: RequestInit & { readonly headers?: Record<string, string> },
): Promise<Answer> {
  const from = { 'x-forwarded-for': `10.1.${at >> 8}.${at & 255}` };
  const answer = await fetch(`${server?.url}${path}`, {
    method: 'POST',
    ...init,
    headers: { ...from, ...init.headers },
  });
  return {
    status: answer.status,
    retryAfter: Number(answer.headers.get('retry-after') ?? 0),
    body: (await answer.json()) as Answer['body'],
  };
}
function upload(at: number, photo: Blob): Promise<Answer> {
  const body = new FormData();
  body.append('file', photo, `IMG_${at}.jpg`);
  return send('/api/v1/uploads', at, { body });
}
function report(at: number, photos: readonly string[] = []): Promise<Answer> {
  const body = JSON.stringify({
    text: `Air naik di lorong ${at}`,
    category: 'drainase.tersumbat',
    area: '73.72.01.1004',
    photos,
  });
  return send('/api/v1/complaints', at, {
    body,
    headers: { 'content-type': 'application/json', 'idempotency-key': `banjir-${at}` },
  });
}

it('a crowd is taken in or told when to try again, and what was acknowledged is all there', async () => {
  const photo = asFile(await aPhoto(2400, 1800), 'banjir.jpg', 'image/jpeg');
  const officers: number[] = [];
  let flooding = true;
  const officer = (async () => {
    while (flooding) {
      const answer = await fetch(`${server?.url}/api/v1/tasks`, { headers: { authorization: `Bearer ${officerKey}` } });
      officers.push(answer.status);
      await answer.arrayBuffer();
    }
  })();
  const crowd = [
    ...Array.from({ length: uploads }, async (_, at) => {
      const sent = await upload(at, photo);
      return sent.body.uploadId === undefined ? [sent] : [sent, await report(10_000 + at, [sent.body.uploadId])];
    }),
    ...Array.from({ length: reports }, async (_, at) => [await report(at)]),
  ];
  const answers = (await Promise.all(crowd)).flat();
  flooding = false;
  await officer;

  const refused = answers.filter(({ status }) => status === 503);
  expect(answers.filter(({ status }) => status !== 201 && status !== 503)).toEqual([]);
  expect(refused.length).toBeGreaterThan(0);
  for (const { body, retryAfter } of refused) {
    expect(body).toMatchObject({ code: 'platform.busy', title: expect.stringContaining(`${retryAfter} detik`) });
    expect(retryAfter).toBeGreaterThan(0);
  }
  expect(officers.length).toBeGreaterThan(0);
  expect(new Set(officers)).toEqual(new Set([200]));

  const acknowledged = answers.flatMap(({ body }) => body.number ?? []);
  expect(acknowledged.length).toBeGreaterThanOrEqual(reports);
  // Whoever tries again with the same key, once the crowd has gone, gets the receipt of before.
  const again = await report(0);
  expect(acknowledged).toContain(again.body.number);
  const verified = await runEntry(['cli', 'verify', '--since', '2020-01-01'], env);
  expect(verified.stdout).toMatch(new RegExp(`^${acknowledged.length} cases, \\d+ events, 0 faults`));
  expect(verified.code).toBe(0);
}, 300_000);

it('a moment that is none is refused with a sentence', async () => {
  const { code, stderr } = await runEntry(['cli', 'verify', '--since', 'kemarin'], env);
  expect([code, stderr]).toEqual([2, expect.stringContaining('--since')]);
});
