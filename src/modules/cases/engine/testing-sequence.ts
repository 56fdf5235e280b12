// Random lives of a case: people who may and people who may not, registers, payments, time, and the timer job.
import fc from 'fast-check';
import type { Action, ServiceDefinition } from '../../../definition/schema.ts';
import { stateOf } from '../../../definition/workflow/position.ts';
import { classes, offeredRole, unitNames } from '../../../definition/workflow/testing/random-custody.ts';
import { roleNames } from '../../../definition/workflow/testing/random-workflows.ts';
import type { Who } from '../../../definition/workflow/who.ts';
import type { Officer } from '../../../platform/context.ts';
import { whoOn } from '../access.ts';
import type { CaseState } from '../types.ts';
import type { ActCommand } from './act.ts';
import type { Play } from './testing.ts';

export interface Person {
  readonly id: string;
  readonly roles: readonly string[];
  readonly unit: string; // where all of them are held
}
export type Step =
  | {
      readonly kind: 'act';
      readonly likely: number | null; // one of the steps named for this state, or anything at all
      readonly any: number;
      readonly person: number; // an index of the people, or the applicant
      readonly fitting: boolean; // a person of the role named, where there is one
      readonly refuse: boolean;
      readonly type: 'lama' | 'baru';
      readonly unit: string; // to whom the case is offered or forwarded
      readonly kelas: string;
    }
  | { readonly kind: 'told'; readonly pick: number; readonly asked: boolean }
  | { readonly kind: 'claim'; readonly task: number; readonly person: number }
  | { readonly kind: 'register'; readonly match: boolean }
  | { readonly kind: 'pay' }
  | { readonly kind: 'paper' }
  | { readonly kind: 'wait'; readonly minutes: number };
export interface Sequence {
  readonly start: Date;
  readonly type: 'lama' | 'baru';
  readonly people: readonly Person[];
  readonly steps: readonly Step[];
}

const mostPeople = 9;
const act = fc.record({
  kind: fc.constant('act' as const),
  likely: fc.option(fc.nat(30), { freq: 6 }),
  any: fc.nat(40),
  person: fc.nat(mostPeople - 1),
  fitting: fc.integer({ min: 0, max: 3 }).map((draw) => draw > 0),
  refuse: fc.integer({ min: 0, max: 2 }).map((draw) => draw === 0),
  type: fc.constantFrom('lama' as const, 'baru' as const),
  unit: fc.constantFrom(...unitNames),
  kelas: fc.constantFrom(...classes),
});
const told = fc.record({
  kind: fc.constant('told' as const),
  pick: fc.nat(3),
  asked: fc.constantFrom(true, true, true, false),
});
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 12, arbitrary: act },
  { weight: 4, arbitrary: told },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant('claim' as const), task: fc.nat(3), person: fc.nat(mostPeople - 1) }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('register' as const), match: fc.boolean() }) },
  { weight: 1, arbitrary: fc.constant({ kind: 'pay' as const }) },
  { weight: 1, arbitrary: fc.constant({ kind: 'paper' as const }) },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('wait' as const),
      minutes: fc.oneof(fc.integer({ min: 1, max: 600 }), fc.integer({ min: 600, max: 10_000 })),
    }),
  },
);
const person = fc.record({
  roles: fc.subarray([...roleNames, offeredRole], { maxLength: 4 }),
  unit: fc.constantFrom(...unitNames, unitNames[0]),
});
const people = fc
  .array(person, { minLength: mostPeople, maxLength: mostPeople })
  .map((all) => all.map((one, index): Person => ({ id: `orang-${index}`, ...one })));

export const sequences: fc.Arbitrary<Sequence> = fc.record({
  // Any minute of a year with Lebaran, cuti bersama and Ramadan hours; far enough from the end of the holidays known.
  start: fc.integer({ min: 0, max: 240 * 1440 }).map((minute) => new Date(Date.UTC(2026, 0, 3) + minute * 60_000)),
  type: fc.constantFrom('lama' as const, 'baru' as const),
  people,
  steps: fc.array(step, { minLength: 4, maxLength: 25, size: 'max' }),
});

/** The same judgement of who somebody is on this case as in the running application. */
function whoIs(person: Person | undefined, state: CaseState): Who {
  if (!person) return { kind: 'applicant' };
  const { id, unit } = person;
  const seat = { unitId: unit, unitCode: unit, unitName: unit };
  const memberships = person.roles.map((role) => ({ ...seat, role }));
  const names = { username: id, name: id, title: '' };
  return whoOn(
    { kind: 'officer', id, ...names, memberships, permissions: [], via: 'session' } satisfies Officer,
    state,
  );
}

export interface Attempt {
  readonly name: string;
  readonly who: Who;
  readonly person: Person | undefined; // an officer
  readonly told: boolean; // the system, because another part of the house says so
  readonly carriedOut: boolean;
}

/** Plays one step. @returns what was attempted, when somebody tried to act. */
export function playStep(
  definition: ServiceDefinition,
  game: Play,
  { people: all }: Sequence,
  move: Step,
): Attempt | undefined {
  switch (move.kind) {
    case 'wait':
      game.wait(move.minutes);
      game.tick();
      return undefined;
    case 'register':
      if (game.state().closedAt !== undefined) return undefined;
      game.append({
        kind: 'register-answered',
        data: {
          register: 'population',
          outcome: 'answered',
          statements: { match: move.match },
          at: game.env().now.toISOString(),
        },
      });
      return undefined;
    case 'pay':
      return pay(game);
    case 'paper': {
      const { documents, closedAt } = game.state();
      if (closedAt !== undefined || documents.some(({ id }) => id === 'surat')) return undefined;
      const added = [...documents, { id: 'surat', uploadId: 'u1' }];
      game.append({ kind: 'documents-added', data: { documents: added, added: ['surat'] } }, { kind: 'applicant' });
      return undefined;
    }
    case 'claim': {
      const open = game.state().tasks.filter((task) => task.closedAt === undefined && task.assignee === undefined);
      const task = open[move.task % Math.max(1, open.length)];
      const person = all[move.person];
      if (!task || !person?.roles.includes(task.role) || person.unit !== task.unitId) return undefined;
      game.append({ kind: 'claimed', data: { taskId: task.id } }, { kind: 'officer', id: person.id });
      return undefined;
    }
    case 'told':
      return tell(definition, game, move);
    case 'act':
      return attempt(definition, game, all, move);
  }
}

/** The bill of a state is made on entering it, unless the case has been paid for. */
export function billFor(definition: ServiceDefinition, game: Play): void {
  const { state, since, bill } = game.state();
  if (stateOf(definition, state).bill === undefined || bill?.billId === since || bill?.paidAt !== undefined) return;
  game.append({ kind: 'bill-made', data: { billId: since, amount: 50_000, legal: 'Perda' } });
}

function pay(game: Play): undefined {
  const { bill, closedAt } = game.state();
  if (!bill || bill.paidAt !== undefined || closedAt !== undefined) return;
  const paidAt = game.env().now.toISOString();
  game.append({ kind: 'bill-paid', data: { billId: bill.billId, paidAt, reference: 'r' } });
}

function attempt(
  definition: ServiceDefinition,
  game: Play,
  all: readonly Person[],
  move: Extract<Step, { kind: 'act' }>,
): Attempt | undefined {
  const { actions, tasks } = definition.workflow;
  const { state } = game.state();
  const steps = [
    ...actions.map((action) => ({ name: action.do, here: action.from.includes(state), by: action.by, action })),
    ...tasks.map((task) => ({ name: task.id, here: task.in === state, by: [task.role], action: undefined })),
  ];
  // Giving up is always possible and ends the story: mostly somebody goes on.
  const here = steps.filter(
    (one) => one.here && !one.by.includes('system') && (one.action?.kind !== 'withdraw' || move.any === 0),
  );
  const pick =
    move.likely === null || here.length === 0 ? steps[move.any % steps.length] : here[move.likely % here.length];
  if (!pick) return undefined;
  const now = game.state();
  const fits = all.filter((one) =>
    one.roles.some((held) => pick.by.includes(held) && now.roleUnits[held] === one.unit),
  );
  const fitting = pick.by.includes('applicant') ? undefined : fits[move.person % Math.max(1, fits.length)];
  const person = move.fitting ? fitting : all[move.person];
  const who = whoIs(person, now);
  const command = { action: pick.name, ...commandFor(pick.action, now, move) };
  return { name: pick.name, who, person, told: false, carriedOut: game.act(command, who).ok };
}

/** What the form of the step says; of a task its outcome. */
function commandFor(
  action: Action | undefined,
  state: CaseState,
  move: Extract<Step, { kind: 'act' }>,
): Partial<ActCommand> {
  if (!action) return { recorded: { hasil: move.refuse ? 'tidak' : 'ya' } };
  const given = { kelas: move.kelas, unit: move.unit };
  const recorded = Object.fromEntries(Object.entries(given).filter(([id]) => action.form.some((one) => one.id === id)));
  return { recorded, ...movedBy(action, move.unit), ...ofKind(action.kind, state, move) };
}

function ofKind(
  kind: Action['kind'],
  { answers }: CaseState,
  { refuse, type }: Extract<Step, { kind: 'act' }>,
): Partial<ActCommand> {
  if (kind === 'correct')
    return { correction: { fields: refuse ? ['jenis'] : [], documents: ['surat'], reason: 'a', note: '' } };
  if (kind === 'refuse') return { refusal: { reason: 'a', note: '' } };
  return kind === 'resubmit' ? { answers: { ...answers, jenis: type } } : {};
}

/** Forwarding goes to the unit chosen, taking it back to the unit the case came to. */
function movedBy({ kind, assign, undo, form }: Action, unit: string): Partial<ActCommand> {
  if (assign) return { offerTo: unit };
  if (undo === 'oper') return { forwardTo: standingAt(unitNames[0]) };
  return kind === 'forward' && form.some(({ id }) => id === 'unit') ? { forwardTo: standingAt(unit) } : {};
}

/** A case that came to this unit: every role stands there, nobody is asked to take it. */
export function standingAt(unitId: string): { unitId: string; roleUnits: Record<string, string> } {
  return { unitId, roleUnits: Object.fromEntries(roleNames.map((role) => [role, unitId])) };
}

/** Another part of the house has news, or the system tries the step without any. */
function tell(
  { workflow }: ServiceDefinition,
  game: Play,
  { pick, asked }: Extract<Step, { kind: 'told' }>,
): Attempt | undefined {
  const steps = workflow.actions.filter((action) => action.when === 'told');
  const here = steps.filter((action) => action.from.includes(game.state().state));
  const action = (here.length > 0 ? here : steps)[pick % Math.max(1, here.length || steps.length)];
  if (!action) return undefined;
  const who: Who = { kind: 'system' };
  const { ok } = game.act({ action: action.do, ...(asked ? { told: true } : {}) }, who);
  return { name: action.do, who, person: undefined, told: asked, carriedOut: ok };
}
