// Checks one CMS SignedData against the SHA of the bytes it should cover. Throws on malformed input; the caller turns
// every throw into "not intact".
import { createHash, verify, X509Certificate } from 'node:crypto';
import { fromBER, ObjectIdentifier, OctetString, Sequence, UTCTime } from 'asn1js';
import {
  type AlgorithmIdentifier,
  type Attribute,
  Certificate,
  ContentInfo,
  IssuerAndSerialNumber,
  SignedData,
  type SignerInfo,
} from 'pkijs';
import { digestNames, oids, signatureAlgorithms } from './oids.ts';
import { strictDerLength } from './strict-der.ts';

export interface CheckedCms {
  readonly intact: boolean;
  readonly signerName: string | undefined;
  readonly signer: X509Certificate;
  readonly others: readonly X509Certificate[];
  readonly signingTime: Date | undefined;
}

/** `hex` is the content of the signature's gap: one DER value, then only zeros. */
export function checkCms(hex: string, digestOf: (digestName: string) => Buffer): CheckedCms {
  const raw = Buffer.from(hex, 'hex');
  const length = strictDerLength(raw);
  const parsed = fromBER(exactBuffer(raw.subarray(0, length)));
  if (parsed.offset === -1) throw new Error('the signature is not ASN.1');
  const content = new ContentInfo({ schema: parsed.result });
  require(content.contentType === oids.signedData, 'not a SignedData');
  const signedData = new SignedData({ schema: content.content });
  const [signerInfo] = signedData.signerInfos;
  require(signerInfo !== undefined && signedData.signerInfos.length === 1, 'not exactly one signer');
  const certificates = (signedData.certificates ?? []).filter(
    (found): found is Certificate => found instanceof Certificate,
  );
  const certificate = certificates.find((found) => isSigner(found, signerInfo));
  require(certificate !== undefined, 'the signer certificate is missing');
  const signer = new X509Certificate(derOf(certificate));
  const digest = digestNameOf(signerInfo.digestAlgorithm);
  const attributes = signerInfo.signedAttrs?.attributes ?? [];
  const intact =
    raw.subarray(length).every((byte) => byte === 0) &&
    isDetached(signedData, signerInfo) &&
    singleValue(attributes, oids.contentType, ObjectIdentifier)?.valueBlock.toString() === oids.data &&
    digestOf(digest).equals(octets(singleValue(attributes, oids.messageDigest, OctetString))) &&
    namesCertificate(attributes, signer.raw) &&
    signatureHolds(signerInfo, digest, signer);
  return {
    intact,
    signerName: commonName(certificate),
    signer,
    others: certificates.filter((found) => found !== certificate).map((found) => new X509Certificate(derOf(found))),
    signingTime: singleValue(attributes, oids.signingTime, UTCTime)?.toDate(),
  };
}

function require(condition: boolean, message: string): asserts condition {
  if (!condition) throw new Error(message);
}

function isSigner(certificate: Certificate, { sid }: SignerInfo): boolean {
  return (
    sid instanceof IssuerAndSerialNumber &&
    sid.serialNumber.isEqual(certificate.serialNumber) &&
    Buffer.from(sid.issuer.toSchema().toBER(false)).equals(Buffer.from(certificate.issuer.toSchema().toBER(false)))
  );
}

// Fields that the signature itself does not cover must have the one value that PAdES gives them.
function isDetached(signedData: SignedData, signerInfo: SignerInfo): boolean {
  const { version, encapContentInfo, digestAlgorithms } = signedData;
  return (
    version === 1 &&
    signerInfo.version === 1 &&
    encapContentInfo.eContentType === oids.data &&
    encapContentInfo.eContent === undefined &&
    digestAlgorithms.every((found) => found.algorithmId === signerInfo.digestAlgorithm.algorithmId && isPlain(found)) &&
    digestAlgorithms.length === 1 &&
    isPlain(signerInfo.digestAlgorithm) &&
    isPlain(signerInfo.signatureAlgorithm)
  );
}

// Parameters of these algorithms are absent or NULL.
function isPlain({ algorithmParams }: AlgorithmIdentifier): boolean {
  return (
    algorithmParams === undefined || algorithmParams.idBlock?.tagNumber === 5 || algorithmParams.idBlock === undefined
  );
}

function digestNameOf({ algorithmId }: AlgorithmIdentifier): string {
  const name = digestNames[algorithmId];
  require(name !== undefined, `digest algorithm ${algorithmId} is not accepted`);
  return name;
}

function signatureHolds(signerInfo: SignerInfo, digest: string, signer: X509Certificate): boolean {
  const algorithm = signatureAlgorithms[signerInfo.signatureAlgorithm.algorithmId];
  require(algorithm !== undefined, 'the signature algorithm is not accepted');
  require(signer.publicKey.asymmetricKeyType === algorithm.key, 'key and signature algorithm differ');
  require(algorithm.digest === undefined || algorithm.digest === digest, 'digest and signature algorithm differ');
  require(signerInfo.signedAttrs !== undefined, 'signed attributes are missing');
  const signedBytes = Buffer.from(signerInfo.signedAttrs.encodedValue);
  return verify(digest, signedBytes, signer.publicKey, octets(signerInfo.signature));
}

// RFC 5035: the certificate is bound by its hash, so it cannot be exchanged for another one with the same key.
function namesCertificate(attributes: readonly Attribute[], certificate: Buffer): boolean {
  const essCertId = firstOf(firstOf(singleValue(attributes, oids.signingCertificateV2, Sequence)));
  if (!(essCertId instanceof Sequence)) return false;
  const [first, second] = essCertId.valueBlock.value;
  const algorithm = first instanceof Sequence ? firstOf(first) : undefined;
  const name = algorithm instanceof ObjectIdentifier ? digestNames[algorithm.valueBlock.toString()] : 'sha256';
  const hash = first instanceof Sequence ? second : first;
  if (name === undefined || !(hash instanceof OctetString)) return false;
  return createHash(name).update(certificate).digest().equals(octets(hash));
}

function firstOf(sequence: unknown): unknown {
  return sequence instanceof Sequence ? sequence.valueBlock.value[0] : undefined;
}

function singleValue<T>(attributes: readonly Attribute[], type: string, kind: new () => T): T | undefined {
  const found = attributes.filter((attribute) => attribute.type === type);
  const value: unknown = found[0]?.values[0];
  return found.length === 1 && found[0]?.values.length === 1 && value instanceof kind ? value : undefined;
}

function octets(value: OctetString | undefined): Buffer {
  return value === undefined ? Buffer.alloc(0) : Buffer.from(value.getValue());
}

function commonName(certificate: Certificate): string | undefined {
  const part = certificate.subject.typesAndValues.find(({ type }) => type === oids.commonName);
  const text: unknown = part?.value.valueBlock.value;
  return typeof text === 'string' ? text : undefined;
}

function derOf(certificate: Certificate): Buffer {
  return Buffer.from(certificate.toSchema(false).toBER(false));
}

function exactBuffer(bytes: Uint8Array): ArrayBuffer {
  return Uint8Array.from(bytes).buffer;
}
