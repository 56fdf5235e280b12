// asn1js forgives lengths that do not add up; a changed length byte is a changed file, so the shape is walked first.

const maximumDepth = 32;

/** Length in bytes of the one DER value that `bytes` begins with; throws when its lengths do not nest exactly. */
export function strictDerLength(bytes: Uint8Array): number {
  return readValue(bytes, { start: 0, end: bytes.length, depth: 0 });
}

function readValue(bytes: Uint8Array, { start, end, depth }: { start: number; end: number; depth: number }): number {
  if (depth > maximumDepth) throw new Error('ASN.1 nested too deeply');
  const tag = byteAt(bytes, start, end);
  // 0 ends values of indefinite length, which DER has not; padding after the value would pass for it.
  if (tag === 0 || (tag & 0x1f) === 0x1f) throw new Error('ASN.1 tag not used in DER of a CMS');
  const length = readLength(bytes, start + 1, end);
  const contentEnd = length.contentStart + length.value;
  if (contentEnd > end) throw new Error('ASN.1 value longer than its container');
  const isConstructed = (tag & 0x20) !== 0;
  let position = length.contentStart;
  while (isConstructed && position < contentEnd)
    position = readValue(bytes, { start: position, end: contentEnd, depth: depth + 1 });
  return contentEnd;
}

function readLength(bytes: Uint8Array, position: number, end: number): { contentStart: number; value: number } {
  const first = byteAt(bytes, position, end);
  if (first < 0x80) return { contentStart: position + 1, value: first };
  const count = first & 0x7f;
  if (count === 0 || count > 4) throw new Error('ASN.1 length is not DER');
  let value = 0;
  for (let index = 1; index <= count; index += 1) value = value * 256 + byteAt(bytes, position + index, end);
  const shortest = value < 0x80 ? 0 : Math.ceil(Math.log2(value + 1) / 8);
  if (count !== shortest) throw new Error('ASN.1 length is not in its shortest form');
  return { contentStart: position + 1 + count, value };
}

function byteAt(bytes: Uint8Array, position: number, end: number): number {
  const byte = position < end ? bytes[position] : undefined;
  if (byte === undefined) throw new Error('ASN.1 value is cut off');
  return byte;
}
