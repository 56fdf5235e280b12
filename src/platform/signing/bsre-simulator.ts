// A stand-in for the E-Sign client of BSrE that speaks its wire format on this machine. It signs with the test signer
// and says in every answer that it is a simulator.
import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { readBytes } from '../http/local-server.ts';
import { simulatorHeader } from './bsre-signer.ts';
import type { TestSigner } from './test-signer.ts';
import { verifySignedPdf } from './verify.ts';

export interface BsreSimulatorOptions {
  readonly signer: TestSigner;
  readonly username: string;
  readonly password: string;
  /** Passphrase by NIK. */
  readonly officials: Readonly<Record<string, string>>;
  readonly now: () => Date;
  readonly port?: number;
}

export interface BsreSimulator {
  readonly url: string;
  close(): Promise<void>;
}

interface Answer {
  readonly status: number;
  readonly body: Uint8Array | { readonly [key: string]: string | number };
  readonly headers?: Readonly<Record<string, string>>;
}

const maximumRequestBytes = 32 * 1024 * 1024;
const maximumKept = 20;

/** Starts the simulator on 127.0.0.1 (any free port unless one is given). */
export async function createBsreSimulator(options: BsreSimulatorOptions): Promise<BsreSimulator> {
  const kept = new Map<string, Uint8Array>();
  const server = createServer((request, response) => {
    answerRequest(options, kept, request)
      .catch((): Answer => ({ status: 400, body: { error: 'Permintaan tidak terbaca', status_code: 400 } }))
      .then((answer) => send(response, answer))
      .catch(() => response.destroy());
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port ?? 0, '127.0.0.1', resolve);
  });
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : options.port;
  return {
    url: `http://127.0.0.1:${port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function answerRequest(
  options: BsreSimulatorOptions,
  kept: Map<string, Uint8Array>,
  request: IncomingMessage,
): Promise<Answer> {
  const expected = `Basic ${Buffer.from(`${options.username}:${options.password}`).toString('base64')}`;
  if (request.headers.authorization !== expected) return { status: 401, body: { error: 'Unauthorized' } };
  const path = new URL(request.url ?? '/', 'http://simulator').pathname;
  if (request.method === 'POST' && path === '/api/sign/pdf') return signPdf(options, kept, request);
  const document = /^\/api\/sign\/download\/([0-9a-f-]{36})$/.exec(path)?.[1];
  if (request.method === 'GET' && document !== undefined) {
    const bytes = kept.get(document);
    return bytes === undefined ? notFound : { status: 200, body: bytes };
  }
  const nik = /^\/api\/user\/status\/(\d{16})$/.exec(path)?.[1];
  if (request.method === 'GET' && nik !== undefined) {
    if (options.officials[nik] === undefined)
      return { status: 200, body: { status_code: 1110, status: 'NOT_REGISTERED' } };
    return { status: 200, body: { status_code: 1111, status: 'ISSUE' } };
  }
  return notFound;
}

const notFound: Answer = { status: 404, body: { error: 'Tidak ditemukan', status_code: 404 } };

async function signPdf(
  options: BsreSimulatorOptions,
  kept: Map<string, Uint8Array>,
  request: IncomingMessage,
): Promise<Answer> {
  const form = await readForm(request);
  const [file, nik, passphrase] = [form.get('file'), form.get('nik'), form.get('passphrase')];
  if (!(file instanceof Blob)) return { status: 400, body: { error: 'Berkas PDF tidak ada', status_code: 400 } };
  const known = typeof nik === 'string' ? options.officials[nik] : undefined;
  if (known === undefined) return { status: 400, body: { error: 'User tidak terdaftar', status_code: 1110 } };
  if (passphrase !== known) return { status: 400, body: { error: 'Passphrase anda salah', status_code: 2031 } };
  const pdf = new Uint8Array(await file.arrayBuffer());
  // The real service takes only documents that nobody has signed before.
  if (verifySignedPdf(pdf).signed)
    return { status: 400, body: { error: 'Dokumen sudah ditandatangani', status_code: 400 } };
  const signed = await options.signer.sign({
    pdf,
    reason: 'Simulator BSrE, TIDAK BERLAKU',
    location: 'Indonesia',
    signerName: 'pejabat uji',
    at: options.now(),
  });
  const id = randomUUID();
  kept.set(id, signed);
  for (const oldest of [...kept.keys()].slice(0, -maximumKept)) kept.delete(oldest);
  return { status: 200, body: signed, headers: { id_dokumen: id } };
}

async function readForm(request: IncomingMessage): Promise<FormData> {
  const bytes = await readBytes(request, maximumRequestBytes);
  const type = request.headers['content-type'] ?? '';
  return new Response(new Uint8Array(bytes), { headers: { 'content-type': type } }).formData();
}

function send(response: ServerResponse, { status, body, headers = {} }: Answer): void {
  const isPdf = body instanceof Uint8Array;
  response.writeHead(status, {
    'content-type': isPdf ? 'application/pdf' : 'application/json',
    [simulatorHeader]: 'TIDAK BERLAKU',
    ...headers,
  });
  response.end(isPdf ? body : JSON.stringify(body));
}
