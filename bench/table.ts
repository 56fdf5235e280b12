export interface Row {
  readonly what: string;
  readonly value: number;
  readonly unit: string;
  readonly also?: number;
  readonly alsoUnit?: string;
  readonly target?: string;
  readonly met?: boolean;
}
export interface Report {
  readonly rows: readonly Row[];
  add(row: Row): void;
  /** A figure with a limit it must not exceed. */
  atMost(what: string, value: number, limit: { value: number; unit: string }): void;
  atLeast(what: string, value: number, limit: { value: number; unit: string }): void;
}

const figure = (value: number): string =>
  value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toFixed(2);

function lineOf(row: Row): string {
  const also = row.also === undefined ? '' : ` / ${figure(row.also)}${row.alsoUnit ? ` ${row.alsoUnit}` : ''}`;
  const met = row.met === undefined ? '' : row.met ? 'met' : 'MISSED';
  return `| ${row.what} | ${figure(row.value)} ${row.unit}${also} | ${row.target ?? ''} | ${met} |`;
}

/** Collects rows and shows each on stderr while the run goes on. */
export function createReport(): Report {
  const rows: Row[] = [];
  const add = (row: Row): void => {
    rows.push(row);
    process.stderr.write(`${lineOf(row)}\n`);
  };
  return {
    rows,
    add,
    atMost: (what, value, { value: limit, unit }) =>
      add({ what, value, unit, target: `<= ${limit}`, met: value <= limit }),
    atLeast: (what, value, { value: limit, unit }) =>
      add({ what, value, unit, target: `>= ${limit}`, met: value >= limit }),
  };
}

/** Prints a Markdown table, ready for docs/performance.md. */
export function printTable(rows: readonly Row[]): void {
  process.stdout.write(
    ['| what | figure | target | |', '| --- | ---: | --- | --- |', ...rows.map(lineOf), ''].join('\n'),
  );
}
