// YAML text -> located tree. Anchors and aliases are refused, so no document can grow beyond its own size.
import { isAlias, isMap, isScalar, isSeq, LineCounter, parseDocument, type YAMLError } from 'yaml';
import type { LocalText } from '../../lib/locale.ts';
import { type Code, type Finding, finding, type Position } from '../compiler/finding.ts';
import { type Entry, type Located, list, map, type Scalar, scalar } from './located.ts';

const limitBytes = 256 * 1024;
const limitDepth = 40;

export interface Parsed {
  readonly root?: Located;
  readonly findings: readonly Finding[];
}

interface Reader {
  readonly file: string;
  readonly lines: LineCounter;
  readonly findings: Finding[];
}

export function parseYaml(file: string, text: string): Parsed {
  const start: Position = { file, line: 1, column: 1 };
  if (text.length > limitBytes) {
    const size = Math.ceil(text.length / 1024);
    return { findings: [finding('L24-Y002', start, { size, limit: limitBytes / 1024 })] };
  }
  const reader: Reader = { file, lines: new LineCounter(), findings: [] };
  try {
    return readDocument(reader, text, start);
  } catch (cause) {
    // The parser itself recurses: thousands of open brackets exhaust its stack before our depth limit sees them.
    if (cause instanceof RangeError) return { findings: [finding('L24-Y004', start, { limit: limitDepth })] };
    throw cause;
  }
}

function readDocument(reader: Reader, text: string, start: Position): Parsed {
  const document = parseDocument(text, {
    lineCounter: reader.lines,
    prettyErrors: false,
    version: '1.2',
    schema: 'core',
    merge: false,
    uniqueKeys: false,
    logLevel: 'silent',
  });
  for (const error of document.errors) reader.findings.push(syntaxFinding(reader, error));
  if (reader.findings.length > 0) return { findings: reader.findings };
  const root = convert(reader, document.contents, 0, start);
  if (root.kind !== 'map') reader.findings.push(finding('L24-Y006', root.at));
  return root.kind === 'map' ? { root, findings: reader.findings } : { findings: reader.findings };
}

function convert(reader: Reader, node: unknown, depth: number, near: Position): Located {
  const at = positionOf(reader, node, near);
  if (depth > limitDepth) return refuse(reader, 'L24-Y004', at);
  if (isAlias(node)) return refuse(reader, 'L24-Y003', at);
  if ((isMap(node) || isSeq(node) || isScalar(node)) && node.anchor !== undefined)
    return refuse(reader, 'L24-Y003', at);
  if (isMap(node)) {
    const entries = new Map<string, Entry>();
    for (const pair of node.items) addEntry(reader, entries, pair, { depth, at });
    return map(entries, at);
  }
  if (isSeq(node))
    return list(
      node.items.map((item) => convert(reader, item, depth + 1, at)),
      at,
    );
  return scalar(isScalar(node) ? plainScalar(node.value) : null, at);
}

function addEntry(
  reader: Reader,
  entries: Map<string, Entry>,
  pair: { key: unknown; value: unknown },
  parent: { depth: number; at: Position },
): void {
  const at = positionOf(reader, pair.key, parent.at);
  if (isAlias(pair.key) || (isScalar(pair.key) && pair.key.anchor !== undefined)) {
    refuse(reader, 'L24-Y003', at);
    return;
  }
  const key = isScalar(pair.key) ? String(pair.key.value) : '?';
  if (entries.has(key)) reader.findings.push(finding('L24-Y005', at, { key }));
  entries.set(key, { at, node: convert(reader, pair.value, parent.depth + 1, at) });
}

function refuse(reader: Reader, code: Code, at: Position): Located {
  reader.findings.push(finding(code, at, { limit: limitDepth }));
  return scalar(null, at);
}

function plainScalar(value: unknown): Scalar {
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
  return value === null || value === undefined ? null : String(value);
}

function positionOf(reader: Reader, node: unknown, near: Position): Position {
  const range = isMap(node) || isSeq(node) || isScalar(node) || isAlias(node) ? node.range : undefined;
  if (range === undefined || range === null) return near;
  return linePosition(reader, range[0]);
}

function linePosition(reader: Reader, offset: number): Position {
  const { line, col } = reader.lines.linePos(offset);
  return { file: reader.file, line: Math.max(line, 1), column: Math.max(col, 1) };
}

function syntaxFinding(reader: Reader, error: YAMLError): Finding {
  return finding('L24-Y001', linePosition(reader, error.pos[0]), { detail: syntaxDetail(error.code) });
}

function syntaxDetail(code: string): LocalText {
  const known: Readonly<Record<string, LocalText>> = {
    TAB_AS_INDENT: { id: 'lekukan memakai tab, bukan spasi', en: 'indented with a tab instead of spaces' },
    BAD_INDENT: { id: 'lekukan tidak lurus', en: 'indentation does not line up' },
    MISSING_CHAR: {
      id: 'ada tanda yang kurang (kutip, kurung, koma, atau titik dua)',
      en: 'a quote, bracket, comma or colon is missing',
    },
    UNEXPECTED_TOKEN: { id: 'ada tanda yang tidak pada tempatnya', en: 'a sign is out of place' },
    MULTIPLE_DOCS: { id: 'ada lebih dari satu dokumen (garis ---)', en: 'there is more than one document (--- line)' },
    MULTILINE_IMPLICIT_KEY: { id: 'kunci terpotong ke baris berikut', en: 'a key runs over two lines' },
    BLOCK_AS_IMPLICIT_KEY: {
      id: 'ada titik dua di tengah teks; beri tanda kutip',
      en: 'there is a colon inside text; quote it',
    },
    BAD_ALIAS: { id: 'tanda * di awal teks; beri tanda kutip', en: 'a * begins a text; quote it' },
    RESOURCE_EXHAUSTION: { id: 'isinya terlalu bertingkat', en: 'it is nested too deeply' },
  };
  return known[code] ?? { id: 'penulisannya tidak dikenali', en: 'it is not written as expected' };
}
