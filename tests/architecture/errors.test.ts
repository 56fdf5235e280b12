// Every refusal has a sentence in both languages. The codes are read from the types, so a code put together at run time
// is found too; a code whose type is just `string` is not allowed.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { beforeAll, describe, expect, test } from 'vitest';
import { locales } from '../../src/lib/locale.ts';
import { modules } from '../../src/modules.ts';
import { en } from '../../src/platform/http/messages.en.ts';
import { id } from '../../src/platform/http/messages.id.ts';
import { projectRoot } from '../../src/platform/root.ts';

interface Thrown {
  readonly where: string;
  readonly codes: readonly string[]; // empty: not known before run time
}

let thrown: Thrown[] = [];

beforeAll(() => {
  const program = createProgram();
  const checker = program.getTypeChecker();
  const files = program.getSourceFiles().filter(({ fileName }) => fileName.includes('/src/') && isOwn(fileName));
  thrown = files.flatMap((file) => thrownIn(file, checker));
}, 120_000);

describe('refusals', () => {
  test('are found', () => {
    expect(thrown.length).toBeGreaterThan(80);
  });

  test('have codes known beforehand, named after their module', () => {
    expect(thrown.filter(({ codes }) => codes.length === 0).map(({ where }) => where)).toEqual([]);
    const strange = thrown.filter(({ codes }) =>
      codes.some((code) => !/^[a-z]+[0-9]*(_[a-z]+)*[.][a-z0-9_]+$/.test(code)),
    );
    expect(strange).toEqual([]);
  });

  test.each(locales)('have a sentence in %s', (locale) => {
    const own = locale === 'id' ? id.errors : en.errors;
    const sentences = new Set([own, ...modules.map((module) => module.errors?.[locale] ?? {})].flatMap(Object.keys));
    const mute = thrown.flatMap(({ where, codes }) =>
      codes.filter((code) => !sentences.has(code)).map((code) => `${code} ${where}`),
    );
    expect(mute).toEqual([]);
  });
});

function createProgram(): ts.Program {
  const file = join(projectRoot, 'tsconfig.json');
  const { options } = ts.parseJsonConfigFileContent(
    ts.readConfigFile(file, ts.sys.readFile).config,
    ts.sys,
    projectRoot,
  );
  const names = readdirSync(join(projectRoot, 'src'), { recursive: true, encoding: 'utf8' });
  const roots = names.filter((name) => /[.]tsx?$/.test(name)).map((name) => join(projectRoot, 'src', name));
  return ts.createProgram(roots, options);
}

function isOwn(fileName: string): boolean {
  return !fileName.includes('/node_modules/') && !/[.](test|testing)[.]tsx?$|\/testing/.test(fileName);
}

function thrownIn(file: ts.SourceFile, checker: ts.TypeChecker): Thrown[] {
  const found: Thrown[] = [];
  const visit = (node: ts.Node): void => {
    const code = ts.isNewExpression(node) && node.expression.getText(file) === 'AppError' && node.arguments?.[1];
    if (code) {
      const { line } = file.getLineAndCharacterOfPosition(node.getStart(file));
      found.push({
        where: `${file.fileName.slice(projectRoot.length + 1)}:${line + 1}`,
        codes: literalsOf(code, checker),
      });
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

function literalsOf(node: ts.Expression, checker: ts.TypeChecker): string[] {
  // A template over a union has the type string unless it is asked for in a place that wants literals.
  if (ts.isTemplateExpression(node)) return templateLiterals(node, checker);
  const type = checker.getTypeAtLocation(node);
  const parts = type.isUnion() ? type.types : [type];
  return parts.every((part) => part.isStringLiteral()) ? parts.map((part) => (part as ts.StringLiteralType).value) : [];
}

function templateLiterals(node: ts.TemplateExpression, checker: ts.TypeChecker): string[] {
  return node.templateSpans.reduce<string[]>(
    (starts, span) => {
      const middles = literalsOf(span.expression, checker);
      return starts.flatMap((start) => middles.map((middle) => `${start}${middle}${span.literal.text}`));
    },
    [node.head.text],
  );
}
