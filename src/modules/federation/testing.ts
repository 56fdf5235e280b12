// For tests: a city whose partners are answered by one simulator, and a worker's turn at any moment.
import { startTestApp, type TestApp } from '../../../tests/support/app.ts';
import { createTestClock } from '../../../tests/support/clock.ts';
import type { Config } from '../../platform/config.ts';
import { pollPartner } from './service/poll.ts';
import { sendForwarded } from './service/send.ts';
import { type PartnerSimulator, startPartnerSimulator } from './simulator/simulator.ts';
import { findForwarded, listOfCase } from './store/forwarded.ts';
import type { Forwarded } from './types.ts';

export interface ConnectedCity {
  readonly app: TestApp;
  readonly simulator: PartnerSimulator;
  /** What became of a report at this partner. */
  at(caseId: string, partner: string): Promise<Forwarded>;
  send(row: Forwarded): Promise<Forwarded>;
  /** One round of the partner, the clock moved on first. */
  round(partner: string, minutes?: number): Promise<void>;
  close(): Promise<void>;
}

export async function aConnectedCity(over: Partial<Config> = {}): Promise<ConnectedCity> {
  const clock = createTestClock('2026-11-23T09:00:00+08:00');
  const simulator = await startPartnerSimulator({ key: 'simulator', now: () => clock.now() });
  const config = { partnerSimulatorUrl: simulator.url, ...over };
  const app = await startTestApp({ loadRegion: true, clock, config });
  const row = async (caseId: string, partner: string): Promise<Forwarded> => {
    const found = (await listOfCase(app.platform.db, caseId)).find((one) => one.partner === partner);
    if (!found) throw new Error(`nothing at ${partner}`);
    return found;
  };
  return {
    ...{ app, simulator, at: row },
    send: async ({ id }) => {
      await sendForwarded(app.ctx(), id);
      const after = await findForwarded(app.platform.db, id);
      if (!after) throw new Error('gone');
      return after;
    },
    round: async (partner, minutes = 0) => {
      clock.advance({ minutes });
      await pollPartner(app.ctx(), partner);
    },
    close: async () => {
      await app.close();
      await simulator.close();
    },
  };
}
