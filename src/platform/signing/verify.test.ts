import { createHash } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PDF } from '@libpdf/core';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { sha256Hex } from './hash.ts';
import { findSignatures, type SignatureSpan } from './signature-span.ts';
import { createTestSigner, type TestSigner } from './test-signer.ts';
import { type SignatureCheck, verifySignedPdf } from './verify.ts';

// Child processes and real keys: slow when the machine is busy.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const at = new Date('2026-11-24T03:00:00Z');
const request = {
  reason: 'Surat Keterangan Domisili 017/XI/2026',
  location: 'Parepare',
  signerName: 'Lurah Lompoe',
  at,
};
let folder: string;
let signer: TestSigner;
let stranger: TestSigner;
let unsigned: Uint8Array;
let signed: Uint8Array;
let span: SignatureSpan;

async function blankPdf(title: string): Promise<Uint8Array> {
  const pdf = PDF.create();
  pdf.setTitle(title);
  pdf.addPage({ size: 'a4' }).drawText('Surat keterangan', { x: 50, y: 700 });
  return pdf.save();
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'loket24-signing-'));
  signer = await createTestSigner({ dataDir: join(folder, 'one') });
  stranger = await createTestSigner({ dataDir: join(folder, 'two') });
  unsigned = await blankPdf('Surat');
  signed = await signer.sign({ pdf: unsigned, ...request });
  const [found] = findSignatures(signed).spans;
  if (found === undefined) throw new Error('the signed document has no signature');
  span = found;
});

afterAll(() => rm(folder, { recursive: true }));

function check(bytes: Uint8Array): SignatureCheck {
  return verifySignedPdf(bytes, { test: [signer.authority] });
}

function isGenuine(result: SignatureCheck): boolean {
  return result.intact && result.coversWholeDocument && result.trusted && result.problems.length === 0;
}

describe('a signed letter', () => {
  it('is intact, covered and signed by the test signer, which is not certified', () => {
    expect(check(signed)).toEqual({
      signed: true,
      intact: true,
      coversWholeDocument: true,
      trusted: true,
      certified: false,
      signerName: 'Loket24 Penanda Tangan Uji (TIDAK BERLAKU)',
      signedAt: at,
      signatures: 1,
      problems: [],
    });
  });

  it('keeps the unsigned document unchanged in front', () => {
    expect(Buffer.from(signed.subarray(0, unsigned.length)).equals(unsigned)).toBe(true);
  });

  it('counts as certified only when a certified authority issued the certificate', () => {
    const result = verifySignedPdf(signed, { certified: [signer.authority] });
    expect(result).toMatchObject({ trusted: true, certified: true, problems: [] });
  });

  it('is of an unknown signer to everybody who does not trust its authority', () => {
    for (const authorities of [{}, { test: [stranger.authority] }]) {
      expect(verifySignedPdf(signed, authorities)).toMatchObject({
        intact: true,
        trusted: false,
        problems: ['unknown_signer'],
      });
    }
  });

  it('is not confused by a title that looks like a signature', async () => {
    const titled = await blankPdf('/ByteRange [0 10 20 30] /Contents <00>');
    expect(isGenuine(check(await signer.sign({ pdf: titled, ...request })))).toBe(true);
    const reason = '/ByteRange [0 1 2 3] /Contents <00> )>> endobj';
    expect(isGenuine(check(await signer.sign({ ...request, pdf: unsigned, reason, location: reason })))).toBe(true);
  });
});

describe('an altered letter', () => {
  it('is found out when any one bit is another one', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: signed.length * 8 - 1 }), (bit) => {
        const bytes = Uint8Array.from(signed);
        bytes[bit >> 3] = (bytes[bit >> 3] ?? 0) ^ (1 << (bit & 7));
        const result = check(bytes);
        expect(isGenuine(result) || (result.intact && result.coversWholeDocument)).toBe(false);
      }),
      { numRuns: 400 },
    );
  });

  it('is found out when any one bit of the signature value is another one', () => {
    const firstBytes = 1_600; // the CMS and the beginning of its padding, as hexadecimal digits
    fc.assert(
      fc.property(fc.integer({ min: 0, max: firstBytes - 1 }), fc.integer({ min: 0, max: 7 }), (offset, bit) => {
        const bytes = Uint8Array.from(signed);
        bytes[span.gapStart + offset] = (bytes[span.gapStart + offset] ?? 0) ^ (1 << bit);
        expect(isGenuine(check(bytes))).toBe(false);
      }),
      { numRuns: 400 },
    );
  });

  it('is found out when it is cut off anywhere', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: signed.length - 1 }), (length) => {
        const result = check(signed.slice(0, length));
        expect(isGenuine(result)).toBe(false);
        expect(result.coversWholeDocument).toBe(false);
      }),
      { numRuns: 300 },
    );
  });

  it('is found out when bytes are added, even one line end', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 1, maxLength: 200 }), (extra) => {
        const result = check(Buffer.concat([signed, extra]));
        expect(result).toMatchObject({ signed: true, intact: true, coversWholeDocument: false });
        expect(result.problems).toContain('appended');
      }),
      { numRuns: 200 },
    );
    expect(check(Buffer.concat([signed, Buffer.from('\n')])).problems).toEqual(['appended']);
  });

  it('is found out when a page is changed and saved on top', async () => {
    const pdf = await PDF.load(signed);
    pdf.getPages()[0]?.drawText('dan pemilik tanah', { x: 50, y: 650 });
    const result = check(await pdf.save({ incremental: true }));
    expect(result.coversWholeDocument).toBe(false);
    expect(result.problems).toEqual(['appended']);
  });

  it('is found out when the changed letter is signed again by somebody else', async () => {
    const pdf = await PDF.load(signed);
    pdf.getPages()[0]?.drawText('dan pemilik tanah', { x: 50, y: 650 });
    const resigned = await stranger.sign({ ...request, pdf: await pdf.save({ incremental: true }) });
    expect(check(resigned)).toMatchObject({ intact: true, coversWholeDocument: true, trusted: false, signatures: 2 });
    expect(check(resigned).problems).toEqual(['unknown_signer']);
  });

  it('is found out when the signature of another letter is put into it', async () => {
    const other = await signer.sign({ ...request, pdf: await blankPdf('Lain') });
    const [otherSpan] = findSignatures(other).spans;
    const bytes = Uint8Array.from(signed);
    bytes.set(other.subarray(otherSpan?.gapStart, otherSpan?.gapEnd), span.gapStart);
    expect(check(bytes)).toMatchObject({ intact: false, problems: ['altered'] });
  });
});

describe('several signatures', () => {
  it('are all counted, and the last one covers the whole document', async () => {
    const later = new Date('2026-11-26T01:00:00Z');
    const twice = await signer.sign({ ...request, pdf: signed, at: later });
    expect(check(twice)).toMatchObject({
      signatures: 2,
      intact: true,
      coversWholeDocument: true,
      signedAt: later,
      problems: [],
    });
    const bytes = Uint8Array.from(twice);
    bytes[100] = (bytes[100] ?? 0) ^ 1;
    expect(check(bytes).problems).toEqual(['altered']);
  });

  it('are refused beyond a number no letter has', async () => {
    const span2 =
      Buffer.from(signed)
        .toString('latin1')
        .match(/\/ByteRange \[[^\]]*\]/)?.[0] ?? '';
    const result = check(Buffer.concat([signed, Buffer.from(`${span2}\n`.repeat(200))]));
    expect(result.problems).toEqual(['too_many_signatures']);
  });
});

describe('anything else', () => {
  it('is not a PDF, or not signed', () => {
    expect(check(new Uint8Array())).toMatchObject({ signed: false, problems: ['not_a_pdf'] });
    expect(check(Buffer.from('halo'))).toMatchObject({ signed: false, problems: ['not_a_pdf'] });
    expect(check(unsigned)).toMatchObject({ signed: false, intact: false, problems: ['not_signed'] });
  });

  it('never makes the check throw or call it genuine', () => {
    const pieces = fc.oneof(
      fc.uint8Array({ maxLength: 400 }),
      fc
        .constantFrom(
          '%PDF-1.7',
          '/ByteRange [0 9 30 5]',
          '/ByteRange [0 4294967295 9999999999 1]',
          '<30820000>',
          '/Contents <',
          '/M (D:2026',
        )
        .map((text) => Buffer.from(text)),
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 12 }), (parts) => {
        const result = check(Buffer.concat([Buffer.from('%PDF-1.7\n'), ...parts]));
        expect(isGenuine(result)).toBe(false);
      }),
      { numRuns: 500 },
    );
  });

  it('never makes the check throw when the signature value is any bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 2, maxLength: 300 }), fc.boolean(), (value, nested) => {
        const bytes = Uint8Array.from(signed);
        const header = nested ? '3082020006092a864886f70d010702' : '';
        const hex = (header + Buffer.from(value).toString('hex')).padEnd(span.gapEnd - span.gapStart - 2, '0');
        bytes.set(Buffer.from(hex, 'latin1'), span.gapStart + 1);
        expect(check(bytes).intact).toBe(false);
      }),
      { numRuns: 500 },
    );
  });
});

describe('the hash of a document', () => {
  it('is SHA-256 in hexadecimal digits', () => {
    expect(sha256Hex(Buffer.from('abc'))).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
    expect(sha256Hex(signed)).toBe(createHash('sha256').update(signed).digest('hex'));
  });
});
