// Every Indonesian sentence people may read, with the place it stands: message catalogues, and the content of regions.

import ts from 'typescript';
import { LineCounter, parseDocument, type Scalar, visit } from 'yaml';
import type { SourceFile } from './source-files.ts';

export interface Sentence {
  readonly where: string;
  readonly text: string;
}

/** The strings of a messages.id.ts; a parameter reads as `…`. */
export function messageSentences({ path, text }: SourceFile): Sentence[] {
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
  const found: Sentence[] = [];
  const visitNode = (node: ts.Node): void => {
    const words = wordsOf(node);
    const isKey = ts.isPropertyAssignment(node.parent ?? node) && (node.parent as ts.PropertyAssignment).name === node;
    const isCode = ts.isImportDeclaration(node.parent ?? node) || ts.isLiteralTypeNode(node.parent ?? node);
    if (words !== undefined && !isKey && !isCode) {
      const { line } = file.getLineAndCharacterOfPosition(node.getStart(file));
      found.push({ where: `${path}:${line + 1}`, text: words });
    }
    ts.forEachChild(node, visitNode);
  };
  visitNode(file);
  return found;
}

function wordsOf(node: ts.Node): string | undefined {
  if (ts.isStringLiteralLike(node)) return node.text;
  if (!ts.isTemplateExpression(node)) return undefined;
  return node.templateSpans.reduce((text, span) => `${text}…${span.literal.text}`, node.head.text);
}

/** The Indonesian texts of a YAML file: what stands under a key `id`, and single-language titles, labels and names. */
export function contentSentences({ path, text }: SourceFile): Sentence[] {
  const lines = new LineCounter();
  const found: Sentence[] = [];
  visit(parseDocument(text, { lineCounter: lines }), {
    Pair(_, pair) {
      const key = String((pair.key as Scalar | null)?.value ?? '');
      // What people type into the search box is theirs to misspell; laws are quoted as they are written.
      if (['words', 'phrases', 'legal', 'law', 'source', 'decree'].includes(key)) return visit.SKIP;
      const value = pair.value as Scalar | null;
      if (!['id', 'title', 'label', 'name', 'hint'].includes(key) || typeof value?.value !== 'string') return undefined;
      if (/^[a-z0-9-]+\.[a-z0-9.-]+$/.test(value.value)) return undefined; // an identifier
      found.push({ where: `${path}:${lines.linePos(value.range?.[0] ?? 0).line}`, text: value.value });
      return undefined;
    },
  });
  return found;
}
