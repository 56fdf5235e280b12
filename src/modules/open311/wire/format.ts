// One answer in either format. JSON follows the Spark convention: the root element is dropped and containers become arrays.
import { allowedInXml, type XmlValue, xmlDocument } from './xml.ts';

export const formats = ['xml', 'json'] as const;
export type Format = (typeof formats)[number];

export interface Encoded {
  readonly body: string;
  readonly type: string;
}

const types: Readonly<Record<Format, string>> = {
  xml: 'text/xml; charset=utf-8',
  json: 'application/json; charset=utf-8',
};

/** Wraps a definition the way XML wants it; JSON has the object itself. */
export function encode(format: Format, root: string, value: Exclude<XmlValue, undefined>): Encoded {
  const body = format === 'xml' ? xmlDocument(root, value) : JSON.stringify(emptyAsNull(value));
  return { body, type: types[format] };
}

/** Empty elements are `null` in JSON; text is the same as in XML, control characters included out. */
function emptyAsNull(value: XmlValue): unknown {
  if (typeof value === 'string') return value === '' ? null : allowedInXml(value);
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(emptyAsNull);
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, emptyAsNull(part)]));
}

/**
 * Splits `requests.json` or `L482913075.xml`. Without a format XML is meant, the one every endpoint must offer.
 * @returns undefined for a format we do not speak.
 */
export function splitFormat(last: string): { readonly name: string; readonly format: Format } | undefined {
  const dot = last.lastIndexOf('.');
  if (dot < 0) return { name: last, format: 'xml' };
  const format = formats.find((known) => known === last.slice(dot + 1).toLowerCase());
  return format && dot > 0 ? { name: last.slice(0, dot), format } : undefined;
}
