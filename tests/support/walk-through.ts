// A case taken to its good end by whoever may do the next step, each step through the officers' pages.

import { evaluate } from '../../src/definition/conditions/evaluate.ts';
import type { Action, Field, Task } from '../../src/definition/schema.ts';
import { allowedNow } from '../../src/definition/workflow/decide.ts';
import { whoOn } from '../../src/modules/cases/access.ts';
import { positionOf } from '../../src/modules/cases/engine/position.ts';
import { type CaseRow, type TrackedCase, trackCase } from '../../src/modules/cases/index.ts';
import { sendReplies } from '../../src/modules/hotline/service/send-replies.ts';
import { type Person, staffDirectory } from '../../src/modules/identity/staff/directory.ts';
import type { TestApp } from './app.ts';
import { payInCash } from './pay.ts';
import type { Sent } from './program.ts';
import { takeStep } from './staff.ts';
import type { Values } from './visitor.ts';

const forward: readonly string[] = ['complete', 'schedule', 'opinion', 'paraf', 'advance', 'sign', 'finish'];
const mostSteps = 15;

export interface Walked {
  readonly steps: readonly string[]; // "lengkap by petugas.lompoe"
  readonly tracked: TrackedCase;
}

/** The same, stopped when the case has come to `state`. */
export async function walkTo(app: TestApp, sent: Sent, state: string): Promise<void> {
  await walk(app, sent, state);
}

/** @returns every step taken, and the case as its owner sees it at the end. Throws where nobody can go on. */
export function walkThrough(app: TestApp, sent: Sent): Promise<Walked> {
  return walk(app, sent, undefined);
}

async function walk(app: TestApp, sent: Sent, until: string | undefined): Promise<Walked> {
  const steps: string[] = [];
  for (let count = 0; count < mostSteps; count++) {
    const tracked = await trackCase(app.ctx(), sent.trackingCode);
    if (tracked.target.state.closedAt !== undefined || tracked.target.state.state === until) return { steps, tracked };
    if (await payInCash(app, tracked.target)) {
      steps.push('paid in cash');
      continue;
    }
    const next = await nextStep(app, tracked);
    if (next === undefined && (await sentLater(app))) {
      steps.push('sent after the time to take it back');
      continue;
    }
    if (next === undefined)
      throw new Error(`${tracked.target.state.service}: nobody goes on from ${tracked.target.state.state}`);
    app.clock.advance({ minutes: 2 });
    const name = nameOf(next.step);
    const seen = await takeStep(app, sent.number, {
      by: next.person.username,
      do: name,
      values: valuesFor(next.step.form),
    });
    const done = `${name} by ${next.person.username}`;
    if (!seen.path.startsWith('/petugas?kabar=tersimpan')) throw new Error(`${done}: ${seen.path} (${seen.status})`);
    steps.push(done);
  }
  throw new Error(`no end after ${steps.join(', ')}`);
}

/** What waits some minutes so that it can be taken back. @returns whether anything did. */
async function sentLater(app: TestApp): Promise<boolean> {
  app.clock.advance({ minutes: 6 });
  return (await sendReplies(app.ctx())) > 0;
}

interface Next {
  readonly person: Person;
  readonly step: Action | Task;
}

async function nextStep(app: TestApp, { definition, target }: TrackedCase): Promise<Next | undefined> {
  const { people } = await staffDirectory(app.platform);
  const steps = people
    .filter((person) => person.active)
    .flatMap((person) => stepsOf(definition, target, person).map((step) => ({ person, step })));
  const isNew = ({ step }: Next) => !target.state.doings.some((doing) => doing.action === nameOf(step));
  return steps.find((next) => !('do' in next.step)) ?? steps.filter(isNew).sort(byKind)[0] ?? steps.sort(byKind)[0];
}

function stepsOf(definition: TrackedCase['definition'], target: CaseRow, person: Person): (Action | Task)[] {
  const who = whoOn({ ...person, kind: 'officer', via: 'session' }, target.state);
  return allowedNow(definition, positionOf(target.state), who).filter(
    (step) => !('do' in step) || (forward.includes(step.kind) && step.to !== target.state.state), // round in circles leads nowhere
  );
}

// What can be ended here is not handed to another office first.
const rank = ({ step }: Next): number => {
  if (!('do' in step)) return -1;
  return step.assign ? forward.length : forward.indexOf(step.kind);
};
const byKind = (a: Next, b: Next): number => rank(a) - rank(b);
const nameOf = (step: Action | Task): string => ('do' in step ? step.do : step.id);

function valuesFor(fields: readonly Field[]): Values {
  const written: Record<string, string> = {};
  const areas = { has: () => true, name: () => undefined, within: () => true };
  for (const field of fields)
    if (field.required && evaluate(field.when, written, { today: '2026-11-23', areas }))
      for (const [name, value] of writtenFor(field)) written[name] = value;
  return written;
}

function writtenFor(field: Field): [string, string][] {
  const { id } = field;
  switch (field.type) {
    case 'date':
      return [
        [`${id}.day`, field.before === 'today' ? '20' : '25'],
        [`${id}.month`, '11'],
        [`${id}.year`, '2026'],
      ];
    case 'yesno':
    case 'declaration':
      return [[id, 'true']];
    case 'choice':
      return [[id, field.options?.[0]?.value ?? '']];
    case 'integer':
    case 'money':
    case 'decimal':
      return [[id, String(field.min ?? 1)]];
    case 'area':
      return [[id, '73.72.01.1004']];
    case 'text':
    case 'long-text':
      if (field.min !== undefined && field.min === field.max) return [[id, '0'.repeat(field.min)]];
      return [[id, field.max !== undefined && field.max < 30 ? '09.00-10.00' : 'Sudah diperiksa, sesuai.']];
    default:
      throw new Error(`${id}: nobody said what an officer writes for ${field.type}`);
  }
}
