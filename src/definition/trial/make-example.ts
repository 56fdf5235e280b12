// A test case out of answers given just now: what comes out today is what it expects from then on.
import { parseDocument } from 'yaml';
import { walk } from '../interview/walk.ts';
import type { ServiceDefinition } from '../schema.ts';
import { type Example, readExamples } from './example.ts';
import { findAll, type TrialWorld } from './run.ts';

export interface Answered {
  readonly name: string;
  readonly raw: Readonly<Record<string, unknown>>;
  readonly sentAt: Date;
}

export async function makeExample(def: ServiceDefinition, given: Answered, world: TrialWorld): Promise<Example> {
  const { name, raw, sentAt } = given;
  const walked = walk(def, raw, world.env(sentAt));
  // What could not be read stays as it was typed: a test case may be about a wrong answer.
  const wrong = walked.errors.map(({ field }) => field.split('.')[0] ?? field);
  const kept = wrong
    .filter((field) => raw[field] !== undefined && raw[field] !== null)
    .map((field) => [field, raw[field]]);
  const answers = { ...Object.fromEntries(kept), ...walked.answers };
  const found = await findAll(def, { answers }, { sentAt, world });
  return { name, answers, 'sent-at': sentAt.toISOString(), expect: Object.fromEntries(Object.entries(found)) };
}

/** Added at the end, comments kept. One of that name that is there already stays as it is: pressed twice is once. */
export function addExample(text: string, example: Example): string {
  if (readExamples(text).examples.some(({ name }) => name === example.name)) return text;
  const doc = parseDocument(text.trim() === '' ? 'examples: []' : text, { schema: 'core', logLevel: 'silent' });
  const plain = JSON.parse(JSON.stringify(example)) as unknown;
  doc.addIn(['examples'], doc.createNode(plain));
  return doc.toString({ lineWidth: 0, flowCollectionPadding: false });
}
