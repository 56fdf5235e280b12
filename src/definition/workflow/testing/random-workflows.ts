// Random workflows: a road of stages (an officer's step, parallel voices, a payment), corrections and returns between them,
// refusals, the fast lane, and clocks that may decide.
import fc from 'fast-check';
import type { DefinitionInput } from '../../testing.ts';
import { classQuestion, handedOver, handing } from './random-custody.ts';

type WorkflowInput = DefinitionInput['workflow'];
type ActionInput = WorkflowInput['actions'][number];
type TaskInput = NonNullable<WorkflowInput['tasks']>[number];
type StateInput = WorkflowInput['states'][string];

/** Role ids that the officers of one kelurahan of the demonstration region hold. */
export const roleNames = ['petugas', 'kasi', 'verifikator', 'lurah', 'kadis'] as const;
const role = fc.constantFrom(...roleNames);
export const text = (id: string) => ({ id, en: id });
const message = text('Sudah.');
const reasons = ['a', 'b'].map((value) => ({ value, label: text(value) }));
const population = 'population.match';

const duration = fc.constantFrom(
  { amount: 2, unit: 'working-hours' as const },
  { amount: 1, unit: 'working-days' as const },
  { amount: 3, unit: 'working-days' as const },
  { amount: 2, unit: 'calendar-days' as const },
);

const voice = fc.record({
  role,
  kind: fc.constantFrom('check', 'opinion', 'inspection', 'signature', 'hand-over'),
  due: fc.option(duration, { nil: undefined, freq: 3 }),
  silence: fc.constantFrom(undefined, 'agree' as const, 'refuse' as const, 'escalate' as const),
  when: fc.constantFrom(undefined, undefined, { jenis: { is: 'lama' } }, { jenis: { is: 'baru' } }),
  skipWhen: fc.constantFrom(undefined, undefined, population),
  judges: fc.boolean(),
  concerns: fc.constantFrom<string[] | undefined>(undefined, ['jenis'], ['surat']),
});
const stage = fc.oneof(
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('step' as const), role }) },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('voices' as const),
      voices: fc.array(voice, { minLength: 1, maxLength: 4 }),
      join: fc.constantFrom(undefined, 'all' as const, 'any' as const, 1, 2, 3),
      split: fc.constantFrom('together', 'back', 'refused'),
    }),
  },
  { weight: 1, arbitrary: fc.constant({ kind: 'payment' as const }) },
);
type Stage = typeof stage extends fc.Arbitrary<infer T> ? T : never;
type Voices = Extract<Stage, { kind: 'voices' }>;

export const plan = fc.record({
  first: role,
  stages: fc.array(stage, { maxLength: 4 }),
  last: role,
  letter: fc.boolean(),
  corrections: fc.array(fc.nat(5), { maxLength: 3 }),
  limit: fc.constantFrom(undefined, 1, 2),
  returns: fc.array(fc.tuple(fc.nat(5), fc.nat(5)), { maxLength: 2 }),
  refusals: fc.array(fc.nat(5), { maxLength: 2 }),
  fast: fc.constantFrom(undefined, undefined, 'sign' as const, 'skip' as const),
  expiry: fc.constantFrom(undefined, undefined, 'granted' as const, 'refused' as const),
  decides: fc.constantFrom('promise', 'legal', 'legal', 'tahap0'),
  promise: duration,
  legalStart: fc.constantFrom('sent' as const, 'complete' as const),
  resume: fc.constantFrom('continue' as const, 'reset' as const),
  apart: fc.array(fc.tuple(fc.nat(8), fc.nat(8)), { maxLength: 3 }),
  handing,
});
export type Plan = typeof plan extends fc.Arbitrary<infer T> ? T : never;

const nameOf = (index: number): string => `s${index}`;

function stateOf(part: Stage): StateInput {
  if (part.kind === 'step') return { label: text('Dikerjakan'), waitsFor: part.role };
  const lapse = { after: { amount: 5, unit: 'calendar-days' as const }, to: 'kedaluwarsa', remind: [2] };
  if (part.kind === 'payment') return { label: text('Bayar'), waitsFor: 'applicant', bill: {}, lapse };
  const join = typeof part.join === 'number' ? { atLeast: Math.min(part.join, part.voices.length) } : part.join;
  return { label: text('Ditanya'), waitsFor: 'tasks', ...(join ? { join } : {}) };
}

function tasksOf(part: Voices, at: number): TaskInput[] {
  const options = ['ya', 'tidak'].map((value) => ({ value, label: text(value) }));
  const hasil = { id: 'hasil', type: 'choice' as const, label: text('Hasil'), required: true, options };
  return part.voices.map(
    ({ judges, silence, due, kind, ...rest }, index): TaskInput => ({
      ...rest,
      kind: kind as TaskInput['kind'],
      id: `t${at}-${index}`,
      in: nameOf(at),
      label: text('Pendapat'),
      due,
      silence: due === undefined ? undefined : silence,
      ...(judges ? { form: [hasil], verdict: { field: 'hasil', refuse: ['tidak'] } } : {}),
    }),
  );
}

/** The ways out of a stage of the road, usual way first. */
function waysOut(part: Stage, at: number, next: string): ActionInput[] {
  const shared = { label: text('Lanjut'), from: [nameOf(at)], message };
  const system = (name: string, when: NonNullable<ActionInput['when']>, to: string): ActionInput => ({
    ...shared,
    do: `${name}${at}`,
    kind: 'advance',
    to,
    by: ['system'],
    when,
  });
  if (part.kind === 'step')
    return [{ ...shared, do: `go${at}`, kind: at === 0 ? 'complete' : 'paraf', to: next, by: [part.role] }];
  if (part.kind === 'payment') return [system('dibayar', 'paid', next)];
  if (part.split === 'together') return [system('bulat', 'tasks-done', next)];
  const refuse: ActionInput = {
    ...system('kandas', 'tasks-refused', 'ditolak'),
    kind: 'refuse',
    reasons,
    objection: message,
  };
  return [
    system('setuju', 'tasks-agreed', next),
    part.split === 'back' ? system('mundur', 'tasks-refused', nameOf(0)) : refuse,
  ];
}

function road({ first, stages, last }: Plan): Stage[] {
  return [{ kind: 'step', role: first }, ...stages, { kind: 'step', role: last }];
}

function sideways(of: Plan, parts: readonly Stage[]): ActionInput[] {
  const shared = { label: text('Tindakan'), message };
  const workers = (part: Stage | undefined) => (part?.kind === 'step' ? [part.role] : [of.first]);
  const asks = [...new Set(of.corrections.map((at) => at % parts.length))].filter(
    (at) => parts[at]?.kind !== 'payment',
  );
  const corrections = asks.map(
    (at): ActionInput => ({
      ...shared,
      do: `minta${at}`,
      kind: 'correct',
      from: [nameOf(at)],
      to: 'perbaikan',
      by: workers(parts[at]),
      ...(of.limit ? { limit: of.limit } : {}),
    }),
  );
  const returns = of.returns.flatMap(([a, b], index): ActionInput[] => {
    const [from, to] = [a % parts.length, b % parts.length];
    const part = parts[from];
    if (part?.kind !== 'step' || from <= to) return [];
    return [{ ...shared, do: `balik${index}`, kind: 'return', from: [nameOf(from)], to: nameOf(to), by: [part.role] }];
  });
  const refusals = [...new Set(of.refusals.map((at) => at % parts.length))].flatMap((at): ActionInput[] => {
    const part = parts[at];
    if (part?.kind !== 'step') return [];
    const by = [part.role];
    return [
      {
        ...shared,
        do: `tolak${at}`,
        kind: 'refuse',
        from: [nameOf(at)],
        to: 'ditolak',
        by,
        reasons,
        objection: message,
      },
    ];
  });
  return [...corrections, ...returns, ...refusals];
}

/** What the system decides by itself. */
function automatic(of: Plan, parts: readonly Stage[], waiting: readonly string[]): ActionInput[] {
  const system = { label: text('Sistem'), by: ['system'], message };
  const lastName = nameOf(parts.length - 1);
  const fast: ActionInput[] =
    of.fast === undefined
      ? []
      : [
          {
            ...system,
            do: 'cepat',
            kind: of.fast === 'sign' ? 'sign' : 'advance',
            from: [nameOf(0)],
            to: of.fast === 'sign' ? 'selesai' : lastName,
            when: 'confirmed',
            ...(of.fast === 'sign' && of.letter ? { effects: ['issue-letter' as const] } : {}),
          },
        ];
  if (of.expiry === undefined) return fast;
  const from = [...parts.flatMap((part, at) => (part.kind === 'payment' ? [] : [nameOf(at)])), ...waiting];
  const refused = of.expiry === 'refused';
  return [
    ...fast,
    {
      ...system,
      do: 'habis',
      kind: refused ? 'refuse' : 'finish',
      from,
      to: refused ? 'ditolak' : 'selesai',
      when: 'expired',
      clock: of.decides,
      ...(refused ? { reasons, objection: message } : {}),
    },
  ];
}

/** Whoever did anything does not decide, and some pairs more. */
function apartFrom(of: Plan, actions: readonly ActionInput[]): [string, string][] {
  const people = actions
    .filter((action) => !action.by.includes('system') && !action.by.includes('applicant'))
    .map((action) => action.do);
  const any = (index: number) => people[index % people.length] ?? 'putus';
  return [
    ...people.filter((name) => name !== 'putus').map((name): [string, string] => [name, 'putus']),
    ...of.apart.map(([a, b]): [string, string] => [any(a), any(b)]).filter(([a, b]) => a !== b),
  ];
}

const resubmit: ActionInput = {
  do: 'kirim',
  kind: 'resubmit',
  label: text('Kirim'),
  from: ['perbaikan'],
  to: 'back',
  by: ['applicant'],
  message,
};

export function workflowOf(of: Plan): WorkflowInput {
  const parts = road(of);
  const end = parts.length - 1;
  const asksClass = of.handing.stages.some(({ byClass }) => byClass);
  const ways = parts
    .slice(0, end)
    .flatMap((part, at) => waysOut(part, at, nameOf(at + 1)))
    .map((action) => (asksClass && action.do === 'go0' ? { ...action, form: [classQuestion] } : action));
  const last: ActionInput = {
    do: 'putus',
    kind: of.letter ? 'sign' : 'finish',
    label: text('Putus'),
    from: [nameOf(end)],
    to: 'selesai',
    by: [of.last],
    effects: [of.letter ? 'issue-letter' : 'record-result'],
    message,
  };
  const desks = parts.flatMap((part, at) => (part.kind === 'step' ? [{ state: nameOf(at), role: part.role }] : []));
  const handed = handedOver(of.handing, desks);
  const waiting = Object.keys(handed.states);
  const side = [...sideways(of, parts), ...handed.actions];
  const corrects = side.some((action) => action.kind === 'correct');
  const open = [...[...parts.keys()].map(nameOf), ...waiting];
  const tasks = parts.flatMap((part, at) => (part.kind === 'voices' ? tasksOf(part, at) : []));
  const actions: ActionInput[] = [
    ...ways,
    last,
    ...side,
    ...automatic(of, parts, waiting),
    ...(corrects ? [resubmit] : []),
    {
      do: 'batal',
      kind: 'withdraw',
      label: text('Batal'),
      from: corrects ? [...open, 'perbaikan'] : open,
      to: 'dibatalkan',
      by: ['applicant'],
      message,
    },
  ];
  const final = (status: 'done' | 'refused' | 'cancelled'): StateInput => ({
    label: text(status),
    final: true,
    status,
  });
  const wait: StateInput = {
    label: text('Lengkapi'),
    waitsFor: 'applicant',
    lapse: { after: { amount: 14, unit: 'calendar-days' }, to: 'kedaluwarsa', remind: [3] },
  };
  const payments = parts.flatMap((part, at) => (part.kind === 'payment' ? [nameOf(at)] : []));
  const lapses = corrects || payments.length > 0;
  const refuses = actions.some((action) => action.to === 'ditolak');
  return {
    roles: { ...Object.fromEntries(roleNames.map((name) => [name, { title: text(name) }])), ...handed.roles },
    start: nameOf(0),
    states: {
      ...Object.fromEntries(parts.map((part, at) => [nameOf(at), stateOf(part)])),
      ...handed.states,
      ...(corrects ? { perbaikan: wait } : {}),
      selesai: final('done'),
      ...(refuses ? { ditolak: final('refused') } : {}),
      dibatalkan: final('cancelled'),
      ...(lapses ? { kedaluwarsa: final('cancelled') } : {}),
    },
    actions,
    tasks,
    pauseIn: [...(corrects ? ['perbaikan'] : []), ...payments],
    resume: of.resume,
    separation: apartFrom(of, actions),
    ...(of.fast ? { confirmed: { registers: [population], when: { jenis: { is: 'lama' } } } } : {}),
  };
}
