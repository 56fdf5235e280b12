// Parallel voices, silence, the fast lane and time run out, on the sample service with a state of assessments.
import { expect, test } from 'vitest';
import { office } from '../../../definition/clocks/testing/parepare.ts';
import { evaluate } from '../../../definition/conditions/evaluate.ts';
import type { Join, Silence } from '../../../definition/schema.ts';
import { type DefinitionInput, sampleAreas, sampleDefinition } from '../../../definition/testing.ts';
import type { Who } from '../../../definition/workflow/who.ts';
import type { Answers } from '../types.ts';
import { foldEvents } from './fold.ts';
import { type Play, playCase, type Setting } from './testing.ts';

type Task = NonNullable<DefinitionInput['workflow']['tasks']>[number];
type Action = DefinitionInput['workflow']['actions'][number];

const day = 24 * 60;
const label = (id: string) => ({ id, en: id });
const voice = (id: string, over: Partial<Task> = {}): Task => ({
  id,
  in: 'ditelaah',
  kind: 'opinion',
  label: label(id),
  role: 'ahli',
  due: { amount: 2, unit: 'working-days' },
  form: [
    {
      id: 'hasil',
      type: 'choice',
      label: label('Pendapat'),
      required: true,
      options: [
        { value: 'setuju', label: label('Setuju') },
        { value: 'tidak-setuju', label: label('Tidak setuju') },
      ],
    },
  ],
  verdict: { field: 'hasil', refuse: ['tidak-setuju'] },
  ...over,
});
const system = (name: string, when: NonNullable<Action['when']>, to: string, over: Partial<Action> = {}): Action => ({
  do: name,
  kind: 'advance',
  label: label(name),
  from: ['ditelaah'],
  to,
  by: ['system'],
  when,
  ...over,
});

interface Parts {
  readonly join?: Join;
  readonly tasks?: Task[];
  readonly actions?: Action[];
  readonly change?: (input: DefinitionInput) => void;
}

function serviceWith({ join, tasks = [voice('a'), voice('b'), voice('c')], actions = [], change }: Parts) {
  return sampleDefinition((input) => {
    const { workflow } = input;
    workflow.roles.ahli = { title: label('Ahli') };
    workflow.states.ditelaah = { label: label('Dinilai'), waitsFor: 'tasks', ...(join ? { join } : {}) };
    const lengkap = workflow.actions.find((action) => action.do === 'lengkap');
    if (lengkap) lengkap.to = 'ditelaah';
    const asks = workflow.actions.find((action) => action.do === 'minta-lengkapi');
    asks?.from.push('ditelaah');
    workflow.tasks = tasks;
    workflow.actions.push(
      system('setuju', 'tasks-agreed', 'ditandatangani'),
      system('tolak-ahli', 'tasks-refused', 'diparaf'),
      ...actions,
    );
    change?.(input);
    return input;
  });
}

const answers: Answers = { jenis: 'tetap', wilayah: '73.72.01.1004' };
const holds: Setting['holds'] = (condition, known) =>
  evaluate(condition, known, { today: '2026-11-23', areas: sampleAreas() });
const officer = (id: string, ...roles: string[]): Who => ({ kind: 'officer', id, roles: new Set(roles) });
const petugas = officer('ani', 'petugas');
const expert = officer('budi', 'ahli');

function play(parts: Parts, over: Partial<Setting> = {}): Play {
  return playCase(serviceWith(parts), {
    calendar: office,
    start: '2026-11-23T08:30:00+08:00', // a Monday
    holds,
    intake: { answers, seen: ['pengantar-rt'] },
    ...over,
  });
}
const says = (game: Play, task: string, hasil: string) => game.act({ action: task, recorded: { hasil } }, expert);

test('with all, the case goes on when the last voice is in, and one against it takes the other way', () => {
  const game = play({ join: 'all' });
  game.act({ action: 'lengkap' }, petugas);
  says(game, 'a', 'tidak-setuju');
  says(game, 'b', 'setuju');
  expect(game.state().state).toBe('ditelaah');
  says(game, 'c', 'setuju');
  expect(game.state().state).toBe('diparaf');
  expect(
    game
      .state()
      .tasks.filter((task) => task.kind === 'opinion')
      .map((task) => task.verdict),
  ).toEqual(['refuse', 'agree', 'agree']);
});

test('with any, the first voice in favour is enough and the others are closed as not needed, never as done', () => {
  const game = play({ join: 'any' });
  game.act({ action: 'lengkap' }, petugas);
  says(game, 'b', 'setuju');
  expect(game.state().state).toBe('ditandatangani');
  const voices = game.state().tasks.filter((task) => task.kind === 'opinion');
  expect(voices.map((task) => [task.key, task.notNeeded === true, task.verdict])).toEqual([
    ['a', true, undefined],
    ['b', false, 'agree'],
    ['c', true, undefined],
  ]);
  const advanced = game.events.find((event) => event.kind === 'acted' && event.data.action === 'setuju');
  expect(advanced?.kind === 'acted' && advanced.data.transition.notNeeded?.map(({ task }) => task)).toEqual(['a', 'c']);
  expect(foldEvents(game.events)).toEqual(game.state());
});

test('with two of three, two against end it at once', () => {
  const game = play({ join: { atLeast: 2 } });
  game.act({ action: 'lengkap' }, petugas);
  says(game, 'a', 'tidak-setuju');
  says(game, 'b', 'tidak-setuju');
  expect(game.state().state).toBe('diparaf');
});

test('a task whose condition does not hold, or whose question a register has answered, is not opened', () => {
  const tasks = [voice('a', { when: { jenis: { is: 'sementara' } } }), voice('b', { skipWhen: 'population.match' })];
  const registers = [
    { register: 'population', outcome: 'answered', statements: { match: true }, at: '2026-11-23T08:30:00+08:00' },
  ] as const;
  const game = play({ join: 'all', tasks });
  game.append({ kind: 'register-answered', data: registers[0] });
  game.act({ action: 'lengkap' }, petugas);
  // Nobody is left to ask: the state does not wait for work that does not exist.
  expect(game.state().state).toBe('ditandatangani');
  expect(game.state().tasks.some((task) => task.kind === 'opinion')).toBe(false);
});

test('a register that is down says nothing, so the task is opened', () => {
  const game = play({ tasks: [voice('a', { skipWhen: 'population.match' })] });
  const at = '2026-11-23T00:30:00.000Z';
  game.append({
    kind: 'register-answered',
    data: { register: 'population', outcome: 'unavailable', statements: { match: true }, at },
  });
  game.act({ action: 'lengkap' }, petugas);
  expect(
    game
      .state()
      .tasks.filter((task) => task.closedAt === undefined)
      .map((task) => task.key),
  ).toEqual(['a']);
});

test.each<[Silence, string, number]>([
  ['agree', 'ditandatangani', 0],
  ['refuse', 'diparaf', 0],
  ['escalate', 'ditelaah', 1],
])('silence that means %s leads to %s', (silence, state, open) => {
  const game = play({ tasks: [voice('a', { silence })] });
  game.act({ action: 'lengkap' }, petugas);
  game.wait(day);
  game.tick();
  expect(game.state().state).toBe('ditelaah');
  game.wait(10 * day);
  game.tick();
  expect(game.state().state).toBe(state);
  expect(game.state().tasks.filter((task) => task.key === 'a' && task.closedAt === undefined)).toHaveLength(open);
  const closed = game.events.filter((event) => event.kind === 'task-closed');
  expect(closed).toHaveLength(1 - open);
  if (silence !== 'escalate')
    expect(closed[0]).toMatchObject({ actor: { kind: 'system' }, data: { silence, verdict: silence } });
});

test('a correction out of parallel work keeps what was said, except where what was corrected concerns it', () => {
  const tasks = [voice('a'), voice('b', { concerns: ['alamat'] }), voice('c')];
  const game = play({ join: 'all', tasks });
  game.act({ action: 'lengkap' }, petugas);
  says(game, 'a', 'setuju');
  says(game, 'b', 'setuju');
  const correction = { fields: ['alamat'], documents: [], reason: 'tidak-cocok', note: '' };
  expect(game.act({ action: 'minta-lengkapi', correction }, petugas).ok).toBe(true);
  expect(game.state()).toMatchObject({ state: 'dilengkapi', waitsFor: 'applicant' });
  game.wait(day);
  expect(game.act({ action: 'kirim-lagi', answers }, { kind: 'applicant' }).ok).toBe(true);
  expect(game.state().state).toBe('ditelaah');
  const open = game.state().tasks.filter((task) => task.closedAt === undefined);
  expect(open.map((task) => task.key)).toEqual(['b', 'c']);
  says(game, 'b', 'setuju');
  says(game, 'c', 'setuju');
  expect(game.state().state).toBe('ditandatangani');
  expect(foldEvents(game.events)).toEqual(game.state());
});

const fastLane: Parts = {
  actions: [
    system('langsung', 'confirmed', 'selesai', { kind: 'sign', from: ['diperiksa'], effects: ['issue-letter'] }),
  ],
  change: ({ workflow }) => {
    workflow.confirmed = { registers: ['population.match', 'tax.paid'], when: { jenis: { is: 'tetap' } } };
  },
};
const says2 = (game: Play, register: string, statement: string, value = true) =>
  game.append({
    kind: 'register-answered',
    data: { register, outcome: 'answered', statements: { [statement]: value }, at: '2026-11-23T00:30:00.000Z' },
  });

test('the fast lane is taken once every register has said yes, and signs in the name of the office', () => {
  const game = play(fastLane, { signer: 'lurah-1' });
  says2(game, 'population', 'match');
  expect(game.state().state).toBe('diperiksa');
  says2(game, 'tax', 'paid');
  expect(game.state()).toMatchObject({ state: 'selesai', decision: { kind: 'system' } });
  expect(game.events.at(-1)).toMatchObject({ data: { signedFor: 'lurah-1', decision: 'system' } });
});

test('the fast lane is not taken when a register says no, the risk is higher, a paper is missing, or nobody can sign', () => {
  const refused = [
    { game: play(fastLane, { signer: 'lurah-1' }), paid: false },
    { game: play(fastLane, { signer: 'lurah-1', intake: { answers: { jenis: 'sementara' } } }), paid: true },
    { game: play(fastLane, { signer: 'lurah-1', intake: { answers } }), paid: true }, // pengantar-rt has not come yet
    { game: play(fastLane), paid: true },
  ];
  for (const { game, paid } of refused) {
    says2(game, 'population', 'match');
    says2(game, 'tax', 'paid', paid);
    expect(game.state().state).toBe('diperiksa');
  }
});

const deemed = (to: 'selesai' | 'ditolak'): Parts => ({
  actions: [
    system('terlewati', 'expired', to, {
      kind: to === 'ditolak' ? 'refuse' : 'finish',
      clock: 'promise',
      from: ['diperiksa', 'ditelaah', 'diparaf', 'ditandatangani'],
      reasons: [
        { value: 'waktu', label: label('Batas waktu terlewati') },
        { value: 'lain', label: label('Lain') },
      ],
      objection: label('Ajukan keberatan.'),
    }),
  ],
});

test.each(['selesai', 'ditolak'] as const)('when the clock has run out the law decides: %s', (to) => {
  const game = play(deemed(to));
  game.wait(day);
  game.tick();
  expect(game.state().state).toBe('diperiksa');
  game.wait(2 * day);
  game.tick();
  expect(game.state()).toMatchObject({ state: to, decision: { kind: 'deemed' } });
  if (to === 'ditolak') expect(game.state().refusal).toEqual({ reason: 'waktu', note: '' });
});

test('a paused clock decides nothing however long the applicant takes', () => {
  const game = play(deemed('selesai'));
  const correction = { fields: ['alamat'], documents: [], reason: 'tidak-cocok', note: '' };
  game.act({ action: 'minta-lengkapi', correction }, petugas);
  game.wait(10 * day);
  game.tick();
  expect(game.state().state).toBe('dilengkapi');
});

test('nobody takes a step whose moment has not come, whoever asks', () => {
  const game = play(deemed('selesai'));
  expect(game.act({ action: 'terlewati' }, { kind: 'system' })).toEqual({ ok: false, refusal: 'not_yet' });
  game.act({ action: 'lengkap' }, petugas);
  expect(game.act({ action: 'setuju' }, { kind: 'system' })).toEqual({ ok: false, refusal: 'tasks_open' });
});

test('a paid bill takes the case out of the state that waited for it', () => {
  const game = play({
    actions: [system('dibayar', 'paid', 'diparaf', { from: ['menunggu-bayar'] })],
    change: ({ workflow }) => {
      workflow.states['menunggu-bayar'] = { label: label('Bayar'), waitsFor: 'applicant', bill: {} };
      const lengkap = workflow.actions.find((action) => action.do === 'lengkap');
      if (lengkap) lengkap.to = 'menunggu-bayar';
    },
  });
  game.act({ action: 'lengkap' }, petugas);
  game.append({ kind: 'bill-made', data: { billId: 'b1', amount: 50_000, legal: 'Perda' } });
  expect(game.state().state).toBe('menunggu-bayar');
  game.append({ kind: 'bill-paid', data: { billId: 'b1', paidAt: '2026-11-23T01:00:00.000Z', reference: 'x' } });
  expect(game.state().state).toBe('diparaf');
});
