// XML of plain values: no namespace, no attributes, lists by the name of their items. XML 1.0 forbids most control characters; one
// of them in somebody's text would make the whole document unreadable, so they are left out.

/** What a document is made of; `undefined` leaves an element out, `null` and '' write it empty. */
export type XmlValue =
  | string
  | number
  | boolean
  | null
  | undefined
  | readonly XmlValue[]
  | { readonly [name: string]: XmlValue };

const itemNames: Readonly<Record<string, string>> = {
  services: 'service',
  attributes: 'attribute',
  values: 'value',
  service_requests: 'request',
  service_request_updates: 'request_update',
  errors: 'error',
  endpoints: 'endpoint',
  formats: 'format',
};

const declaration = '<?xml version="1.0" encoding="utf-8"?>\n';
const references: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};

/** Text without what XML 1.0 cannot hold: control characters but tab and line ends, lone surrogates, U+FFFE and U+FFFF. */
export function allowedInXml(text: string): string {
  // A carriage return would be read back as a line feed; it is written as one.
  return text.replace(/\r\n?/g, '\n').replace(/[^\t\n\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '');
}

const escaped = (text: string): string => allowedInXml(text).replace(/[&<>"']/g, (sign) => references[sign] ?? sign);

function element(name: string, value: XmlValue): string {
  if (value === undefined) return '';
  const inside = content(name, value);
  return inside === '' ? `<${name}/>` : `<${name}>${inside}</${name}>`;
}

function content(name: string, value: Exclude<XmlValue, undefined>): string {
  if (value === null) return '';
  if (typeof value !== 'object') return escaped(String(value));
  if (isList(value)) return value.map((item) => element(itemNames[name] ?? 'item', item)).join('');
  return Object.entries(value)
    .map(([key, part]) => element(key, part))
    .join('');
}

const isList = (value: object): value is readonly XmlValue[] => Array.isArray(value);

/** A whole document; a list at the root has the root's name as its container: `services` holds `service` elements. */
export function xmlDocument(root: string, value: Exclude<XmlValue, undefined>): string {
  return `${declaration}${element(root, value)}`;
}
