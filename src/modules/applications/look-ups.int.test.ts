// Asking registers in the background when nothing goes as planned: no worker at intake, a worker that dies on the way, many cases at once.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../../../tests/support/app.ts';
import { planLookUpAfresh, takeDueLookUps } from '../cases/index.ts';
import { aCase } from '../cases/testing.ts';
import { type ConnectedRegisters, connectRegisters } from '../registers/testing.ts';
import { lookUpDue } from './service/look-ups.ts';

let registers: ConnectedRegisters;
let app: TestApp;
beforeAll(async () => {
  registers = await connectRegisters();
  app = await startTestApp({ loadRegion: true, config: registers.config });
});
afterAll(async () => {
  await app.close();
  await registers.simulator.close();
});
beforeEach(() => {
  registers.simulator.become('well');
  app.clock.advance({ minutes: 10 });
});

const answers = { nama: 'Baharuddin Contoh', nik: '7372011708900001' };
/** A case whose look-up nobody was woken for, as after a crash. */
async function forgotten(): Promise<string> {
  const { target } = await aCase(app.ctx(), { answers });
  await planLookUpAfresh(app.ctx(), target.id);
  return target.id;
}
async function rowOf(id: string) {
  const [row] = await app.database.query(
    'select look_up_at, look_up_tries, projection->\'registers\' as registers from cases."case" where id = $1',
    [id],
  );
  return row;
}

describe('a case whose look-up was planned', () => {
  it('is asked about by the next round, though nobody was woken for it', async () => {
    const id = await forgotten();
    await lookUpDue(app.ctx());
    expect(await rowOf(id)).toMatchObject({
      look_up_at: null,
      registers: expect.arrayContaining([expect.objectContaining({ register: 'population', outcome: 'answered' })]),
    });
  });

  it('comes back after five minutes when whoever took it died on the way', async () => {
    const id = await forgotten();
    expect((await takeDueLookUps(app.ctx(), 5)).map(({ caseId }) => caseId)).toEqual([id]);
    expect(await takeDueLookUps(app.ctx(), 5)).toEqual([]);
    app.clock.advance({ minutes: 4 });
    expect(await takeDueLookUps(app.ctx(), 5)).toEqual([]);
    app.clock.advance({ minutes: 2 });
    await lookUpDue(app.ctx());
    expect(await rowOf(id)).toMatchObject({ look_up_at: null, look_up_tries: 2 });
  });

  it('is tried again later while the register is down, and holds no other case up', async () => {
    registers.simulator.become('down');
    const id = await forgotten();
    await lookUpDue(app.ctx());
    const row = await rowOf(id);
    expect(row?.registers).toBeNull();
    expect(new Date(String(row?.look_up_at)).getTime()).toBe(app.clock.now().getTime() + 60_000);
    registers.simulator.become('well');
    app.clock.advance({ minutes: 2 });
    await lookUpDue(app.ctx());
    expect((await rowOf(id))?.look_up_at).toBeNull();
  });

  it('is one of many: all are worked off, each once', async () => {
    const ids = [];
    for (let at = 0; at < 12; at++) ids.push(await forgotten());
    await Promise.all([lookUpDue(app.ctx()), lookUpDue(app.ctx())]);
    for (const id of ids) expect(await rowOf(id)).toMatchObject({ look_up_at: null, look_up_tries: 1 });
  });
});
