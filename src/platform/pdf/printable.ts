// What people type is made safe to print before it reaches a template. Typst gets values as data, never as markup, so
// only characters that cannot or must not appear on paper are a concern here.
export type Json = string | number | boolean | null | undefined | readonly Json[] | { readonly [key: string]: Json };

// Bidirectional overrides and invisible joiners could make a signed letter read differently from what was decided.
const deceptive = /[\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]/g;
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is removed
const controls = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\ufff0-\ufffb\ufffe\uffff\ue000-\uf8ff]/g;
const replacement = '\ufffd';

/** A copy of `value` whose strings hold only printable text: well-formed, composed (NFC), without control characters. */
export function toPrintable(value: Json): Json {
  if (typeof value === 'string') return printableText(value);
  if (Array.isArray(value)) return value.map(toPrintable);
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, toPrintable(inner)]));
  }
  return value;
}

function printableText(text: string): string {
  return text
    .replace(/\p{Surrogate}/gu, replacement)
    .replace(/\r\n?/g, '\n')
    .replace(/\t/g, ' ')
    .replace(deceptive, '')
    .replace(controls, '')
    .normalize('NFC');
}

/** Replaces in JSON text the characters that Typst says no font can draw; nothing when the message names none of them. */
export function replaceUndrawable(json: string, message: string): string | undefined {
  const named = [...message.matchAll(/the text `\\?"(.*?)\\?"` could not be displayed/gs)].map(
    (match) => match[1] ?? '',
  );
  // ASCII is always drawable, and leaving it alone keeps the JSON whole.
  const characters = new Set(named.flatMap((text) => [...unescapeRust(text)]).filter((found) => found > '\u007f'));
  const replaced = [...json].map((character) => (characters.has(character) ? replacement : character)).join('');
  return replaced === json ? undefined : replaced;
}

// Typst prints the text in Rust's debug form, escaped once or twice: "\u{1a05}" for what has no visible shape.
function unescapeRust(text: string): string {
  return text.replace(/\\+u\{([0-9a-f]{1,6})\}/g, (_, hex: string) => String.fromCodePoint(Number.parseInt(hex, 16)));
}
