// Figures for Prometheus; a registry of the three kinds we use.
type Labels = Readonly<Record<string, string>>;

export interface Metrics {
  count(name: string, labels?: Labels, by?: number): void;
  /** A duration in seconds. */
  time(name: string, seconds: number, labels?: Labels): void;
  /** A value read when somebody looks. */
  gauge(name: string, read: () => number): void;
  text(): string;
}

const buckets = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

interface Timing {
  readonly counts: number[];
  sum: number;
  total: number;
}

export function createMetrics(): Metrics {
  const counters = new Map<string, Map<string, number>>();
  const timings = new Map<string, Map<string, Timing>>();
  const gauges = new Map<string, () => number>();
  return {
    count(name, labels = {}, by = 1) {
      const series = seriesOf(counters, name);
      const key = labelText(labels);
      series.set(key, (series.get(key) ?? 0) + by);
    },
    time(name, seconds, labels = {}) {
      const series = seriesOf(timings, name);
      const key = labelText(labels);
      const timing = series.get(key) ?? { counts: buckets.map(() => 0), sum: 0, total: 0 };
      for (const [index, limit] of buckets.entries())
        if (seconds <= limit) timing.counts[index] = (timing.counts[index] ?? 0) + 1;
      timing.sum += seconds;
      timing.total += 1;
      series.set(key, timing);
    },
    gauge: (name, read) => void gauges.set(name, read),
    text: () =>
      [...counters]
        .flatMap(counterLines)
        .concat([...timings].flatMap(timingLines), [...gauges].flatMap(gaugeLines))
        .join('\n')
        .concat('\n'),
  };
}

function seriesOf<T>(all: Map<string, Map<string, T>>, name: string): Map<string, T> {
  const existing = all.get(name);
  if (existing) return existing;
  const made = new Map<string, T>();
  all.set(name, made);
  return made;
}

function labelText(labels: Labels): string {
  return Object.entries(labels)
    .map(([name, value]) => `${name}="${value.replace(/[\\"\n]/g, '_')}"`)
    .join(',');
}

function counterLines([name, series]: [string, Map<string, number>]): string[] {
  return [`# TYPE ${name} counter`, ...[...series].map(([labels, value]) => `${name}{${labels}} ${value}`)];
}

function gaugeLines([name, read]: [string, () => number]): string[] {
  return [`# TYPE ${name} gauge`, `${name} ${read()}`];
}

function timingLines([name, series]: [string, Map<string, Timing>]): string[] {
  const lines = [`# TYPE ${name} histogram`];
  for (const [labels, timing] of series) {
    const prefix = labels === '' ? '' : `${labels},`;
    for (const [index, limit] of buckets.entries())
      lines.push(`${name}_bucket{${prefix}le="${limit}"} ${timing.counts[index] ?? 0}`);
    lines.push(
      `${name}_bucket{${prefix}le="+Inf"} ${timing.total}`,
      `${name}_sum{${labels}} ${timing.sum}`,
      `${name}_count{${labels}} ${timing.total}`,
    );
  }
  return lines;
}
