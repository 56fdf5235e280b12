import { expect, test } from 'vitest';
import { Workflow } from '../schema.ts';
import { canEnd, longestTargetHours, reachableFrom, roadOfOnePerson, workflowGraph } from './index.ts';

type Parts = { tasks?: unknown[]; separation?: [string, string][] };

function workflow(
  states: Record<string, object>,
  actions: [string, string, string, string][],
  parts: Parts = {},
): Workflow {
  return Workflow.parse({
    roles: { petugas: { title: 'Petugas' }, lurah: { title: 'Lurah' } },
    start: Object.keys(states)[0],
    states: Object.fromEntries(Object.entries(states).map(([name, state]) => [name, { label: name, ...state }])),
    actions: actions.map(([name, kind, from, to]) => ({
      do: name,
      kind,
      label: name,
      from: [from],
      to,
      by: ['petugas'],
    })),
    ...parts,
  });
}

const hours = (amount: number) => ({ target: { amount, unit: 'working-hours' } });
const usual = workflow(
  {
    a: { waitsFor: 'petugas', ...hours(2) },
    fix: { waitsFor: 'applicant', ...hours(99) },
    b: { waitsFor: 'lurah', ...hours(3) },
    end: { final: true },
  },
  [
    ['check', 'complete', 'a', 'b'],
    ['ask', 'correct', 'a', 'fix'],
    ['send', 'resubmit', 'fix', 'back'],
    ['give-back', 'return', 'b', 'a'],
    ['sign', 'sign', 'b', 'end'],
  ],
);

function actionOf(from: Workflow, name: string) {
  const found = from.actions.find((action) => action.do === name);
  if (found === undefined) throw new Error(name);
  return found;
}

test('a completed application goes back to where the correction was asked', () => {
  expect(workflowGraph(usual).out.get('fix')).toEqual([expect.objectContaining({ to: 'a', via: 'send' })]);
});

test('what is reached and what can end are found in both directions', () => {
  const lost = workflow({ a: {}, b: {}, island: {}, end: { final: true } }, [
    ['x', 'forward', 'a', 'b'],
    ['y', 'forward', 'b', 'a'],
    ['z', 'forward', 'island', 'end'],
  ]);
  const graph = workflowGraph(lost);
  expect([...reachableFrom(graph, 'a')].sort()).toEqual(['a', 'b']);
  expect([...canEnd(graph)].sort()).toEqual(['end', 'island']);
});

test('the slowest usual road counts targets of offices only, once each', () => {
  expect(longestTargetHours(usual, workflowGraph(usual))).toBe(5);
});

test('without separation one person can do everything up to the signature', () => {
  expect(roadOfOnePerson(usual, workflowGraph(usual), actionOf(usual, 'sign'))).toEqual(['check', 'sign']);
});

test('a separated pair closes the road, also when one of them is a task', () => {
  const apart: Workflow = { ...usual, separation: [['sign', 'check']] };
  expect(roadOfOnePerson(apart, workflowGraph(apart), actionOf(apart, 'sign'))).toBeUndefined();
  const tasks = workflow(
    { a: { waitsFor: 'petugas' }, t: { waitsFor: 'tasks' }, end: { final: true } },
    [
      ['go', 'forward', 'a', 't'],
      ['sign', 'sign', 't', 'end'],
    ],
    {
      tasks: [{ id: 'view', in: 't', kind: 'opinion', label: 'Lihat', role: 'petugas' }],
      separation: [['view', 'sign']],
    },
  );
  expect(roadOfOnePerson(tasks, workflowGraph(tasks), actionOf(tasks, 'sign'))).toBeUndefined();
});

test('a shortcut around the separated check is found', () => {
  const short = workflow(
    { a: {}, b: {}, end: { final: true } },
    [
      ['check', 'complete', 'a', 'b'],
      ['skip', 'forward', 'a', 'b'],
      ['sign', 'sign', 'b', 'end'],
    ],
    { separation: [['check', 'sign']] },
  );
  expect(roadOfOnePerson(short, workflowGraph(short), actionOf(short, 'sign'))).toEqual(['skip', 'sign']);
});

test('a workflow of forty states in all directions is answered within its step limit', () => {
  const names = Array.from({ length: 40 }, (_, index) => `s${index}`);
  const states = Object.fromEntries([...names.map((name) => [name, hours(1)]), ['end', { final: true }]] as [
    string,
    object,
  ][]);
  const actions = names.flatMap((from) =>
    names.map((to) => [`${from}${to}`, 'forward', from, to] as [string, string, string, string]),
  );
  const tangled = workflow(states, [...actions, ['sign', 'sign', 's39', 'end']], { separation: [['sign', 's38s39']] });
  const started = performance.now();
  roadOfOnePerson(tangled, workflowGraph(tangled), actionOf(tangled, 'sign'));
  longestTargetHours(tangled, workflowGraph(tangled));
  expect(performance.now() - started).toBeLessThan(3_000);
});
