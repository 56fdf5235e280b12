// Several units asked the same at once.
import { expect, test } from 'vitest';
import { office } from '../../../definition/clocks/testing/parepare.ts';
import { compileFiles } from '../../../definition/load/index.ts';
import type { Who } from '../../../definition/workflow/who.ts';
import { playCase } from './testing.ts';

function aMessage() {
  const [compiled] = compileFiles(['regions/parepare/services/pesan-wali-kota.yaml']);
  if (!compiled?.definition) throw new Error('pesan-wali-kota does not compile');
  return playCase(compiled.definition, {
    calendar: office,
    start: '2026-11-23T01:00:00Z',
    holds: () => true,
    intake: { unitId: 'mayor', roleUnits: { 'wali-kota': 'mayor' } },
  });
}
const officer = (role: string): Who => ({ kind: 'officer', id: `${role}-1`, roles: new Set([role]) });
const mayor = officer('wali-kota');
const head = officer('kadis');
const openSteps = (game: ReturnType<typeof aMessage>) =>
  game
    .state()
    .tasks.filter((task) => task.closedAt === undefined)
    .map(({ role, unitId }) => `${role} ${unitId}`);

test('each unit that is asked has a step of its own, and the case moves on with the last that speaks', () => {
  const game = aMessage();
  game.act({ action: 'teruskan', offerTo: 'a' }, mayor);
  expect(game.state().asked).toBeUndefined(); // one is no more than the holder of the role
  game.act({ action: 'tambah', offerTo: 'b' }, mayor);
  game.act({ action: 'tambah', offerTo: 'c' }, mayor);
  expect(openSteps(game)).toEqual(['kadis a', 'kadis b', 'kadis c']);
  game.act({ action: 'jawab', as: 'b' }, head);
  expect(game.state().state).toBe('di-kepala');
  expect(openSteps(game)).toEqual(['kadis a', 'kadis c']);
  game.act({ action: 'bukan-dinas-saya', as: 'a' }, head);
  expect(openSteps(game)).toEqual(['kadis c']);
  game.act({ action: 'jawab', as: 'c' }, head);
  expect(game.state()).toMatchObject({ state: 'menunggu-warga', waitsFor: 'applicant' });
  expect(game.state().asked).toEqual([
    { role: 'kadis', unitId: 'b', done: true },
    { role: 'kadis', unitId: 'c', done: true },
  ]);
});

test('asking the same unit again asks it once; the last one is not taken back alone', () => {
  const game = aMessage();
  game.act({ action: 'teruskan', offerTo: 'a' }, mayor);
  game.act({ action: 'tambah', offerTo: 'a' }, mayor);
  expect(openSteps(game)).toEqual(['kadis a']);
  expect(game.act({ action: 'tarik-satu', release: 'a' }, mayor)).toEqual({ ok: false, refusal: 'not_here' });
  game.act({ action: 'tambah', offerTo: 'b' }, mayor);
  expect(game.act({ action: 'tarik-satu', release: 'z' }, mayor)).toEqual({ ok: false, refusal: 'not_here' });
  expect(game.act({ action: 'tarik-satu', release: 'a' }, mayor).ok).toBe(true);
  expect(openSteps(game)).toEqual(['kadis b']);
});

test('asking one unit instead of several drops the others, and taking it back drops them all', () => {
  const game = aMessage();
  game.act({ action: 'teruskan', offerTo: 'a' }, mayor);
  game.act({ action: 'tambah', offerTo: 'b' }, mayor);
  game.act({ action: 'kembali', told: true }, { kind: 'system' });
  expect(openSteps(game)).toEqual(['wali-kota mayor']);
  game.act({ action: 'teruskan', offerTo: 'c' }, mayor);
  expect(openSteps(game)).toEqual(['kadis c']);
  game.act({ action: 'tarik' }, mayor);
  expect(game.state()).toMatchObject({ state: 'masuk', asked: [], roleUnits: { 'wali-kota': 'mayor' } });
});
