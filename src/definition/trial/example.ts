// Test cases of a service, as its author writes them: given these answers, this path, this fee, this due date.
import { isMap, LineCounter, parseDocument } from 'yaml';
import { z } from 'zod';

const Expect = z
  .object({
    'not-eligible': z.string().optional(), // the rule that stops
    pages: z.array(z.string()).optional(), // asked, in order
    documents: z.array(z.string()).optional(), // asked for, in order
    fee: z.number().int().nonnegative().nullable().optional(),
    'due-at': z.iso.datetime({ offset: true }).optional(),
    unit: z.string().optional(), // code of the unit it goes to
    missing: z.array(z.string()).optional(), // questions still without an answer
  })
  .strict();
export const Example = z
  .object({
    name: z.string().min(1).max(200),
    answers: z.record(z.string(), z.unknown()).default({}),
    'sent-at': z.iso.datetime({ offset: true }).optional(),
    expect: Expect,
  })
  .strict();
export type Example = z.infer<typeof Example>;
const File = z.object({ examples: z.array(Example).max(200) }).strict();

export interface ExampleProblem {
  readonly line: number;
  readonly message: string;
}
export interface ReadExamples {
  readonly examples: readonly Example[];
  readonly lines: readonly number[]; // where each of them begins
  readonly problems: readonly ExampleProblem[];
}

/** An empty file has no test cases. Never throws. */
export function readExamples(text: string): ReadExamples {
  if (text.trim() === '') return { examples: [], lines: [], problems: [] };
  const lines = new LineCounter();
  const doc = parseDocument(text, { lineCounter: lines, prettyErrors: false, schema: 'core', logLevel: 'silent' });
  const [broken] = doc.errors;
  if (broken)
    return {
      examples: [],
      lines: [],
      problems: [{ line: lines.linePos(broken.pos[0]).line, message: broken.message }],
    };
  const read = File.safeParse(doc.toJS({ maxAliasCount: 0 }));
  const lineAt = (path: readonly PropertyKey[]): number => {
    const node = isMap(doc.contents) ? doc.getIn(path, true) : undefined;
    const range = typeof node === 'object' && node !== null && 'range' in node ? (node.range as number[] | null) : null;
    return lines.linePos(range?.[0] ?? 0).line;
  };
  if (read.success) {
    const { examples } = read.data;
    return { examples, lines: examples.map((_, at) => lineAt(['examples', at])), problems: [] };
  }
  const problems = read.error.issues.slice(0, 20).map((issue) => ({
    line: lineAt(issue.path.slice(0, 2)),
    message: `${issue.path.join('.')}: ${issue.message}`,
  }));
  return { examples: [], lines: [], problems };
}
