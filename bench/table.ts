export interface Row {
  readonly what: string;
  readonly value: number;
  readonly unit: string;
  readonly also?: number | undefined;
  readonly alsoUnit?: string;
  readonly target?: string;
  readonly met?: boolean;
}

const figure = (value: number): string =>
  value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toFixed(2);

/** Prints a Markdown table, ready for docs/performance.md. */
export function printTable(rows: readonly Row[]): void {
  const lines = rows.map((row) => {
    const also = row.also === undefined ? '' : ` / ${figure(row.also)}${row.alsoUnit ? ` ${row.alsoUnit}` : ''}`;
    const met = row.met === undefined ? '' : row.met ? 'met' : 'MISSED';
    return `| ${row.what.replace(/^ {2}/, '&nbsp;&nbsp;')} | ${figure(row.value)} ${row.unit}${also} | ${row.target ?? ''} | ${met} |`;
  });
  process.stdout.write(['| what | figure | target | |', '| --- | ---: | --- | --- |', ...lines, ''].join('\n'));
}
