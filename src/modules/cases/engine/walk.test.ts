// Random walks through every shipped service: whatever people try, a case is never stuck, never done by someone barred,
// and its state is always the fold of its events.
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { evaluate } from '../../../definition/conditions/evaluate.ts';
import { compileFiles } from '../../../definition/load/index.ts';
import type { ServiceDefinition } from '../../../definition/schema.ts';
import { stateOf } from '../../../definition/workflow/position.ts';
import type { Who } from '../../../definition/workflow/who.ts';
import { buildCalendar, holidaysOf, parseCalendarFile, parseHolidayFile } from '../../../lib/working-time/files.ts';
import type { CaseEvent, CaseState, EventActor, NewEvent } from '../types.ts';
import { decideCommand, decideFollowUp } from './act.ts';
import { findBreak, sealEvent } from './chain.ts';
import type { Environment } from './environment.ts';
import { applyEvent, foldEvents } from './fold.ts';
import { decideSubmission } from './submit.ts';

const definitions = compileFiles(['regions/parepare']).flatMap((file) => (file.definition ? [file.definition] : []));
const yaml = (file: string): unknown => parse(readFileSync(file, 'utf8'));
const holidays = holidaysOf(
  ['2025', '2026'].map((year) => parseHolidayFile(yaml(`regions/indonesia/holidays/${year}.yaml`))),
);
const calendar = buildCalendar(parseCalendarFile(yaml('regions/parepare/calendars/jam-kantor.yaml')), holidays);
const areas = { has: () => false, name: () => undefined, within: () => false };

class Walk {
  readonly events: CaseEvent[] = [];
  state: CaseState | undefined;
  private now = Date.parse('2026-03-13T15:50:00+08:00'); // the Friday before Lebaran
  private ids = 0;
  private readonly definition: ServiceDefinition;

  constructor(definition: ServiceDefinition) {
    this.definition = definition;
    const roleUnits = Object.fromEntries(
      Object.keys(definition.workflow.roles).map((role) => [role, `unit-of-${role}`]),
    );
    this.append(
      decideSubmission(this.env(), { versionId: 'v', unitId: 'unit', roleUnits, answers: {}, documents: [] }),
      { kind: 'applicant' },
    );
    this.settle();
  }

  env(): Environment {
    return {
      definition: this.definition,
      now: new Date(this.now),
      calendarId: 'jam-kantor@1',
      calendar,
      newId: () => `id-${this.ids++}`,
      holds: (condition, answers) => evaluate(condition, answers, { today: '2026-03-13', areas }),
    };
  }

  append(event: NewEvent, actor: EventActor): void {
    const last = this.events.at(-1);
    const stamp = {
      caseId: 'case',
      seq: this.events.length + 1,
      at: new Date(this.now).toISOString(),
      actor,
      channel: 'web' as const,
      requestId: `r${this.events.length}`,
    };
    const sealed = sealEvent(stamp, event, last?.hash ?? '');
    this.events.push(sealed);
    this.state = applyEvent(this.state, sealed);
  }

  settle(): void {
    for (let step = 0; step < 10; step++) {
      const event = this.state && decideFollowUp(this.env(), this.state);
      if (!event) return;
      this.append(event, { kind: 'system' });
    }
    throw new Error('the system never comes to rest');
  }

  attempt(action: string, who: Who, minutes: number): boolean {
    this.now += minutes * 60_000;
    if (!this.state) throw new Error('not submitted');
    const asked = { fields: ['x'], documents: [], reason: 'r', note: '' };
    const step = this.definition.workflow.actions.find((candidate) => candidate.do === action);
    const kind = step?.kind;
    const result = decideCommand(
      this.env(),
      this.state,
      {
        action,
        recorded: {},
        ...(step?.assign ? { offerTo: 'another-unit' } : {}),
        ...(kind === 'correct' ? { correction: asked } : {}),
        ...(kind === 'refuse' ? { refusal: { reason: 'r', note: '' } } : {}),
      },
      who,
    );
    if (!result.ok) return false;
    this.append(result.event, who.kind === 'officer' ? { kind: 'officer', id: who.id } : { kind: 'applicant' });
    this.settle();
    return true;
  }
}

const steps = (definition: ServiceDefinition) => {
  const { actions, tasks, roles } = definition.workflow;
  const names = [...actions.map((action) => action.do), ...tasks.map((task) => task.id)];
  return fc.array(
    fc.record({
      action: fc.constantFrom(...names),
      role: fc.constantFrom('applicant', ...Object.keys(roles)),
      person: fc.constantFrom('ani', 'budi', 'citra'),
      minutes: fc.integer({ min: 0, max: 3000 }),
      likely: fc.option(fc.nat(20), { freq: 4 }), // mostly something that is on the table now, sometimes anything at all
    }),
    { minLength: 1, maxLength: 40 },
  );
};

function checkInvariants(definition: ServiceDefinition, walk: Walk): void {
  const { state, events } = walk;
  if (!state) throw new Error('no state');
  expect(foldEvents(events)).toEqual(state);
  expect(findBreak('case', events)).toBeUndefined();
  const { final, waitsFor } = stateOf(definition, state.state);
  const open = state.tasks.filter((task) => task.closedAt === undefined);
  expect(open.length > 0, `${state.state} waits for somebody who has no work`).toBe(!final && waitsFor !== 'applicant');
  expect(state.closedAt !== undefined).toBe(final);
  for (const clock of state.clocks) {
    const last = clock.events.at(-1)?.type;
    const stageOver = last === 'stop' && !final;
    if (stageOver) expect(clock.rule.until, `${clock.rule.id} has no stage of its own`).toBeDefined();
    expect(last === 'pause').toBe(
      !final && !stageOver && last !== undefined && definition.workflow.pauseIn.includes(state.state),
    );
  }
  for (const [a, b] of definition.workflow.separation) {
    const by = (action: string) =>
      new Set(state.doings.filter((doing) => doing.action === action).map((doing) => doing.by));
    for (const person of by(a)) expect(by(b).has(person), `${person} did both ${a} and ${b}`).toBe(false);
  }
}

/** One of the steps somebody could take in this state, with a role that may take it. */
function likelyNow(
  definition: ServiceDefinition,
  walk: Walk,
  pick: number,
): { action: string; role: string } | undefined {
  const { actions, tasks } = definition.workflow;
  const here = actions.filter((action) => walk.state !== undefined && action.from.includes(walk.state.state));
  const ways = [
    ...here.flatMap((action) => action.by.map((role) => ({ action: action.do, role }))),
    ...tasks.map((task) => ({ action: task.id, role: task.role })),
  ].filter((way) => way.role !== 'system');
  return ways[pick % Math.max(1, ways.length)];
}

let moves = 0;
let ends = 0;

interface Attempt {
  readonly action: string;
  readonly role: string;
  readonly person: string;
  readonly minutes: number;
  readonly likely: number | null;
}

function walkOf(definition: ServiceDefinition, attempts: readonly Attempt[]): void {
  const walk = new Walk(definition);
  checkInvariants(definition, walk);
  for (const attempt of attempts) {
    const { person, minutes } = attempt;
    const { action, role } =
      attempt.likely === null ? attempt : (likelyNow(definition, walk, attempt.likely) ?? attempt);
    const who: Who =
      role === 'applicant' ? { kind: 'applicant' } : { kind: 'officer', id: person, roles: new Set([role]) };
    if (!walk.attempt(action, who, minutes)) continue;
    moves += 1;
    if (walk.state?.closedAt) ends += 1;
    checkInvariants(definition, walk);
  }
}

describe.each(definitions.map((definition) => [definition.service, definition] as const))('%s', (_, definition) => {
  test('is never stuck, never done by someone barred, and equals its events', () => {
    const numRuns = Number(process.env.LOKET24_WALKS ?? 30);
    fc.assert(
      fc.property(steps(definition), (attempts) => walkOf(definition, attempts)),
      { numRuns },
    );
  });
});

test('the walks really moved: thousands of steps, hundreds of endings', () => {
  expect(moves).toBeGreaterThan(2000);
  expect(ends).toBeGreaterThan(300);
});
