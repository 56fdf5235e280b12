// Made-up answers for a look at a service before anybody has used it: the first answer of each kind that is accepted.
import type { Env } from '../fields/types.ts';
import { stoppedBy, type Walk, walk } from '../interview/walk.ts';
import type { Field, FieldType, ServiceDefinition } from '../schema.ts';

export interface SampleEnv extends Env {
  readonly area: string; // code of a kelurahan of the region
}

const samples: Readonly<Partial<Record<FieldType, readonly unknown[]>>> = {
  text: ['Contoh jawaban', 'Contoh'],
  'long-text': ['Contoh jawaban yang lebih panjang, supaya terlihat tempatnya.', 'Contoh'],
  name: ['Besse Kartini Contoh'],
  nik: ['7372015708900001', '7372011708900002'],
  'no-kk': ['7372010101150001'],
  npwp: ['7372015708900001', '012345678901000'],
  nib: ['1234567890123'],
  phone: ['081234567890'],
  email: ['contoh@contoh.go.id'],
  money: [1_500_000],
  decimal: [2.5, 1],
  yesno: [true, false],
  location: [{ lat: -4.0135, lng: 119.6255 }],
  file: [['contohunggahan']],
  declaration: [true],
};
const mostRounds = 60; // answers open further questions, and those further ones

/** Answers along one path that is allowed, as programs send them. What no sample fits stays open. Never throws. */
export function sampleAnswers(def: ServiceDefinition, env: SampleEnv): Record<string, unknown> {
  const raw = new Map<string, unknown>();
  const tried = new Map<string, number>();
  for (let round = 0; round < mostRounds; round++) {
    const walked = walk(def, Object.fromEntries(raw), env);
    const wrong = wrongIn(walked);
    const next = questionsOn(walked).filter(({ id }) => wrong.has(id) || !tried.has(id));
    if (next.length === 0) break;
    for (const field of next) {
      const at = (tried.get(field.id) ?? -1) + 1;
      tried.set(field.id, at);
      const value = candidates(field, env)[at];
      if (value === undefined) raw.delete(field.id);
      else raw.set(field.id, value);
    }
  }
  return Object.fromEntries(raw);
}

function questionsOn({ eligibility, pages }: Walk): Field[] {
  const first = eligibility.flatMap(({ rule, state }) => (state === 'off-path' ? [] : [rule.ask]));
  return [...first, ...pages.flatMap(({ result }) => result.onPath)].filter((field) => field.type !== 'info');
}

/** Questions whose answer is refused, by themselves or by the condition they stand in. */
function wrongIn({ errors, eligibility }: Walk): ReadonlySet<string> {
  const stop = stoppedBy(eligibility);
  const ids = errors.map(({ field }) => field.split('.')[0] ?? field);
  return new Set(stop === undefined ? ids : [...ids, stop.ask.id]);
}

function candidates(field: Field, env: SampleEnv): readonly unknown[] {
  const listed = (field.options ?? []).map((option) => option.value);
  switch (field.type) {
    case 'choice':
      return listed;
    case 'choices':
      return [listed.slice(0, 1), listed];
    case 'date':
      return ['1990-08-17', '2020-05-17', ...[0, 1, 3, 7, 14, 30].map((days) => dayAfter(env.today, days))];
    case 'integer':
      return [field.min ?? 2, field.max ?? 2];
    case 'money':
    case 'decimal':
      return [...(samples[field.type] ?? []), field.min ?? 1, field.max ?? 1];
    case 'area':
      return [env.area];
    case 'address':
      return [
        { street: 'Jl. Contoh No. 10', rt: '002', rw: '005', ...(field.level === undefined ? {} : { area: env.area }) },
      ];
    case 'group':
      return rowsOf(field, env);
    default:
      return samples[field.type] ?? [];
  }
}

function rowsOf(field: Field, env: SampleEnv): readonly unknown[] {
  const row = Object.fromEntries(
    (field.fields ?? []).flatMap((inner) => {
      const [value] = candidates(inner, env);
      return value === undefined ? [] : [[inner.id, value] as const];
    }),
  );
  const count = Math.max(1, field.min ?? 1);
  return [Array.from({ length: count }, () => row)];
}

function dayAfter(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}
