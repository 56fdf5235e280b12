// The people of the measurement: an outside program that applies, an officer with a session and a key.
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import sharp from 'sharp';
import { projectRoot } from '../src/platform/root.ts';
import type { BenchServer } from './server.ts';

export const officer = 'petugas.lompoe';
const run = promisify(execFile);

/** Not at a standstill meanwhile: connections that the server closes would be taken for open ones afterwards. */
export async function cli(server: BenchServer, ...args: string[]): Promise<string> {
  const env = { ...process.env, DATA_DIR: server.dataDir, PORT: String(server.port), LOG_LEVEL: 'error' };
  const { stdout } = await run(process.execPath, [join(projectRoot, 'dist', 'cli.js'), ...args], { env });
  return stdout.trim();
}

/** Three photos as an application of a domicile letter needs them. @returns upload ids by document. */
export async function uploadPapers(server: BenchServer): Promise<{ id: string; uploadId: string }[]> {
  const photo = await sharp({ create: { width: 1200, height: 800, channels: 3, background: '#8aa' } })
    .jpeg()
    .toBuffer();
  const documents: { id: string; uploadId: string }[] = [];
  for (const id of ['ktp-el-pemohon', 'kartu-keluarga', 'pengantar-rt-rw']) {
    const form = new FormData();
    form.set('file', new Blob([new Uint8Array(photo)], { type: 'image/jpeg' }), `${id}.jpg`);
    const answer = await fetch(`http://127.0.0.1:${server.port}/api/v1/uploads`, { method: 'POST', body: form });
    const { uploadId } = (await answer.json()) as { uploadId: string };
    documents.push({ id, uploadId });
  }
  return documents;
}

export function applicationBody(documents: readonly { id: string; uploadId: string }[]): string {
  const answers = {
    jenis: 'tetap',
    keperluan: 'Melamar kerja',
    wilayah: '73.72.01.1004',
    alamat: 'Jalan Bau Massepe 12, RT 001 RW 002',
    punya_pbb: 'tidak',
    nama: 'Andi Tenri Wulandari',
    nik: '7372015708900001',
    hp: '081234567890',
  };
  return JSON.stringify({ service: 'sk-domisili', answers, documents, channel: 'api' });
}

/** Signs the officer in by a one-time link, as an operator would. @returns the Cookie header. */
export async function signIn(server: BenchServer, as = officer): Promise<string> {
  const link = new URL(await cli(server, 'login-link', '--as', as));
  const address = `http://127.0.0.1:${server.port}${link.pathname}`;
  const page = await fetch(address);
  const cookies = page.headers.getSetCookie().map((cookie) => cookie.split(';')[0] ?? '');
  const token = /name="_csrf" value="([^"]+)"/.exec(await page.text())?.[1] ?? '';
  const answer = await fetch(address, {
    method: 'POST',
    redirect: 'manual',
    body: new URLSearchParams({ _csrf: token }),
    headers: { cookie: cookies.join('; ') },
  });
  if (answer.status !== 303) throw new Error(`sign-in answered ${answer.status}`);
  return [...cookies, ...answer.headers.getSetCookie().map((cookie) => cookie.split(';')[0] ?? '')].join('; ');
}
