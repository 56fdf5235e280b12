// Signatures of SNAP BI, the Indonesian standard of bank interfaces: RSA for the token and for messages without one, HMAC
// for calls made with a token. What is signed is the bytes that are sent, with nothing but white space taken out.
import { createHash, createHmac, createSign, createVerify, type KeyLike, timingSafeEqual } from 'node:crypto';

export interface SignedCall {
  readonly method: string;
  readonly path: string; // without host
  readonly body: string;
  readonly timestamp: string; // ISO 8601 with offset
}

/** White space outside strings removed; the order of keys, nulls and numbers stay as they were written. */
export function minify(json: string): string {
  return json.replace(/("(?:[^"\\]|\\.)*")|[ \t\r\n]+/g, (_, text: string | undefined) => text ?? '');
}

export function bodyHash(body: string): string {
  return createHash('sha256').update(minify(body)).digest('hex');
}

/** X-SIGNATURE of a token request: SHA256withRSA over clientKey|timestamp. */
export function signTokenRequest(clientKey: string, timestamp: string, key: KeyLike): string {
  return createSign('RSA-SHA256').update(`${clientKey}|${timestamp}`).sign(key, 'base64');
}

export function isTokenRequestSigned(
  request: { readonly clientKey: string; readonly timestamp: string; readonly signature: string },
  key: KeyLike,
): boolean {
  const signed = `${request.clientKey}|${request.timestamp}`;
  return createVerify('RSA-SHA256').update(signed).verify(key, request.signature, 'base64');
}

/** X-SIGNATURE of a call with a token: HMAC-SHA512 over METHOD:path:token:hash:timestamp. */
export function signWithSecret(call: SignedCall, token: string, secret: string): string {
  const { method, path, body, timestamp } = call;
  return createHmac('sha512', secret)
    .update([method, path, token, bodyHash(body), timestamp].join(':'))
    .digest('base64');
}

export function isSignedWithSecret(
  call: SignedCall,
  proof: { readonly token: string; readonly secret: string; readonly signature: string },
): boolean {
  const expected = Buffer.from(signWithSecret(call, proof.token, proof.secret));
  const given = Buffer.from(proof.signature);
  return expected.length === given.length && timingSafeEqual(expected, given);
}

/** X-SIGNATURE of a message without a token: SHA256withRSA over METHOD:path:hash:timestamp. */
export function signWithKey({ method, path, body, timestamp }: SignedCall, key: KeyLike): string {
  return createSign('RSA-SHA256')
    .update([method, path, bodyHash(body), timestamp].join(':'))
    .sign(key, 'base64');
}

export function isSignedWithKey(call: SignedCall, signature: string, key: KeyLike): boolean {
  const signed = [call.method, call.path, bodyHash(call.body), call.timestamp].join(':');
  return createVerify('RSA-SHA256').update(signed).verify(key, signature, 'base64');
}

/** ISO 8601 with the offset of a zone: 2026-12-01T10:00:00+08:00. */
export function snapTimestamp(at: Date, timezone: string): string {
  const parts = new Intl.DateTimeFormat('en-CA', {
    timeZone: timezone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hourCycle: 'h23',
    timeZoneName: 'longOffset',
  }).formatToParts(at);
  const part = (type: string) => parts.find((one) => one.type === type)?.value ?? '';
  const offset = part('timeZoneName').replace('GMT', '') || '+00:00';
  return `${part('year')}-${part('month')}-${part('day')}T${part('hour')}:${part('minute')}:${part('second')}${offset}`;
}

/** "15000.00" of 15000 and back; undefined for what is no whole rupiah. */
export function snapAmount(amount: number): { readonly value: string; readonly currency: 'IDR' } {
  return { value: `${amount}.00`, currency: 'IDR' };
}
export function readSnapAmount(value: string): number | undefined {
  const match = /^(\d{1,13})\.00$/.exec(value);
  return match ? Number(match[1]) : undefined;
}
