// For tests of other modules: the simulator, and an installation connected to it.
import { registers } from '../../definition/registers/registers.ts';
import type { Config } from '../../platform/config.ts';
import { type RegisterSimulator, startRegisterSimulator } from './simulator/simulator.ts';

export interface ConnectedRegisters {
  readonly simulator: RegisterSimulator;
  readonly config: Pick<Config, 'registers'>;
}

/** Every register answered by one simulator; close it in afterAll. */
export async function connectRegisters(today = '2026-11-22'): Promise<ConnectedRegisters> {
  const simulator = await startRegisterSimulator({ key: 'uji', today: () => today });
  const one = { url: simulator.url, key: 'uji', off: false, simulated: true };
  return { simulator, config: { registers: Object.fromEntries(registers.map(({ name }) => [name, one])) } };
}
