// Puts a PAdES signature into a PDF: @libpdf/core lays out the field and the incremental update, the CMS is ours.
import { createHash } from 'node:crypto';
import { type Signer as LayoutSigner, PDF } from '@libpdf/core';
import { AppError } from '../../lib/errors.ts';
import { buildSignedData } from './cms.ts';
import { findSignatures, type SignatureSpan } from './signature-span.ts';
import type { SignRequest } from './signer.ts';
import type { SigningIdentity } from './signing-identity.ts';

// A P-256 signature with one certificate needs about 1,100 bytes.
const reservedBytes = 4096;

/** Adds one invisible signature (ETSI.CAdES.detached, baseline B) that covers the whole document. */
export async function signPdf(
  request: Omit<SignRequest, 'credentials'>,
  identity: SigningIdentity,
): Promise<Uint8Array> {
  const bytes = await layOutSignature(request, identity);
  const span = findSignatures(bytes).spans.findLast((found) => found.end === bytes.length);
  if (span === undefined) throw new AppError('unavailable', 'signing.layout_failed');
  const documentHash = createHash('sha256')
    .update(bytes.subarray(0, span.gapStart))
    .update(bytes.subarray(span.gapEnd))
    .digest();
  writeContents(bytes, span, buildSignedData({ ...identity, documentHash }));
  return bytes;
}

async function layOutSignature(
  request: Omit<SignRequest, 'credentials'>,
  identity: SigningIdentity,
): Promise<Uint8Array> {
  try {
    const pdf = await PDF.load(request.pdf);
    const { bytes } = await pdf.sign({
      signer: placeholderSigner(identity.certificate),
      reason: oneLine(`${request.reason}, oleh ${request.signerName}`),
      location: oneLine(request.location),
      signingTime: request.at,
      estimatedSize: reservedBytes,
    });
    return bytes;
  } catch (cause) {
    throw new AppError('unavailable', 'signing.layout_failed', { cause });
  }
}

// The library insists on a signature while it lays out; what it writes is replaced before anyone sees it.
function placeholderSigner(certificate: Uint8Array): LayoutSigner {
  return {
    certificate,
    keyType: 'EC',
    signatureAlgorithm: 'ECDSA',
    sign: () => Promise.resolve(new Uint8Array(8)),
  };
}

function writeContents(bytes: Uint8Array, span: SignatureSpan, cms: Uint8Array): void {
  const room = span.gapEnd - span.gapStart - 2; // without < and >
  const hex = Buffer.from(cms).toString('hex').padEnd(room, '0');
  if (hex.length > room) throw new AppError('unavailable', 'signing.layout_failed');
  bytes.set(Buffer.from(hex, 'latin1'), span.gapStart + 1);
}

// One plain line: the library finds its own placeholder by the names of the entries, so no text may contain them.
function oneLine(text: string): string {
  return text
    .replace(/[\s\p{Cc}\\()<>[\]]+/gu, ' ')
    .replace(/\/(?=ByteRange|Contents)/g, ' ')
    .slice(0, 300);
}
