// Handing over in random workflows: offers that are accepted or declined, forwarding that is taken back, joining that is undone
// by people or because another part of the house says so, and stages with clocks of their own.
import fc from 'fast-check';
import type { DefinitionInput } from '../../testing.ts';

type WorkflowInput = DefinitionInput['workflow'];
type ActionInput = WorkflowInput['actions'][number];
type ClockInput = NonNullable<DefinitionInput['clocks']>[number];
const text = (id: string) => ({ id, en: id });
const shared = { label: text('Tindakan'), message: text('Sudah.') };
const unitField = { id: 'unit', type: 'text' as const, label: text('Unit'), required: true };

/** Units that cases are handed to; the first is the one they come to. */
export const unitNames = ['u0', 'u1', 'u2'] as const;
export const offeredRole = 'penerima';
export const classes = ['ringan', 'biasa', 'lain'] as const;

const durations = fc.constantFrom(
  { amount: 4, unit: 'working-hours' as const },
  { amount: 1, unit: 'working-days' as const },
  { amount: 4, unit: 'working-days' as const },
  { amount: 2, unit: 'calendar-days' as const },
);
const stage = fc.record({
  duration: durations,
  other: durations,
  from: fc.constantFrom<number | undefined>(undefined, undefined, 0, 1, 2, 3, 5, 8),
  until: fc.array(fc.nat(30), { maxLength: 3 }),
  undoable: fc.constantFrom(true, true, false), // ends with what can be taken back
  byClass: fc.boolean(),
});
const place = fc.nat(5);
const among = fc.constantFrom<'same-kind' | 'any' | undefined>(undefined, 'same-kind', 'any', 'any');

export const handing = fc.record({
  offer: fc.option(fc.record({ at: place, limit: fc.constantFrom(undefined, 2), among }), { freq: 2 }),
  forward: fc.option(fc.record({ at: place, taken: fc.boolean(), among }), { freq: 2 }),
  join: fc.option(fc.record({ at: place, told: fc.constantFrom('none', 'ends', 'frees', 'ends', 'frees') }), {
    freq: 2,
  }),
  stages: fc.array(stage, { maxLength: 2 }),
});
export type Handing = typeof handing extends fc.Arbitrary<infer T> ? T : never;

/** A stage of the road where one officer works. */
export interface Desk {
  readonly state: string;
  readonly role: string;
}
export interface Handed {
  readonly actions: readonly ActionInput[];
  readonly states: WorkflowInput['states'];
  readonly roles: WorkflowInput['roles'];
}

export function handedOver({ offer, forward, join }: Handing, desks: readonly Desk[]): Handed {
  const deskAt = (at: number): Desk => desks[at % desks.length] ?? { state: 's0', role: 'petugas' };
  return {
    actions: [
      ...(offer ? offerAt(deskAt(offer.at), offer) : []),
      ...(forward ? forwardAt(deskAt(forward.at), forward) : []),
      ...(join ? joinAt(deskAt(join.at), join.told) : []),
    ],
    states: {
      ...(offer ? { ditawar: { label: text('Ditawarkan'), waitsFor: offeredRole } } : {}),
      ...(join ? { bergabung: { label: text('Bergabung'), waitsFor: deskAt(join.at).role } } : {}),
    },
    roles: offer ? { [offeredRole]: { title: text('Penerima'), unit: 'offered' } } : {},
  };
}

type Offer = NonNullable<Handing['offer']>;
function offerAt({ state, role }: Desk, { limit, among: units }: Offer): ActionInput[] {
  const asked = { ...shared, from: ['ditawar'], to: state, by: [offeredRole] };
  return [
    {
      ...shared,
      do: 'tawar',
      kind: 'advance',
      from: [state],
      to: 'ditawar',
      by: [role],
      form: [unitField],
      assign: { role: offeredRole, from: 'unit' },
      ...(limit ? { limit } : {}),
      ...(units ? { among: units } : {}),
    },
    { ...asked, do: 'ambil', kind: 'advance', takeOver: { from: offeredRole, roles: [role] } },
    { ...asked, do: 'tampik', kind: 'return', giveBack: [offeredRole] },
  ];
}

type Forward = NonNullable<Handing['forward']>;
function forwardAt({ state, role }: Desk, { taken, among: units }: Forward): ActionInput[] {
  const here = { ...shared, from: [state], to: state, by: [role] };
  const forward: ActionInput = {
    ...here,
    do: 'oper',
    kind: 'forward',
    form: [unitField],
    ...(units ? { among: units } : {}),
  };
  return taken ? [forward, { ...here, do: 'tarik', kind: 'return', undo: 'oper' }] : [forward];
}

function joinAt({ state, role }: Desk, told: string): ActionInput[] {
  const back: ActionInput = {
    ...shared,
    do: 'lepas',
    kind: 'return',
    from: ['bergabung'],
    to: state,
    by: [role],
    undo: 'gabung',
  };
  const bySystem = { by: ['system'], when: 'told' as const };
  const heard: ActionInput[] =
    told === 'ends'
      ? [{ ...back, ...bySystem, do: 'ikut', kind: 'finish', to: 'selesai', undo: undefined }]
      : [{ ...back, ...bySystem, do: 'sendiri' }];
  const join: ActionInput = {
    ...shared,
    do: 'gabung',
    kind: 'forward',
    from: [state],
    to: 'bergabung',
    by: [role],
    form: [],
  };
  return [join, back, ...(told === 'none' ? [] : heard)];
}

/** The question whose answer chooses how long a stage may take, on the first step of the road. */
export const classQuestion = {
  id: 'kelas',
  type: 'choice' as const,
  label: text('Kelas'),
  required: true,
  options: classes.map((value) => ({ value, label: text(value) })),
};

export function stageClocks({ stages }: Handing, { actions, states }: WorkflowInput): ClockInput[] {
  const all = actions.map((action) => action.do);
  const undone = actions.flatMap((action) => (action.undo === undefined ? [] : [action.undo]));
  const names = [...all, ...Object.keys(states)];
  const any = (list: readonly string[], at: number): string => list[at % list.length] ?? 'go0';
  return stages.map(({ duration, other, from, until, undoable, byClass }, index): ClockInput => {
    const ends = [...new Set([...until.map((at) => any(names, at)), ...(undoable ? undone : [])])];
    const { amount, unit } = other;
    return {
      id: `tahap${index}`,
      duration,
      ...(from === undefined ? {} : { from: any(all, from) }),
      ...(ends.length > 0 ? { until: ends } : {}),
      ...(byClass
        ? { by: { action: 'go0', field: 'kelas', durations: { ringan: { amount, unit }, biasa: { amount: 9, unit } } } }
        : {}),
    };
  });
}
