// The server dies in the middle of the work. What was acknowledged is there, once; what was queued is done.
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { eventually } from '../support/office.ts';
import { aPhoto, asFile } from '../support/papers.ts';
import { runEntry, type ServerProcess, startServerProcess } from '../support/server-process.ts';

interface Receipt {
  readonly number: string;
  readonly trackingCode: string;
}
const submissions = 200;
const signatures = 6;
let folder: string;
let env: Record<string, string>;
let server: ServerProcess | undefined;
let uploadId: string;
const keys: Record<string, string> = {};

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'loket24-kill-'));
  await chmod(folder, 0o755);
  env = { DATA_DIR: join(folder, 'data'), LOG_LEVEL: 'error' };
  server = await startServerProcess(env);
  uploadId = await anUpload();
  for (const role of ['petugas', 'kasi', 'lurah']) {
    const made = await runEntry(
      ['cli', 'api-key', 'create', '--name', role, '--scope', 'inbox', '--as', `${role}.lompoe`],
      env,
    );
    keys[role] = /lk_[\w-]+/.exec(made.stdout)?.[0] ?? '';
  }
}, 120_000);
afterAll(async () => {
  await server?.signal('SIGTERM');
  await rm(folder, { recursive: true, force: true });
});

async function anUpload(): Promise<string> {
  const form = new FormData();
  form.append('file', asFile(await aPhoto(), 'ktp.jpg', 'image/jpeg'));
  const answer = await fetch(`${server?.url}/api/v1/uploads`, { method: 'POST', body: form });
  return ((await answer.json()) as { uploadId: string }).uploadId;
}

function post(path: string, body: object, headers: Record<string, string>): Promise<Response> {
  return fetch(`${server?.url}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });
}

async function submit(name: string): Promise<Receipt | undefined> {
  const answers = {
    nama: 'Andi Tenri',
    nik: '7372011708900001',
    hp: '081234567890',
    tinggal_di_parepare: true,
    alamat_usaha_saja: false,
    punya_pbb: 'tidak',
    jenis: 'tetap',
    keperluan: `Keperluan ${name}`,
    alamat: 'Jalan Bau Massepe 12 RT 1 RW 2',
    wilayah: '73.72.01.1004',
  };
  const documents = ['ktp-el-pemohon', 'kartu-keluarga', 'pengantar-rt-rw'].map((id) => ({ id, uploadId }));
  const answer = await post(
    '/api/v1/applications',
    { service: 'sk-domisili', answers, documents },
    { 'idempotency-key': name },
  );
  return answer.status === 201 ? ((await answer.json()) as Receipt) : undefined;
}

async function act(role: string, number: string, action: string): Promise<boolean> {
  const body = { requestId: `${action}-${number}`, data: {} };
  return (await post(`/api/v1/cases/${number}/actions/${action}`, body, { authorization: `Bearer ${keys[role]}` })).ok;
}

it('killed in the middle of 200 submissions, the server keeps every acknowledged one exactly once', async () => {
  const toSign: Receipt[] = [];
  for (let index = 0; index < signatures; index++) {
    const receipt = await submit(`surat-${index}`);
    if (!receipt) throw new Error('the first applications must be taken');
    expect([await act('petugas', receipt.number, 'lengkap'), await act('kasi', receipt.number, 'paraf')]).toEqual([
      true,
      true,
    ]);
    toSign.push(receipt);
  }
  const acknowledged = new Map<string, Receipt>();
  const signed: Receipt[] = [];
  let noted = 0;
  let killed: Promise<unknown> | undefined;
  // Answers that come after the kill was sent are answers all the same: they count as acknowledged.
  const killWhenBusy = () => {
    noted += 1;
    if (noted >= 60) killed ??= server?.signal('SIGKILL');
  };
  const signing = toSign.map(async (receipt) => {
    if (await act('lurah', receipt.number, 'ttd')) signed.push(receipt);
  });
  await Promise.race(signing); // at least one letter waits to be printed when the power goes
  const names = Array.from({ length: submissions }, (_, index) => `kiriman-${index}`);
  await Promise.allSettled([
    ...names.map(async (name) => {
      const receipt = await submit(name);
      if (receipt) acknowledged.set(name, receipt);
      killWhenBusy();
    }),
    ...signing,
  ]);
  await killed;
  expect(acknowledged.size).toBeGreaterThanOrEqual(60);
  expect(acknowledged.size).toBeLessThan(submissions);

  server = await startServerProcess(env);
  const again = await Promise.all(names.map(async (name) => [name, await submit(name)] as const));
  expect(again.filter(([, receipt]) => receipt === undefined)).toEqual([]);
  for (const [name, receipt] of again) if (acknowledged.has(name)) expect(receipt).toEqual(acknowledged.get(name));
  expect(new Set(again.map(([, receipt]) => receipt?.number)).size).toBe(submissions);

  for (const { trackingCode } of signed) {
    const letter = await eventually(async () => {
      const answer = await fetch(`${server?.url}/lacak/${trackingCode}/surat.pdf`);
      return answer.ok ? Buffer.from(await answer.arrayBuffer()) : undefined;
    }, 60);
    expect(letter.subarray(0, 5).toString()).toBe('%PDF-');
  }
  const verified = await runEntry(['cli', 'verify'], env);
  expect(verified.stderr).toBe('');
  expect(verified.stdout).toContain(String(submissions + signatures));
  expect(verified.code).toBe(0);
}, 180_000);
