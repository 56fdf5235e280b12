// In development every register without an address of its own is answered by the simulator, in this very process.

import { registers } from '../../../definition/registers/registers.ts';
import type { Config } from '../../../platform/config.ts';
import { startRegisterSimulator } from './simulator.ts';

export interface Simulated {
  readonly config: Config;
  close(): Promise<void>;
}

const key = 'simulator';

/** The settings with the simulator filled in, or as they are when it is not wanted. */
export async function withRegisterSimulator(config: Config, today: () => string): Promise<Simulated> {
  const open = registers.filter(
    ({ name }) => config.registers[name]?.url === undefined && !config.registers[name]?.off,
  );
  if (!config.registerSimulator || open.length === 0) return { config, close: async () => undefined };
  const simulator = await startRegisterSimulator({ key, today });
  const simulated = open.map(({ name }) => [name, { url: simulator.url, key, off: false, simulated: true }] as const);
  return {
    config: { ...config, registers: { ...config.registers, ...Object.fromEntries(simulated) } },
    close: () => simulator.close(),
  };
}
