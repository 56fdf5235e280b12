// Line by line: what was taken out, what was put in, with a few lines around it.

export interface DiffLine {
  readonly kind: 'same' | 'gone' | 'new' | 'gap';
  readonly text: string;
  readonly before?: number | undefined; // line numbers, from 1
  readonly after?: number | undefined;
}
const around = 3;
const mostCells = 4_000_000; // beyond this the middle is shown as replaced

/** The shortest list of lines taken out and put in; unchanged stretches are cut to the lines around a change. */
export function diffText(before: string, after: string): DiffLine[] {
  const [a, b] = [before.split('\n'), after.split('\n')];
  let head = 0;
  while (head < a.length && head < b.length && a[head] === b[head]) head += 1;
  let tail = 0;
  while (tail < a.length - head && tail < b.length - head && a[a.length - 1 - tail] === b[b.length - 1 - tail])
    tail += 1;
  const middle = diffMiddle(a.slice(head, a.length - tail), b.slice(head, b.length - tail));
  const same = (text: string): Pick<DiffLine, 'kind' | 'text'> => ({ kind: 'same', text });
  const all = [...a.slice(0, head).map(same), ...middle, ...a.slice(a.length - tail).map(same)];
  return shortened(numbered(all));
}

function diffMiddle(a: readonly string[], b: readonly string[]): Pick<DiffLine, 'kind' | 'text'>[] {
  const gone = a.map((text) => ({ kind: 'gone' as const, text }));
  const fresh = b.map((text) => ({ kind: 'new' as const, text }));
  if (a.length * b.length > mostCells) return [...gone, ...fresh];
  const width = b.length + 1;
  const longest = new Uint32Array((a.length + 1) * width); // of the common lines from (i, j) to the end
  for (let i = a.length - 1; i >= 0; i--)
    for (let j = b.length - 1; j >= 0; j--)
      longest[i * width + j] =
        a[i] === b[j]
          ? (longest[(i + 1) * width + j + 1] ?? 0) + 1
          : Math.max(longest[(i + 1) * width + j] ?? 0, longest[i * width + j + 1] ?? 0);
  return walkTable(a, b, longest);
}

function walkTable(
  a: readonly string[],
  b: readonly string[],
  longest: Uint32Array,
): Pick<DiffLine, 'kind' | 'text'>[] {
  const width = b.length + 1;
  const lines: Pick<DiffLine, 'kind' | 'text'>[] = [];
  let [i, j] = [0, 0];
  while (i < a.length || j < b.length) {
    const down = longest[(i + 1) * width + j] ?? 0;
    const right = longest[i * width + j + 1] ?? 0;
    if (i < a.length && j < b.length && a[i] === b[j]) {
      lines.push({ kind: 'same', text: a[i] ?? '' });
      i += 1;
      j += 1;
    } else if (j >= b.length || (i < a.length && down >= right)) lines.push({ kind: 'gone', text: a[i++] ?? '' });
    else lines.push({ kind: 'new', text: b[j++] ?? '' });
  }
  return lines;
}

function numbered(lines: readonly Pick<DiffLine, 'kind' | 'text'>[]): DiffLine[] {
  let [before, after] = [0, 0];
  return lines.map((line) => {
    if (line.kind !== 'new') before += 1;
    if (line.kind !== 'gone') after += 1;
    return {
      ...line,
      before: line.kind === 'new' ? undefined : before,
      after: line.kind === 'gone' ? undefined : after,
    };
  });
}

function shortened(lines: readonly DiffLine[]): DiffLine[] {
  const near = new Set<number>();
  for (const [at, line] of lines.entries())
    if (line.kind !== 'same') for (let k = at - around; k <= at + around; k++) near.add(k);
  return lines.flatMap((line, at): DiffLine[] => {
    if (near.has(at)) return [line];
    return at === 0 || near.has(at - 1) ? [{ kind: 'gap', text: '' }] : [];
  });
}
