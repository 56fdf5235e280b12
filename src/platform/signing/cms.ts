// The CMS of a PAdES-BASELINE-B signature. Built here and not by the PDF library, because that one writes the
// signing-time attribute, which ETSI EN 319 142-1 (6.3, table 1) forbids: the time is the dictionary's /M entry.
import { createHash, type KeyObject, sign } from 'node:crypto';
import {
  Set as Asn1Set,
  type BaseBlock,
  Constructed,
  fromBER,
  Integer,
  ObjectIdentifier,
  OctetString,
  Sequence,
} from 'asn1js';
import { Certificate } from 'pkijs';
import { oids } from './oids.ts';

/** DER of a detached SignedData over a document whose SHA-256 is given; ECDSA P-256 keys. */
export function buildSignedData(input: {
  key: KeyObject;
  certificate: Uint8Array;
  documentHash: Uint8Array;
}): Uint8Array {
  const certificate = Certificate.fromBER(exactBuffer(input.certificate));
  const attributes = [
    attribute(oids.contentType, new ObjectIdentifier({ value: oids.data })),
    attribute(oids.messageDigest, octets(input.documentHash)),
    attribute(oids.signingCertificateV2, signingCertificateV2(input.certificate)),
  ].sort(byEncoding); // DER: a SET OF is ordered by encoding
  const signature = sign('sha256', der(new Asn1Set({ value: attributes })), input.key);
  const signerInfo = new Sequence({
    value: [
      new Integer({ value: 1 }),
      new Sequence({ value: [certificate.issuer.toSchema(), certificate.serialNumber] }),
      algorithm(oids.sha256),
      tagged(0, attributes),
      algorithm(oids.ecdsaWithSha256),
      octets(signature),
    ],
  });
  const signedData = new Sequence({
    value: [
      new Integer({ value: 1 }),
      new Asn1Set({ value: [algorithm(oids.sha256)] }),
      new Sequence({ value: [new ObjectIdentifier({ value: oids.data })] }),
      tagged(0, [fromBER(exactBuffer(input.certificate)).result]),
      new Asn1Set({ value: [signerInfo] }),
    ],
  });
  return der(new Sequence({ value: [new ObjectIdentifier({ value: oids.signedData }), tagged(0, [signedData])] }));
}

// RFC 5035: with SHA-256 the algorithm is the default and left out; the issuer and serial are optional.
function signingCertificateV2(certificate: Uint8Array): Sequence {
  const essCertId = new Sequence({ value: [octets(createHash('sha256').update(certificate).digest())] });
  return new Sequence({ value: [new Sequence({ value: [essCertId] })] });
}

function attribute(type: string, value: BaseBlock): Sequence {
  return new Sequence({ value: [new ObjectIdentifier({ value: type }), new Asn1Set({ value: [value] })] });
}

function algorithm(id: string): Sequence {
  return new Sequence({ value: [new ObjectIdentifier({ value: id })] });
}

function tagged(tagNumber: number, value: BaseBlock[]): Constructed {
  return new Constructed({ idBlock: { tagClass: 3, tagNumber }, value });
}

function octets(bytes: Uint8Array): OctetString {
  return new OctetString({ valueHex: exactBuffer(bytes) });
}

function byEncoding(left: BaseBlock, right: BaseBlock): number {
  return Buffer.compare(der(left), der(right));
}

function der(block: BaseBlock): Uint8Array {
  return new Uint8Array(block.toBER(false));
}

function exactBuffer(bytes: Uint8Array): ArrayBuffer {
  return Uint8Array.from(bytes).buffer;
}
