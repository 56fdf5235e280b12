// Offering a case again while nobody has answered.
import { expect, test } from 'vitest';
import { office } from '../../../definition/clocks/testing/parepare.ts';
import { compileFiles } from '../../../definition/load/index.ts';
import type { ServiceDefinition } from '../../../definition/schema.ts';
import type { Who } from '../../../definition/workflow/who.ts';
import { playCase } from './testing.ts';

/** Reports as they ship, where an offer may be made to another office while the first has not answered. */
function offeredAgain(): ServiceDefinition {
  const [compiled] = compileFiles(['regions/parepare/services/pengaduan.yaml']);
  if (!compiled?.definition) throw new Error('pengaduan does not compile');
  const { workflow, ...rest } = compiled.definition;
  const actions = workflow.actions.map((action) =>
    action.do === 'alihkan' ? { ...action, from: [...action.from, 'dialihkan'] } : action,
  );
  return { ...rest, workflow: { ...workflow, actions } };
}

test('an offer to another office takes the work away from the office that was asked before', () => {
  const roleUnits = { verifikator: 'diskominfo', petugas: 'pu', kadis: 'pu' };
  const game = playCase(offeredAgain(), {
    calendar: office,
    start: '2026-11-23T01:00:00Z',
    holds: () => true,
    intake: { unitId: 'pu', roleUnits },
  });
  const officer = (role: string): Who => ({ kind: 'officer', id: `${role}-1`, roles: new Set([role]) });
  game.act({ action: 'teruskan', forwardTo: { unitId: 'pu', roleUnits } }, officer('verifikator'));
  game.act({ action: 'alihkan', offerTo: 'dlh' }, officer('petugas'));
  game.wait(60);
  expect(game.act({ action: 'alihkan', offerTo: 'dishub' }, officer('petugas')).ok).toBe(true);
  const open = game.state().tasks.filter((task) => task.closedAt === undefined);
  expect(open).toMatchObject([{ role: 'penerima', unitId: 'dishub' }]);
  expect(game.state().unitId).toBe('pu');
});
