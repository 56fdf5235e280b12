import { X509Certificate } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PDF } from '@libpdf/core';
import { fromBER } from 'asn1js';
import { ContentInfo, SignedData } from 'pkijs';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { findSignatures } from './signature-span.ts';
import { createTestSigner } from './test-signer.ts';
import { verifySignedPdf } from './verify.ts';

// Child processes and real keys: slow when the machine is busy.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const at = new Date('2026-11-24T03:00:00Z');
let folder: string;
let pdf: Uint8Array;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'loket24-signer-'));
  const document = PDF.create();
  document.addPage({ size: 'a4' });
  pdf = await document.save();
});

afterAll(() => rm(folder, { recursive: true }));

function request() {
  return { pdf, reason: 'Surat Keterangan Domisili', location: 'Parepare', signerName: 'Lurah Lompoe', at };
}

function readCms(bytes: Uint8Array): { signedData: SignedData; dictionary: string } {
  const text = Buffer.from(bytes).toString('latin1');
  const span = findSignatures(bytes).spans.at(-1);
  if (span === undefined) throw new Error('not signed');
  const der = Uint8Array.from(Buffer.from(text.slice(span.gapStart + 1, span.gapEnd - 1), 'hex')).buffer;
  const content = new ContentInfo({ schema: fromBER(der).result });
  return { signedData: new SignedData({ schema: content.content }), dictionary: text.slice(span.entryStart - 200) };
}

describe('the key of the test signer', () => {
  it('is made once, readable by its owner only, and used again after a restart', async () => {
    const dataDir = join(folder, 'restart');
    const first = await createTestSigner({ dataDir });
    const second = await createTestSigner({ dataDir });
    expect(Buffer.from(second.authority).equals(first.authority)).toBe(true);
    expect((await stat(join(dataDir, 'keys', 'test-signer.pem'))).mode & 0o777).toBe(0o600);
    expect(await readdir(join(dataDir, 'keys'))).toEqual(['test-signer.pem']);
  });

  it('is the same one for processes that start together', async () => {
    const dataDir = join(folder, 'together');
    const signers = await Promise.all(Array.from({ length: 6 }, () => createTestSigner({ dataDir })));
    const authorities = new Set(signers.map(({ authority }) => Buffer.from(authority).toString('base64')));
    expect(authorities.size).toBe(1);
    const signed = await signers[0]?.sign(request());
    const authority = signers[5]?.authority;
    expect(verifySignedPdf(signed ?? pdf, { test: authority === undefined ? [] : [authority] }).problems).toEqual([]);
  });

  it('is not replaced when its file is damaged: the start fails and names the file', async () => {
    const dataDir = join(folder, 'damaged');
    await createTestSigner({ dataDir });
    const path = join(dataDir, 'keys', 'test-signer.pem');
    await writeFile(path, (await readFile(path, 'utf8')).slice(0, 300));
    await expect(createTestSigner({ dataDir })).rejects.toMatchObject({
      code: 'signing.key_unreadable',
      params: { path },
    });
  });

  it('says in its certificate that it is not valid in law', async () => {
    const { signedData } = readCms(await (await createTestSigner({ dataDir: join(folder, 'name') })).sign(request()));
    const certificate = new X509Certificate(
      Buffer.from(signedData.certificates?.[0]?.toSchema().toBER(false) ?? new ArrayBuffer(0)),
    );
    expect(certificate.subject).toBe('CN=Loket24 Penanda Tangan Uji (TIDAK BERLAKU)');
    expect(certificate.ca).toBe(false);
  });
});

describe('the signature', () => {
  it('is PAdES baseline B: CAdES detached, certificate bound by hash, time in the dictionary and not in the CMS', async () => {
    const signer = await createTestSigner({ dataDir: join(folder, 'pades') });
    const { signedData, dictionary } = readCms(await signer.sign(request()));
    expect(dictionary).toMatch(/\/SubFilter \/ETSI\.CAdES\.detached/);
    expect(dictionary).toContain('/M (D:20261124030000Z)');
    expect(dictionary).toContain('/Reason (Surat Keterangan Domisili, oleh Lurah Lompoe)');
    expect(dictionary).toContain('/Location (Parepare)');
    const types = signedData.signerInfos[0]?.signedAttrs?.attributes.map(({ type }) => type).sort();
    // contentType, messageDigest, signingCertificateV2; signing-time (1.2.840.113549.1.9.5) is forbidden there.
    expect(types).toEqual(['1.2.840.113549.1.9.16.2.47', '1.2.840.113549.1.9.3', '1.2.840.113549.1.9.4']);
  });

  it('also holds for a checker that is not ours', async () => {
    const signer = await createTestSigner({ dataDir: join(folder, 'pades') });
    const bytes = await signer.sign(request());
    const span = findSignatures(bytes).spans.at(-1);
    const data = Buffer.concat([bytes.subarray(0, span?.gapStart), bytes.subarray(span?.gapEnd)]);
    const { signedData } = readCms(bytes);
    expect(await signedData.verify({ signer: 0, data: Uint8Array.from(data).buffer })).toBe(true);
    data[10] = (data[10] ?? 0) ^ 1;
    const altered = signedData.verify({ signer: 0, data: Uint8Array.from(data).buffer }).catch(() => false);
    expect(await altered).toBe(false);
  });

  it('is refused for bytes that are not a PDF', async () => {
    const signer = await createTestSigner({ dataDir: join(folder, 'pades') });
    const bytes = Buffer.from('bukan pdf');
    await expect(signer.sign({ ...request(), pdf: bytes })).rejects.toMatchObject({ code: 'signing.layout_failed' });
  });

  it('costs at most 50 ms of processor time when warm', async () => {
    const signer = await createTestSigner({ dataDir: join(folder, 'pades') });
    const measured: number[] = [];
    for (let index = 0; index < 110; index += 1) {
      const startedAt = process.cpuUsage();
      await signer.sign(request());
      const { user, system } = process.cpuUsage(startedAt);
      measured.push((user + system) / 1000);
    }
    const median = measured.slice(10).sort((left, right) => left - right)[50] ?? Number.NaN;
    console.log(`signature, warm, 100 times: cpu median ${median.toFixed(1)} ms`);
    expect(median).toBeLessThanOrEqual(50);
  });
});
