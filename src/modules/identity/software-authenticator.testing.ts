// A passkey device in software: makes ES256 credentials and signs, as WebAuthn Level 2 describes. Only for tests.
import { createHash, createSign, generateKeyPairSync, type KeyObject, randomBytes } from 'node:crypto';

interface Credential {
  readonly id: Buffer;
  readonly key: KeyObject;
  readonly party: string;
  readonly userHandle: Buffer;
  counter: number;
}
/** What a dishonest or broken device would do differently. */
export interface Twist {
  readonly origin?: string;
  readonly challenge?: string;
  readonly party?: string;
  readonly flags?: number;
  readonly counter?: number;
  readonly credential?: number; // which of its credentials, the first by default
}
interface Options {
  readonly challenge: string;
  readonly rp?: { readonly id: string };
  readonly rpId?: string;
  readonly user?: { readonly id: string };
}
export interface Authenticator {
  create(options: string, twist?: Twist): string;
  get(options: string, twist?: Twist): string;
}

const presentAndVerified = 0x01 | 0x04;
const attested = 0x40;

export function createAuthenticator(origin: string): Authenticator {
  const credentials: Credential[] = [];
  return {
    create(text, twist = {}) {
      const options = JSON.parse(text) as Options;
      const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
      const userHandle = Buffer.from(options.user?.id ?? '', 'base64url');
      const credential = { id: randomBytes(32), key: privateKey, party: options.rp?.id ?? '', userHandle, counter: 0 };
      credentials.push(credential);
      const length = Buffer.alloc(2);
      length.writeUInt16BE(credential.id.length);
      const attestedCredential = Buffer.concat([Buffer.alloc(16), length, credential.id, coseKey(publicKey)]);
      const flags = (twist.flags ?? presentAndVerified) | attested;
      const authData = Buffer.concat([
        authenticatorHead(twist.party ?? credential.party, flags, 0),
        attestedCredential,
      ]);
      const attestationObject = cborMap([
        [cborText('fmt'), cborText('none')],
        [cborText('attStmt'), cborMap([])],
        [cborText('authData'), cborBytes(authData)],
      ]);
      const clientData = clientDataOf('webauthn.create', twist.challenge ?? options.challenge, twist.origin ?? origin);
      return answer(credential, {
        clientDataJSON: text64(clientData),
        attestationObject: text64(attestationObject),
        transports: ['internal'],
      });
    },
    get(text, twist = {}) {
      const options = JSON.parse(text) as Options;
      const credential = credentials[twist.credential ?? 0];
      if (!credential) throw new Error('this device has no credential');
      credential.counter = twist.counter ?? credential.counter + 1;
      const authData = authenticatorHead(
        twist.party ?? options.rpId ?? '',
        twist.flags ?? presentAndVerified,
        credential.counter,
      );
      const clientData = clientDataOf('webauthn.get', twist.challenge ?? options.challenge, twist.origin ?? origin);
      const signed = Buffer.concat([authData, createHash('sha256').update(clientData).digest()]);
      const signature = createSign('sha256').update(signed).sign(credential.key);
      return answer(credential, {
        clientDataJSON: text64(clientData),
        authenticatorData: text64(authData),
        signature: text64(signature),
        userHandle: text64(credential.userHandle),
      });
    },
  };
}

function answer(credential: Credential, response: Record<string, unknown>): string {
  const id = text64(credential.id);
  return JSON.stringify({
    id,
    rawId: id,
    type: 'public-key',
    response,
    clientExtensionResults: {},
    authenticatorAttachment: 'platform',
  });
}

function authenticatorHead(party: string, flags: number, counter: number): Buffer {
  const tail = Buffer.alloc(5);
  tail.writeUInt8(flags, 0);
  tail.writeUInt32BE(counter, 1);
  return Buffer.concat([createHash('sha256').update(party).digest(), tail]);
}

function clientDataOf(type: string, challenge: string, origin: string): Buffer {
  return Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false }));
}

/** RFC 9053: EC2, ES256, P-256, x, y. */
function coseKey(key: KeyObject): Buffer {
  const { x = '', y = '' } = key.export({ format: 'jwk' });
  return cborMap([
    [cborInt(1), cborInt(2)],
    [cborInt(3), cborInt(-7)],
    [cborInt(-1), cborInt(1)],
    [cborInt(-2), cborBytes(Buffer.from(x, 'base64url'))],
    [cborInt(-3), cborBytes(Buffer.from(y, 'base64url'))],
  ]);
}

// RFC 8949, the four shapes needed here.
function cborHead(major: number, value: number): Buffer {
  if (value < 24) return Buffer.from([(major << 5) | value]);
  if (value < 256) return Buffer.from([(major << 5) | 24, value]);
  return Buffer.from([(major << 5) | 25, value >> 8, value & 255]);
}
function cborInt(value: number): Buffer {
  return value >= 0 ? cborHead(0, value) : cborHead(1, -1 - value);
}
function cborBytes(bytes: Buffer): Buffer {
  return Buffer.concat([cborHead(2, bytes.length), bytes]);
}
function cborText(text: string): Buffer {
  return Buffer.concat([cborHead(3, Buffer.byteLength(text)), Buffer.from(text)]);
}
function cborMap(entries: readonly (readonly [Buffer, Buffer])[]): Buffer {
  return Buffer.concat([cborHead(5, entries.length), ...entries.flat()]);
}

function text64(bytes: Buffer): string {
  return bytes.toString('base64url');
}
