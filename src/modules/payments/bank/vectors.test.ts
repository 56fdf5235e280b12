// The published and the computed vectors: if one of these changes, no bank will understand us.
import { generateKeyPairSync } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { crc16, issueQris, readQris, readTags, writeTags } from './qris.ts';
import {
  bodyHash,
  isSignedWithKey,
  isSignedWithSecret,
  isTokenRequestSigned,
  minify,
  readSnapAmount,
  signTokenRequest,
  signWithKey,
  signWithSecret,
  snapAmount,
  snapTimestamp,
} from './signatures.ts';

const retribusi =
  '00020101021226690023ID.CO.BANKALTIMTARA.WWW011893600124024091802802092409180280303URE51440014ID.CO.QRIS.WWW0215ID20243452761720303URE5204752353033605405100005802ID5944(TEST) RETRIBUSI PARKIR PELABUHAN BULUMINUNG6015PENAJAM PASER U610576141622501121122334455340705479056304F16E';
const staticCode =
  '00020101021126620016ID.CO.CONTOH.WWW011893600000000000001002090000000010303URE51440014ID.CO.QRIS.WWW0215ID10000000000010303URE5204939953033605802ID5915PEMKOT PAREPARE6008PAREPARE61059111163048995';
const dynamicCode =
  '00020101021226620016ID.CO.CONTOH.WWW011893600000000000001002090000000010303URE51440014ID.CO.QRIS.WWW0215ID10000000000010303URE5204939953033605405150005802ID5915PEMKOT PAREPARE6008PAREPARE61059111162250114SKRD26000001230703A0163044383';
const merchant = {
  domain: 'ID.CO.CONTOH.WWW',
  pan: '936000000000000010',
  merchantId: '000000001',
  criteria: 'URE',
  nmid: 'ID1000000000001',
  category: '9399',
  name: 'PEMKOT PAREPARE',
  city: 'PAREPARE',
  postalCode: '91111',
};

describe('QRIS', () => {
  it('has the check value of CRC-16/CCITT-FALSE', () => {
    expect(crc16('123456789')).toBe('29B1');
  });

  it('reads a real code of a regional bank', () => {
    expect(readQris(retribusi)).toMatchObject({
      dynamic: true,
      amount: 10_000,
      category: '7523',
      merchantName: '(TEST) RETRIBUSI PARKIR PELABUHAN BULUMINUNG',
      billNumber: '112233445534',
    });
  });

  it('issues exactly the known static and dynamic codes', () => {
    expect(issueQris(merchant)).toBe(staticCode);
    expect(issueQris(merchant, { amount: 15_000, number: 'SKRD2600000123', terminal: 'A01' })).toBe(dynamicCode);
    expect(readQris(staticCode)).toMatchObject({ dynamic: false, amount: undefined });
  });

  it.each([
    ['a changed amount', dynamicCode.replace('540515000', '540550000')],
    ['a cut code', dynamicCode.slice(0, -8)],
    ['nothing', ''],
    ['a wrong checksum', dynamicCode.replace(/4383$/, '4384')],
  ])('refuses %s', (_, text) => {
    expect(readQris(text)).toBeUndefined();
  });

  it('reads back whatever tags were written', () => {
    const tag = fc.integer({ min: 0, max: 99 }).map((n) => String(n).padStart(2, '0'));
    const value = fc.string({ minLength: 0, maxLength: 99 });
    fc.assert(
      fc.property(fc.array(fc.record({ tag, value })), (tags) => {
        expect(readTags(writeTags(tags))).toEqual(tags);
      }),
    );
  });
});

describe('SNAP signatures', () => {
  const body =
    '{"partnerReferenceNo":"SKRD-2026-000123","amount":{"value":"15000.00","currency":"IDR"},"merchantId":"ID1000000000001","validityPeriod":"2026-12-31T23:59:59+08:00"}';
  const call = { method: 'POST', path: '/v1.0/qr/qr-mpm-generate', body, timestamp: '2026-12-01T10:00:00+08:00' };
  const signature = '2LHmgHfGjuR8S/+C1GppuYWIoSGsz08YFRobGxLRwXrnbdtizD0nwlVfPO2NbKL27/GIza0fQLlHFqJCUIdL2w==';

  it('give the known HMAC-SHA512', () => {
    expect(bodyHash(body)).toBe('0a9236a786630778f815839002adb2545529c2774cc7398d3534e0208fc73a86');
    expect(signWithSecret(call, 'TESTTOKEN', 'testsecret')).toBe(signature);
    const proof = { token: 'TESTTOKEN', secret: 'testsecret', signature };
    expect(isSignedWithSecret(call, proof)).toBe(true);
    expect(isSignedWithSecret({ ...call, timestamp: '2026-12-01T10:00:01+08:00' }, proof)).toBe(false);
    expect(isSignedWithSecret(call, { ...proof, signature: '' })).toBe(false);
  });

  it('take out white space only, and none from inside a text', () => {
    expect(minify('{ "b" : null,\n "a": "x  \\" y" }')).toBe('{"b":null,"a":"x  \\" y"}');
    expect(bodyHash('')).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
  });

  it('with a key hold for the message signed and for no other', () => {
    const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
    const signed = signWithKey(call, privateKey);
    expect(isSignedWithKey(call, signed, publicKey)).toBe(true);
    expect(isSignedWithKey({ ...call, body: body.replace('15000', '16000') }, signed, publicKey)).toBe(false);
    const request = { clientKey: 'loket', timestamp: call.timestamp, signature: '' };
    const token = signTokenRequest('loket', call.timestamp, privateKey);
    expect(isTokenRequestSigned({ ...request, signature: token }, publicKey)).toBe(true);
    expect(isTokenRequestSigned({ ...request, clientKey: 'lain', signature: token }, publicKey)).toBe(false);
  });

  it('write time with the offset of the zone and money with two decimals', () => {
    expect(snapTimestamp(new Date('2026-12-01T02:00:00Z'), 'Asia/Makassar')).toBe(call.timestamp);
    expect(snapAmount(15_000)).toEqual({ value: '15000.00', currency: 'IDR' });
    expect(readSnapAmount('15000.00')).toBe(15_000);
    expect(readSnapAmount('15000.50')).toBeUndefined();
    expect(readSnapAmount('-1.00')).toBeUndefined();
  });
});
