// What people read stands in messages.*.ts in both languages; a word typed into a view would be in one language only.
import ts from 'typescript';
import { expect, test } from 'vitest';
import { isProduct, readFiles, type SourceFile } from './source-files.ts';

const readByPeople = new Set(['alt', 'aria-description', 'aria-label', 'aria-roledescription', 'placeholder', 'title']);
const letters = /\p{L}{2,}/u;
// The same in every language: the name of the product, and abbreviations printed as they are.
const untranslated = /^\s*(Loket24|NIK|NIP|PDF|QR|WIB|WITA|WIT)\s*$/;

test('views hold no text of their own', async () => {
  const views = (await readFiles(['src'], ['.tsx'])).filter(isProduct);
  expect(views.length).toBeGreaterThan(40);
  expect(views.filter(({ path }) => !path.startsWith('src/ui/gallery/')).flatMap(textIn)).toEqual([]);
});

test('a word in a view is found', () => {
  const text = 'export const View = () => <p title="Nama Anda">Halo {1} <b>{"dunia"}</b></p>;';
  expect(textIn({ path: 'view.tsx', text })).toEqual(['view.tsx:1 Nama Anda', 'view.tsx:1 Halo', 'view.tsx:1 dunia']);
});

function textIn({ path, text }: SourceFile): string[] {
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX);
  const found: string[] = [];
  const note = (node: ts.Node, words: string) => {
    if (!letters.test(words) || untranslated.test(words)) return;
    found.push(`${path}:${file.getLineAndCharacterOfPosition(node.getStart(file)).line + 1} ${words.trim()}`);
  };
  const visit = (node: ts.Node): void => {
    if (ts.isJsxText(node)) note(node, node.text);
    else if (ts.isJsxExpression(node) && node.expression && ts.isStringLiteralLike(node.expression)) {
      if (!ts.isJsxAttribute(node.parent)) note(node, node.expression.text);
    } else if (ts.isJsxAttribute(node) && node.initializer && ts.isStringLiteral(node.initializer)) {
      if (readByPeople.has(node.name.getText(file))) note(node, node.initializer.text);
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}
