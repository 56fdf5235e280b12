// The test signer's key and certificates: made on first use, kept in one file that only the server's user can read.
import { createPrivateKey, type KeyObject, randomBytes, webcrypto, X509Certificate } from 'node:crypto';
import { chmod, link, mkdir, readFile, unlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { BitString, Integer, Utf8String } from 'asn1js';
import { AttributeTypeAndValue, BasicConstraints, Certificate, Extension } from 'pkijs';
import { AppError } from '../../lib/errors.ts';
import { oids } from './oids.ts';

export interface SigningIdentity {
  readonly key: KeyObject;
  readonly certificate: Uint8Array; // DER
  readonly authority: Uint8Array; // DER, self-signed
}

export const testSignerName = 'Loket24 Penanda Tangan Uji (TIDAK BERLAKU)';
const authorityName = 'Loket24 Otoritas Uji (TIDAK BERLAKU)';
// Fixed and wide, so a clock set to another day in a rehearsal does not make a test letter look expired.
const validFrom = new Date('2020-01-01T00:00:00Z');
const validTo = new Date('2045-01-01T00:00:00Z');
const algorithm = { name: 'ECDSA', namedCurve: 'P-256' } as const;

/** Reads DATA_DIR/keys/test-signer.pem, or makes it; two processes that start together end with the same one. */
export async function loadSigningIdentity(dataDir: string): Promise<SigningIdentity> {
  const folder = join(dataDir, 'keys');
  const path = join(folder, 'test-signer.pem');
  const existing = await readText(path);
  if (existing !== undefined) return parseIdentity(existing, path);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const temporary = `${path}.${process.pid}.${randomBytes(4).toString('hex')}`;
  await writeFile(temporary, await createIdentity(), { mode: 0o600 });
  await chmod(temporary, 0o600);
  try {
    await link(temporary, path); // fails when another process was first; then theirs is used
  } catch (error) {
    if (!hasCode(error, 'EEXIST')) throw error;
  } finally {
    await unlink(temporary);
  }
  return parseIdentity((await readText(path)) ?? '', path);
}

async function readText(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return undefined;
    throw error;
  }
}

function hasCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}

function parseIdentity(text: string, path: string): SigningIdentity {
  try {
    const key = createPrivateKey(text.slice(0, text.indexOf('-----BEGIN CERTIFICATE-----')));
    const [certificate, authority] = text
      .split(/(?=-----BEGIN CERTIFICATE-----)/)
      .slice(1)
      .map((pem) => new X509Certificate(pem));
    if (certificate === undefined || authority === undefined || !certificate.checkPrivateKey(key)) {
      throw new Error('key and certificate do not belong together');
    }
    return { key, certificate: certificate.raw, authority: authority.raw };
  } catch (cause) {
    throw new AppError('unavailable', 'signing.key_unreadable', { params: { path }, cause });
  }
}

/** Key, certificate and authority as PEM text. The authority's private key is forgotten: it signs this one certificate. */
async function createIdentity(): Promise<string> {
  const authorityKeys = await webcrypto.subtle.generateKey(algorithm, true, ['sign', 'verify']);
  const signerKeys = await webcrypto.subtle.generateKey(algorithm, true, ['sign', 'verify']);
  const authority = await createCertificate({
    subject: authorityName,
    issuer: authorityName,
    publicKey: authorityKeys.publicKey,
    signWith: authorityKeys.privateKey,
    isAuthority: true,
  });
  const certificate = await createCertificate({
    subject: testSignerName,
    issuer: authorityName,
    publicKey: signerKeys.publicKey,
    signWith: authorityKeys.privateKey,
    isAuthority: false,
  });
  const key = Buffer.from(await webcrypto.subtle.exportKey('pkcs8', signerKeys.privateKey));
  return pem('PRIVATE KEY', key) + pem('CERTIFICATE', certificate) + pem('CERTIFICATE', authority);
}

interface CertificateRequest {
  readonly subject: string;
  readonly issuer: string;
  readonly publicKey: webcrypto.CryptoKey;
  readonly signWith: webcrypto.CryptoKey;
  readonly isAuthority: boolean;
}

async function createCertificate(request: CertificateRequest): Promise<Buffer> {
  const certificate = new Certificate();
  certificate.version = 2; // X.509 v3
  const serial = randomBytes(16);
  serial[0] = 0x40 | ((serial[0] ?? 0) & 0x3f); // positive and never shortened
  certificate.serialNumber = new Integer({ valueHex: new Uint8Array(serial).buffer });
  certificate.subject.typesAndValues.push(nameOf(request.subject));
  certificate.issuer.typesAndValues.push(nameOf(request.issuer));
  certificate.notBefore.value = validFrom;
  certificate.notAfter.value = validTo;
  certificate.extensions = [basicConstraints(request.isAuthority), keyUsage(request.isAuthority)];
  await certificate.subjectPublicKeyInfo.importKey(request.publicKey);
  await certificate.sign(request.signWith, 'SHA-256');
  return Buffer.from(certificate.toSchema(true).toBER(false));
}

// Only a common name: pkijs writes several parts as one multi-valued name, which validators show badly.
function nameOf(commonName: string): AttributeTypeAndValue {
  return new AttributeTypeAndValue({ type: oids.commonName, value: new Utf8String({ value: commonName }) });
}

function basicConstraints(isAuthority: boolean): Extension {
  const value = new BasicConstraints(isAuthority ? { cA: true, pathLenConstraint: 0 } : {});
  return new Extension({ extnID: '2.5.29.19', critical: true, extnValue: value.toSchema().toBER(false) });
}

// RFC 5280 4.2.1.3: keyCertSign and cRLSign for the authority; digitalSignature and nonRepudiation for the signer.
function keyUsage(isAuthority: boolean): Extension {
  const bits = isAuthority ? { byte: 0x06, unused: 1 } : { byte: 0xc0, unused: 6 };
  const value = new BitString({ valueHex: new Uint8Array([bits.byte]).buffer, unusedBits: bits.unused });
  return new Extension({ extnID: '2.5.29.15', critical: true, extnValue: value.toBER(false) });
}

function pem(label: string, der: Buffer): string {
  const lines = der.toString('base64').match(/.{1,64}/g) ?? [];
  return `-----BEGIN ${label}-----\n${lines.join('\n')}\n-----END ${label}-----\n`;
}
