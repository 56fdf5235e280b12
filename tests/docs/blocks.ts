// Fenced blocks of a document, so that its examples can be run.
export interface Block {
  readonly language: string;
  readonly text: string;
  readonly line: number; // of the opening fence
}

export function blocksOf(markdown: string): Block[] {
  const blocks: Block[] = [];
  let open: { language: string; line: number; lines: string[] } | undefined;
  for (const [at, line] of markdown.split('\n').entries()) {
    const fence = /^```(\w*)\s*$/.exec(line);
    if (open && fence) {
      blocks.push({ language: open.language, text: open.lines.join('\n'), line: open.line });
      open = undefined;
    } else if (open) open.lines.push(line);
    else if (fence) open = { language: fence[1] ?? '', line: at + 1, lines: [] };
  }
  return blocks;
}

/** Where `actual` lacks what `shown` promises: a missing name, another type, or a list with other members. Values may differ. */
export function shapeGaps(shown: unknown, actual: unknown, path = '$'): string[] {
  if (Array.isArray(shown)) {
    if (!Array.isArray(actual)) return [`${path} is ${kindOf(actual)}, shown as a list`];
    if (shown.length > 0 && actual.length === 0) return [`${path} is empty`];
    return shown.flatMap((entry) => shapeGaps(entry, actual[0], `${path}[0]`));
  }
  if (kindOf(shown) !== kindOf(actual)) return [`${path} is ${kindOf(actual)}, shown as ${kindOf(shown)}`];
  if (typeof shown !== 'object' || shown === null || typeof actual !== 'object' || actual === null) return [];
  return Object.entries(shown).flatMap(([name, value]) =>
    shapeGaps(value, Reflect.get(actual, name), `${path}.${name}`),
  );
}

function kindOf(value: unknown): string {
  if (value === undefined) return 'missing';
  return value === null ? 'null' : Array.isArray(value) ? 'a list' : typeof value;
}
