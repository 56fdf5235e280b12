// Random lives of a case: people who may and people who may not, registers, payments, time, and the timer job.
import fc from 'fast-check';
import type { ServiceDefinition } from '../../../definition/schema.ts';
import { stateOf } from '../../../definition/workflow/position.ts';
import { roleNames } from '../../../definition/workflow/testing/random-workflows.ts';
import type { Who } from '../../../definition/workflow/who.ts';
import type { ActCommand } from './act.ts';
import type { Play } from './testing.ts';

export interface Person {
  readonly id: string;
  readonly roles: readonly string[];
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
    }
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

const act = fc.record({
  kind: fc.constant('act' as const),
  likely: fc.option(fc.nat(30), { freq: 6 }),
  any: fc.nat(40),
  person: fc.nat(4),
  fitting: fc.integer({ min: 0, max: 3 }).map((draw) => draw > 0),
  refuse: fc.integer({ min: 0, max: 2 }).map((draw) => draw === 0),
  type: fc.constantFrom('lama' as const, 'baru' as const),
});
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 12, arbitrary: act },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('claim' as const), task: fc.nat(3), person: fc.nat(4) }) },
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
const people = fc
  .array(fc.subarray([...roleNames], { maxLength: 3 }), { minLength: 5, maxLength: 5 })
  .map((roles) => roles.map((held, index): Person => ({ id: `orang-${index}`, roles: held })));

export const sequences: fc.Arbitrary<Sequence> = fc.record({
  // Any minute of a year with Lebaran, cuti bersama and Ramadan hours; far enough from the end of the holidays known.
  start: fc.integer({ min: 0, max: 240 * 1440 }).map((minute) => new Date(Date.UTC(2026, 0, 3) + minute * 60_000)),
  type: fc.constantFrom('lama' as const, 'baru' as const),
  people,
  steps: fc.array(step, { minLength: 4, maxLength: 25, size: 'max' }),
});

const whoIs = (person: Person | undefined): Who =>
  person ? { kind: 'officer', id: person.id, roles: new Set(person.roles) } : { kind: 'applicant' };

export interface Attempt {
  readonly name: string;
  readonly who: Who;
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
      if (!task || !person?.roles.includes(task.role)) return undefined;
      game.append({ kind: 'claimed', data: { taskId: task.id } }, { kind: 'officer', id: person.id });
      return undefined;
    }
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
  const fits = all.filter((person) => person.roles.some((held) => pick.by.includes(held)));
  const fitting = fits[move.person % Math.max(1, fits.length)];
  const who = move.fitting ? whoIs(pick.by.includes('applicant') ? undefined : fitting) : whoIs(all[move.person]);
  const kind = pick.action?.kind;
  const command: Partial<ActCommand> & { action: string } = {
    action: pick.name,
    recorded: pick.action ? {} : { hasil: move.refuse ? 'tidak' : 'ya' },
    ...(kind === 'correct'
      ? { correction: { fields: move.refuse ? ['jenis'] : [], documents: ['surat'], reason: 'a', note: '' } }
      : {}),
    ...(kind === 'refuse' ? { refusal: { reason: 'a', note: '' } } : {}),
    ...(kind === 'resubmit' ? { answers: { ...game.state().answers, jenis: move.type } } : {}),
  };
  return { name: pick.name, who, carriedOut: game.act(command, who).ok };
}
