import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PDF } from '@libpdf/core';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { createBsreSigner } from './bsre-signer.ts';
import { type BsreSimulator, createBsreSimulator } from './bsre-simulator.ts';
import { createTestSigner, type TestSigner } from './test-signer.ts';
import { verifySignedPdf } from './verify.ts';

// Child processes and real keys: slow when the machine is busy.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const at = new Date('2026-11-24T03:00:00Z');
const nik = '7372010101700001';
const login = { username: 'kota', password: 'rahasia' };
const footer = 'Dokumen ini telah ditandatangani secara elektronik menggunakan sertifikat elektronik BSrE.';
const credentials = { nik, passphrase: 'Kata Sandi #1' };
let folder: string;
let signer: TestSigner;
let simulator: BsreSimulator;
let pdf: Uint8Array;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'loket24-bsre-'));
  signer = await createTestSigner({ dataDir: folder });
  simulator = await createBsreSimulator({
    signer,
    ...login,
    officials: { [nik]: credentials.passphrase },
    now: () => at,
  });
  const document = PDF.create();
  document.addPage({ size: 'a4' });
  pdf = await document.save();
});

afterAll(async () => {
  await simulator.close();
  await rm(folder, { recursive: true });
});

function request() {
  return { pdf, reason: 'Surat', location: 'Parepare', signerName: 'Lurah', at, credentials };
}

function toSimulator(change: Partial<Parameters<typeof createBsreSigner>[0]> = {}) {
  return createBsreSigner({
    host: simulator.url,
    ...login,
    authorities: [signer.authority],
    footer,
    simulator: true,
    ...change,
  });
}

async function serve(answer: Parameters<typeof createServer>[1]): Promise<{ server: Server; host: string }> {
  const server = createServer(answer ?? (() => undefined));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  return { server, host: `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}` };
}

describe('the simulator of BSrE', () => {
  it("signs over HTTP with the official's NIK and passphrase", async () => {
    const bsre = toSimulator();
    const signed = await bsre.sign(request());
    expect(verifySignedPdf(signed, { test: [signer.authority] })).toMatchObject({
      intact: true,
      coversWholeDocument: true,
      problems: [],
    });
  });

  it('is of kind test and has no footer, so letters keep their mark', () => {
    expect(toSimulator()).toMatchObject({ kind: 'test' });
    expect(toSimulator().footer).toBeUndefined();
  });

  it('is refused by a signer that was set up for the real service', async () => {
    const bsre = toSimulator({ simulator: false });
    expect(bsre).toMatchObject({ kind: 'certified', footer });
    await expect(bsre.sign(request())).rejects.toMatchObject({ code: 'signing.simulator_answered' });
  });

  it('tells whether an official has a certificate', async () => {
    expect(await toSimulator().userStatus(nik)).toBe('ISSUE');
    expect(await toSimulator().userStatus('7372010101709999')).toBe('NOT_REGISTERED');
  });

  it('gives a signed document again by its id', async () => {
    const form = new FormData();
    form.set('file', new Blob([Uint8Array.from(pdf)]), 'a.pdf');
    form.set('nik', nik);
    form.set('passphrase', credentials.passphrase);
    const headers = { authorization: `Basic ${Buffer.from('kota:rahasia').toString('base64')}` };
    const answer = await fetch(`${simulator.url}/api/sign/pdf`, { method: 'POST', body: form, headers });
    const again = await fetch(`${simulator.url}/api/sign/download/${answer.headers.get('id_dokumen')}`, { headers });
    expect(Buffer.from(await again.arrayBuffer()).equals(Buffer.from(await answer.arrayBuffer()))).toBe(true);
    expect(again.headers.get('x-loket24-simulator')).toBe('TIDAK BERLAKU');
  });
});

describe('a refusal', () => {
  it('names a wrong passphrase, and does not repeat it', async () => {
    const wrong = { nik, passphrase: 'salah-sekali' };
    const failure: unknown = await toSimulator()
      .sign({ ...request(), credentials: wrong })
      .catch((error: unknown) => error);
    expect(failure).toMatchObject({ code: 'signing.wrong_passphrase', kind: 'invalid' });
    expect(JSON.stringify(failure, Object.getOwnPropertyNames(failure))).not.toMatch(/salah-sekali|7372010101700001/);
  });

  it('comes before any request when no passphrase was given', async () => {
    const { credentials: _none, ...rest } = request();
    await expect(toSimulator().sign(rest)).rejects.toMatchObject({ code: 'signing.credentials_needed' });
  });

  it('tells an unknown official, a wrong login, and a signed document apart', async () => {
    const unknown = toSimulator().sign({ ...request(), credentials: { nik: '7372010101709999', passphrase: 'x' } });
    await expect(unknown).rejects.toMatchObject({
      code: 'signing.service_refused',
      params: { reason: 'User tidak terdaftar' },
    });
    await expect(toSimulator({ password: 'x' }).sign(request())).rejects.toMatchObject({
      code: 'signing.service_login_refused',
    });
    const signed = await toSimulator().sign(request());
    await expect(toSimulator().sign({ ...request(), pdf: signed })).rejects.toMatchObject({
      code: 'signing.service_refused',
    });
  });

  it('is an unreachable service when nobody answers, in time or at all', async () => {
    await expect(toSimulator({ host: 'http://127.0.0.1:9' }).sign(request())).rejects.toMatchObject({
      code: 'signing.service_unreachable',
    });
    const { server, host } = await serve(() => undefined);
    await expect(toSimulator({ host, timeoutMs: 150 }).sign(request())).rejects.toMatchObject({
      code: 'signing.service_unreachable',
    });
    server.closeAllConnections();
    server.close();
  });

  it('is made for an address that would send passphrases unencrypted', () => {
    for (const host of ['http://esign.example.go.id', 'esign', 'ftp://x']) {
      expect(() => toSimulator({ host })).toThrow(expect.objectContaining({ code: 'signing.host_not_https' }));
    }
    expect(toSimulator({ host: 'https://esign.example.go.id/' }).kind).toBe('test');
  });
});

describe('the certified signer', () => {
  it('takes an answer that its authority certified', async () => {
    const { server, host } = await serve((_, response) => {
      signer.sign(request()).then(
        (signed) => response.end(signed),
        () => response.destroy(),
      );
    });
    const signed = await toSimulator({ host, simulator: false }).sign(request());
    expect(verifySignedPdf(signed, { certified: [signer.authority] })).toMatchObject({ certified: true, problems: [] });
    server.close();
  });

  it('refuses an answer that is unsigned, altered, or signed by somebody else', async () => {
    const stranger = await createTestSigner({ dataDir: join(folder, 'stranger') });
    const altered = Uint8Array.from(await signer.sign(request()));
    altered[20] = (altered[20] ?? 0) ^ 1;
    for (const answer of [pdf, altered, await stranger.sign(request()), Buffer.from('{}'), Buffer.alloc(0)]) {
      const { server, host } = await serve((_, response) => response.end(answer));
      await expect(toSimulator({ host, simulator: false }).sign(request())).rejects.toMatchObject({
        code: 'signing.answer_not_signed',
      });
      server.close();
    }
  });
});
