// PDFs are kept as they came (a scanned decree must stay what it is), so they are looked through for what acts on its own.
import { inflateSync } from 'node:zlib';
import { AppError } from '../../lib/errors.ts';

const active = /\/(JavaScript|Launch|EmbeddedFiles?|RichMedia|XFA|SubmitForm|ImportData)(?![A-Za-z])/;
const encrypted = /\/Encrypt(?=[\s<])/;
const mostInflated = 60 * 1024 * 1024;
const longestDictionary = 4000;
const mostStreams = 20_000;

/** Throws invalid `images.pdf_damaged`, `images.pdf_encrypted` or `images.pdf_active`. */
export function checkPdf(bytes: Uint8Array): void {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1');
  // Nothing but white space after the end: a ZIP or a program appended there would make it two files in one.
  const tail = /startxref\s+\d+\s+%%EOF[\s\0]*$/.test(text.slice(-2048));
  if (!tail || !/\/Root\b/.test(text) || !/\d+ \d+ obj/.test(text)) throw new AppError('invalid', 'images.pdf_damaged');
  if (encrypted.test(plainNames(text))) throw new AppError('invalid', 'images.pdf_encrypted');
  for (const part of [text, ...objectStreams(text)]) {
    if (active.test(plainNames(part))) throw new AppError('invalid', 'images.pdf_active');
  }
}

// A name may be written with codes (/J#61vaScript) to slip past a search.
function plainNames(text: string): string {
  return text.replace(/#([0-9A-Fa-f]{2})/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}

/** Objects may be packed inside compressed streams; what cannot be unpacked cannot be trusted. */
function* objectStreams(text: string): Generator<string> {
  let budget = mostInflated;
  let streams = 0;
  // Looking back from each `stream` keeps this linear whatever the file holds.
  for (const match of text.matchAll(/>>\s{0,20}stream\r?\n/g)) {
    streams += 1;
    if (streams > mostStreams) throw new AppError('invalid', 'images.pdf_damaged');
    const before = text.slice(Math.max(0, match.index - longestDictionary), match.index);
    const dictionary = plainNames(before.slice(before.lastIndexOf(' obj') + 1));
    if (!/\/Type\s*\/ObjStm\b/.test(dictionary)) continue;
    const start = match.index + match[0].length;
    const end = text.indexOf('endstream', start);
    const unpacked = inflate(text.slice(start, end), dictionary, budget);
    budget -= unpacked.length;
    yield unpacked;
  }
}

function inflate(packed: string, dictionary: string, budget: number): string {
  if (!/\/Filter/.test(dictionary)) return packed;
  if (!/\/Filter\s*\[?\s*\/FlateDecode\s*\]?\s*(\/|$|>)/.test(dictionary))
    throw new AppError('invalid', 'images.pdf_damaged');
  try {
    return inflateSync(Buffer.from(packed, 'latin1'), { maxOutputLength: Math.max(budget, 1) }).toString('latin1');
  } catch (error) {
    throw new AppError('invalid', 'images.pdf_damaged', { cause: error });
  }
}
