// Tells a genuine signed letter from an altered one, for the public verification page. Never throws.
import { createHash, X509Certificate } from 'node:crypto';
import { type CheckedCms, checkCms } from './cms-check.ts';
import { findSignatures, type SignatureSpan } from './signature-span.ts';
import type { TrustedAuthorities } from './signer.ts';

export const signatureProblems = [
  'not_a_pdf',
  'not_signed',
  'signature_damaged', // there is a signature, but it cannot be read
  'altered', // the bytes are not those that were signed
  'appended', // something was added after signing
  'unknown_signer', // signed with a certificate that no trusted authority issued
  'certificate_not_valid_then', // the certificate was not valid at the signing time
  'too_many_signatures',
] as const;
export type SignatureProblem = (typeof signatureProblems)[number];

export interface SignatureCheck {
  readonly signed: boolean;
  /** Every signature matches the bytes it covers. */
  readonly intact: boolean;
  /** The last signature covers every byte of the file but its own value. */
  readonly coversWholeDocument: boolean;
  /** Every signer's certificate comes from one of the given authorities. */
  readonly trusted: boolean;
  /** `trusted`, and all of them are certified authorities: only then the signature counts in law. */
  readonly certified: boolean;
  /** Common name in the last signer's certificate. */
  readonly signerName: string | undefined;
  /** The time the signer claims (dictionary entry /M, else the CMS attribute). */
  readonly signedAt: Date | undefined;
  readonly signatures: number;
  /** Empty when and only when the document is a genuine letter of a trusted signer, exactly as signed. */
  readonly problems: readonly SignatureProblem[];
}

interface OneCheck {
  readonly intact: boolean;
  readonly issuer: 'certified' | 'test' | undefined;
  readonly signerName: string | undefined;
  readonly signedAt: Date | undefined;
  readonly problems: readonly SignatureProblem[];
}

/** Checks all signatures of a PDF against the trusted authorities. Any bytes may be given. */
export function verifySignedPdf(bytes: Uint8Array, authorities: TrustedAuthorities = {}): SignatureCheck {
  const found = findSignatures(bytes);
  const last = found.spans.at(-1);
  const isPdf = Buffer.from(bytes.subarray(0, 5)).toString('latin1') === '%PDF-';
  if (!isPdf || last === undefined || found.tooMany) return unreadable(found, isPdf);
  const anchors = parseAuthorities(authorities);
  const checks = found.spans.map((span) => checkOne(bytes, span, anchors));
  const coversWholeDocument = last.end === bytes.length;
  const problems = new Set(checks.flatMap((check) => check.problems));
  if (!coversWholeDocument) problems.add('appended');
  const final = checks.at(-1);
  return {
    signed: true,
    intact: checks.every((check) => check.intact),
    coversWholeDocument,
    trusted: checks.every((check) => check.issuer !== undefined),
    certified: checks.every((check) => check.issuer === 'certified'),
    signerName: final?.signerName,
    signedAt: final?.signedAt,
    signatures: checks.length,
    problems: signatureProblems.filter((problem) => problems.has(problem)),
  };
}

function unreadable(found: ReturnType<typeof findSignatures>, isPdf: boolean): SignatureCheck {
  const readableProblem = found.mentioned ? 'signature_damaged' : 'not_signed';
  const signatureProblem = found.tooMany ? 'too_many_signatures' : readableProblem;
  return {
    signed: isPdf && found.mentioned,
    intact: false,
    coversWholeDocument: false,
    trusted: false,
    certified: false,
    signerName: undefined,
    signedAt: undefined,
    signatures: found.spans.length,
    problems: [isPdf ? signatureProblem : 'not_a_pdf'],
  };
}

interface Anchor {
  readonly kind: 'certified' | 'test';
  readonly certificate: X509Certificate;
}

function parseAuthorities({ certified = [], test = [] }: TrustedAuthorities): Anchor[] {
  return [
    ...certified.map((der) => ({ kind: 'certified' as const, certificate: new X509Certificate(der) })),
    ...test.map((der) => ({ kind: 'test' as const, certificate: new X509Certificate(der) })),
  ];
}

function checkOne(bytes: Uint8Array, span: SignatureSpan, anchors: readonly Anchor[]): OneCheck {
  try {
    const hex = latin1(bytes, span.gapStart + 1, span.gapEnd - 1);
    const cms = checkCms(hex, (digestName) => digestAround(bytes, span, digestName));
    const signedAt = claimedTime(bytes, span) ?? cms.signingTime;
    const anchor = findAnchor(cms, anchors);
    const problems: SignatureProblem[] = [];
    if (!cms.intact) problems.push('altered');
    if (anchor === undefined) problems.push('unknown_signer');
    else if (!wasValid(cms.signer, signedAt)) problems.push('certificate_not_valid_then');
    const issuer = problems.length === 0 ? anchor?.kind : undefined;
    return { intact: cms.intact, issuer, signerName: cms.signerName, signedAt, problems };
  } catch {
    return {
      intact: false,
      issuer: undefined,
      signerName: undefined,
      signedAt: undefined,
      problems: ['signature_damaged'],
    };
  }
}

function digestAround(bytes: Uint8Array, span: SignatureSpan, digestName: string): Buffer {
  return createHash(digestName)
    .update(bytes.subarray(0, span.gapStart))
    .update(bytes.subarray(span.gapEnd, span.end))
    .digest();
}

const maximumChain = 5;

// Walks from the signer upwards through the certificates in the file to one of the given authorities.
function findAnchor(cms: CheckedCms, anchors: readonly Anchor[]): Anchor | undefined {
  let current = cms.signer;
  for (let step = 0; step < maximumChain; step += 1) {
    const anchor = anchors.find(({ certificate }) => issued(certificate, current));
    if (anchor !== undefined) return anchor;
    const issuer = cms.others.find((other) => other.ca && issued(other, current));
    if (issuer === undefined) return undefined;
    current = issuer;
  }
  return undefined;
}

function issued(issuer: X509Certificate, subject: X509Certificate): boolean {
  return subject.checkIssued(issuer) && subject.verify(issuer.publicKey);
}

function wasValid(certificate: X509Certificate, at: Date | undefined): boolean {
  return at !== undefined && at >= new Date(certificate.validFrom) && at <= new Date(certificate.validTo);
}

const dictionaryReach = 2_000;
const pdfDate = /\/M\s{0,8}\(D:(\d{4})(\d{2})(\d{2})(\d{2})(\d{2})(\d{2})(?:Z|([+-])(\d{2})'?(\d{2})'?)?/;

// The dictionary's entries stand close before /ByteRange or after /Contents; both parts are covered by the signature.
function claimedTime(bytes: Uint8Array, span: SignatureSpan): Date | undefined {
  const after = latin1(bytes, span.gapEnd, Math.min(span.gapEnd + dictionaryReach, span.end)).split('endobj')[0] ?? '';
  const before =
    latin1(bytes, Math.max(0, span.entryStart - dictionaryReach), span.entryStart)
      .split('<<')
      .at(-1) ?? '';
  const match = pdfDate.exec(after) ?? pdfDate.exec(before);
  if (match === null) return undefined;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = match.slice(1, 7).map(Number);
  const offsetMinutes = (match[7] === '-' ? -1 : 1) * (Number(match[8] ?? 0) * 60 + Number(match[9] ?? 0));
  return new Date(Date.UTC(year, month - 1, day, hour, minute, second) - offsetMinutes * 60_000);
}

function latin1(bytes: Uint8Array, start: number, end: number): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset + start, end - start).toString('latin1');
}
