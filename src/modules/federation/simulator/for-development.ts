// In development every partner without an address of its own is answered by the simulator, in this very process.
import type { Config } from '../../../platform/config.ts';
import { simulatorKey } from '../service/connection.ts';
import { startPartnerSimulator } from './simulator.ts';

/** The settings with the simulator's address, or as they are when it is not wanted. */
export async function withPartnerSimulator(
  config: Config,
  now: () => Date,
): Promise<{ readonly config: Config; close(): Promise<void> }> {
  if (!config.partnerSimulator) return { config, close: async () => undefined };
  const simulator = await startPartnerSimulator({ key: simulatorKey, now });
  return { config: { ...config, partnerSimulatorUrl: simulator.url }, close: () => simulator.close() };
}
