// Every paper of every shipped service: well-formed, complete, and drawn without one box on another.
import { describe, expect, test } from 'vitest';
import { locales } from '../../lib/locale.ts';
import { compileFiles } from '../load/index.ts';
import { flowSheet } from './flow-diagram.ts';
import { flowLayout } from './flow-layout.ts';
import { outputsOf } from './index.ts';
import { submissionSchema } from './json-schema.ts';
import { phoneScript } from './phone-script.ts';
import { sopSteps } from './sop.ts';

const shipped = compileFiles(['regions/parepare']).flatMap(({ definition, facts, hash }) =>
  definition === undefined || facts === undefined || hash === undefined ? [] : [{ definition, facts, hash }],
);

test('all 63 services are here', () => {
  expect(shipped).toHaveLength(63);
});

describe.each(shipped.map((one) => ({ ...one, name: one.definition.service })))('$name', (one) => {
  const { definition } = one;

  test('every state and task has a box, inside the sheet, and no two boxes touch', () => {
    for (const locale of locales) {
      const { boxes, width, height } = flowSheet(flowLayout(definition, locale));
      const ids = [
        ...Object.keys(definition.workflow.states),
        ...definition.workflow.tasks.map((task) => `task:${task.id}`),
      ];
      expect(boxes.map((box) => box.id).sort()).toEqual(ids.sort());
      for (const a of boxes) {
        expect(a.x >= 0 && a.y >= 0 && a.x + a.width <= width && a.y + a.height <= height).toBe(true);
        const touching = boxes.filter(
          (b) => b !== a && a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height,
        );
        expect(touching.map((b) => b.id)).toEqual([]);
      }
    }
  });

  test('the diagram fits A4 landscape with letters of at least six points', () => {
    const { width } = flowSheet(flowLayout(definition, 'id'));
    const points = (12 * (273 / 25.4) * 72) / width; // 12 px letters, 273 mm between the margins
    expect(points).toBeGreaterThanOrEqual(6);
  });

  test('every paper is well-formed in both languages', () => {
    for (const locale of locales)
      for (const [name, text] of outputsOf(one, locale)) {
        if (name.endsWith('.json')) expect(() => JSON.parse(text)).not.toThrow();
        else expect(unbalanced(text)).toEqual([]);
        expect(text).not.toContain('undefined');
      }
  });

  test('the schema is draft 2020-12 with a sound schema for every question', () => {
    const schema = submissionSchema(definition, { number: 1, hash: one.hash }) as unknown as Shape;
    expect(schema).toMatchObject({ $schema: 'https://json-schema.org/draft/2020-12/schema', type: 'object' });
    const answers = schema.properties?.answers;
    for (const id of answers?.required ?? []) expect(Object.keys(answers?.properties ?? {})).toContain(id);
    expect(unsound(schema)).toEqual([]);
  });

  test('the script says every question that is asked, and reads back what is said', () => {
    const lines = phoneScript(definition, 'id').flatMap((part) => part.lines);
    const ids = new Set(lines.map((line) => line.id));
    for (const page of definition.form) for (const field of page.fields) expect(ids).toContain(field.id);
    for (const line of lines) expect(line.say).not.toBe('');
  });

  test('the table names who does each step', () => {
    for (const step of sopSteps(definition, 'id')) expect([step.id, step.by]).not.toEqual([step.id, '']);
  });
});

/** Open and closing tags that do not pair; attributes are quoted, so a bare `<` in a text would show here too. */
function unbalanced(text: string): string[] {
  const open: string[] = [];
  const empty = new Set(['meta', 'br']);
  for (const [, close, tag = ''] of text
    .replace(/<!doctype html>/, '')
    .matchAll(/<(\/?)([a-z0-9]+)(?:\s+[a-zA-Z:-]+="[^"<]*")*\s*>/g)) {
    if (close === '' && !empty.has(tag)) open.push(tag);
    else if (close === '/' && open.pop() !== tag) return [`</${tag}>`];
  }
  return open;
}

interface Shape {
  readonly type?: unknown;
  readonly properties?: Readonly<Record<string, Shape>>;
  readonly items?: Shape;
  readonly required?: readonly string[];
  readonly pattern?: string;
  readonly enum?: readonly unknown[];
}
const types = ['object', 'array', 'string', 'number', 'integer', 'boolean', 'null'];

/** What a validator would refuse to compile: unknown types, patterns that are none, required names without a property. */
function unsound(schema: Shape, at = '$'): string[] {
  const wrong: string[] = [];
  if (schema.type !== undefined && !types.includes(String(schema.type))) wrong.push(`${at}: type`);
  if (schema.pattern !== undefined && !isPattern(schema.pattern)) wrong.push(`${at}: pattern`);
  if (schema.enum !== undefined && new Set(schema.enum).size !== schema.enum.length) wrong.push(`${at}: enum`);
  for (const name of schema.required ?? []) if (schema.properties?.[name] === undefined) wrong.push(`${at}: ${name}`);
  const inner = Object.entries(schema.properties ?? {}).flatMap(([name, one]) => unsound(one, `${at}.${name}`));
  return [...wrong, ...inner, ...(schema.items === undefined ? [] : unsound(schema.items, `${at}[]`))];
}

function isPattern(text: string): boolean {
  try {
    return new RegExp(text, 'u') instanceof RegExp;
  } catch {
    return false;
  }
}
