// QRIS payloads (EMVCo merchant-presented mode): two digits of tag, two of length, the value; the last four characters are
// a checksum over everything before them. Read by length, never by searching: "54" also occurs inside values.
// A static code is never edited into a dynamic one: only the acquirer issues those, else no notification of the bill comes.

export interface TagValue {
  readonly tag: string;
  readonly value: string;
}

/** CRC-16/CCITT-FALSE as four capital hex digits. */
export function crc16(text: string): string {
  let crc = 0xffff;
  for (const byte of Buffer.from(text, 'utf8')) {
    crc ^= byte << 8;
    for (let bit = 0; bit < 8; bit += 1) crc = (crc & 0x8000) === 0 ? crc << 1 : (crc << 1) ^ 0x1021;
    crc &= 0xffff;
  }
  return crc.toString(16).toUpperCase().padStart(4, '0');
}

/** The tags in order, or undefined when the lengths do not add up. */
export function readTags(text: string): TagValue[] | undefined {
  const tags: TagValue[] = [];
  for (let at = 0; at < text.length; ) {
    const head = /^(\d{2})(\d{2})$/.exec(text.slice(at, at + 4));
    const [tag, length] = [head?.[1], Number(head?.[2])];
    const value = text.slice(at + 4, at + 4 + length);
    if (tag === undefined || value.length !== length) return undefined;
    tags.push({ tag, value });
    at += 4 + length;
  }
  return tags;
}

export function writeTags(tags: readonly TagValue[]): string {
  return tags
    .map(({ tag, value }) => {
      if (value.length > 99) throw new Error(`tag ${tag} is longer than 99 characters`);
      return `${tag}${String(value.length).padStart(2, '0')}${value}`;
    })
    .join('');
}

export interface QrisPayload {
  readonly dynamic: boolean;
  readonly merchantName: string;
  readonly city: string;
  readonly category: string;
  readonly amount: number | undefined; // whole rupiah; a static code names none
  readonly billNumber: string | undefined;
  readonly tags: readonly TagValue[];
}

/** Reads a payload; undefined when it is none: wrong lengths, wrong checksum, another currency, a fraction of a rupiah. */
export function readQris(text: string): QrisPayload | undefined {
  const tags = readTags(text);
  const last = tags?.at(-1);
  if (tags === undefined || last?.tag !== '63' || crc16(text.slice(0, -4)) !== last.value.toUpperCase())
    return undefined;
  const value = (tag: string) => tags.find((one) => one.tag === tag)?.value;
  const written = value('54');
  const amount = written === undefined ? undefined : wholeAmount(written);
  if (value('00') !== '01' || value('53') !== '360' || (written !== undefined && amount === undefined))
    return undefined;
  const additional = readTags(value('62') ?? '') ?? [];
  return {
    dynamic: value('01') === '12',
    merchantName: value('59') ?? '',
    city: value('60') ?? '',
    category: value('52') ?? '',
    amount,
    billNumber: additional.find((one) => one.tag === '01')?.value,
    tags,
  };
}

/** "10000" and "100003.00" both occur. */
function wholeAmount(text: string): number | undefined {
  const match = /^(\d{1,13})(?:\.0{1,2})?$/.exec(text);
  return match ? Number(match[1]) : undefined;
}

export interface QrisMerchant {
  readonly domain: string; // of the acquirer, reversed: ID.CO.CONTOH.WWW
  readonly pan: string;
  readonly merchantId: string;
  readonly criteria: string; // URE: special, government
  readonly nmid: string;
  readonly category: string; // 9399: government services
  readonly name: string;
  readonly city: string;
  readonly postalCode: string;
}

/** What an acquirer issues; here only the simulator is one. With a bill it is dynamic. */
export function issueQris(
  merchant: QrisMerchant,
  bill?: { readonly amount: number; readonly number: string; readonly terminal: string },
): string {
  const account = [
    { tag: '00', value: merchant.domain },
    { tag: '01', value: merchant.pan },
    { tag: '02', value: merchant.merchantId },
    { tag: '03', value: merchant.criteria },
  ];
  const national = [
    { tag: '00', value: 'ID.CO.QRIS.WWW' },
    { tag: '02', value: merchant.nmid },
    { tag: '03', value: merchant.criteria },
  ];
  const additional = bill && [
    { tag: '01', value: bill.number },
    { tag: '07', value: bill.terminal },
  ];
  const body = writeTags([
    { tag: '00', value: '01' },
    { tag: '01', value: bill ? '12' : '11' },
    { tag: '26', value: writeTags(account) },
    { tag: '51', value: writeTags(national) },
    { tag: '52', value: merchant.category },
    { tag: '53', value: '360' },
    ...(bill ? [{ tag: '54', value: String(bill.amount) }] : []),
    { tag: '58', value: 'ID' },
    { tag: '59', value: merchant.name },
    { tag: '60', value: merchant.city },
    { tag: '61', value: merchant.postalCode },
    ...(additional ? [{ tag: '62', value: writeTags(additional) }] : []),
  ]);
  return `${body}6304${crc16(`${body}6304`)}`;
}
