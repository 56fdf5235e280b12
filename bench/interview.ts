// What one step of an interview costs: answers so far -> what to ask next. Every shipped service is played question by
// question, so the figure holds the first step, the last one and everything between.
import { join } from 'node:path';
import type { AreaLookup, Env } from '../src/definition/fields/types.ts';
import { interview } from '../src/definition/interview/interview.ts';
import { compileFiles } from '../src/definition/load/index.ts';
import type { Field, FieldType, ServiceDefinition } from '../src/definition/schema.ts';
import { projectRoot } from '../src/platform/root.ts';
import { percentile } from './load.ts';
import type { Report } from './table.ts';

const area = '73.72.01.1004';
const areas: AreaLookup = {
  has: (code) => area.startsWith(code),
  name: () => 'Lompoe',
  within: (code, parent) => code.startsWith(parent),
};
const env: Env & { askOptional: boolean } = { today: '2026-11-23', locale: 'id', areas, askOptional: true };

const plain: Readonly<Partial<Record<FieldType, unknown>>> = {
  text: 'Contoh jawaban',
  'long-text': 'Contoh jawaban yang lebih panjang',
  name: 'Besse Kartini Contoh',
  nik: '7372015708900001',
  'no-kk': '7372010101150001',
  npwp: '7372015708900001',
  nib: '9120001234567',
  phone: '081234567890',
  email: 'besse@contoh.id',
  date: '2020-05-17',
  integer: 2,
  decimal: 2.5,
  money: 1_500_000,
  yesno: true,
  declaration: true,
  area,
  address: 'Jl. Bau Massepe No. 10, RT 002 RW 005',
  location: { lat: -4.0135, lng: 119.6255 },
};

function answerTo(field: Field): unknown {
  if (field.type === 'choice') return field.options?.[0]?.value;
  if (field.type === 'choices') return [field.options?.[0]?.value];
  if (field.type === 'group') return [Object.fromEntries((field.fields ?? []).map((one) => [one.id, answerTo(one)]))];
  if (field.type === 'integer' && field.min !== undefined && field.min > 2) return field.min;
  return plain[field.type];
}

/** The raw answers after each question, from none to all. */
function growing(def: ServiceDefinition): Record<string, unknown>[] {
  const fields = [...def.eligibility.map((rule) => rule.ask), ...def.form.flatMap((page) => page.fields)];
  const steps: Record<string, unknown>[] = [{}];
  for (const field of fields) {
    const answer = answerTo(field);
    if (answer !== undefined) steps.push({ ...steps.at(-1), [field.id]: answer });
  }
  return steps;
}

const sorted = (values: readonly number[]): number[] => [...values].sort((a, b) => a - b);

export function measureInterview(report: Report, rounds: number): void {
  const definitions = compileFiles([join(projectRoot, 'regions/parepare/services')]).flatMap(
    ({ definition }) => definition ?? [],
  );
  const all: number[] = [];
  let worst = { service: '', median: 0 };
  for (const def of definitions) {
    const times = timesOf(def, rounds);
    all.push(...times);
    const median = percentile(sorted(times), 0.5);
    if (median > worst.median) worst = { service: def.service, median };
  }
  const order = sorted(all);
  report.atMost('Interview step, median of every step of every service', percentile(order, 0.5), {
    value: 1,
    unit: 'ms',
  });
  report.atMost('Interview step, p99', percentile(order, 0.99), { value: 1, unit: 'ms' });
  report.atMost(`Interview step, median of the slowest service (${worst.service})`, worst.median, {
    value: 1,
    unit: 'ms',
  });
}

function timesOf(def: ServiceDefinition, rounds: number): number[] {
  const steps = growing(def);
  const times: number[] = [];
  for (let round = -2; round < rounds; round++)
    for (const answers of steps) {
      const start = performance.now();
      interview(def, answers, env);
      if (round >= 0) times.push(performance.now() - start); // two rounds to warm up
    }
  return times;
}
