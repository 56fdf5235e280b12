// In development every partner without an address of its own is answered by the simulator, in this very process; so is the bridge to SP4N.
import type { Config } from '../../../platform/config.ts';
import { simulatorKey } from '../service/connection.ts';
import { startSp4nSimulator } from '../sp4n/simulator.ts';
import { startPartnerSimulator } from './simulator.ts';

/** The settings with the simulators' addresses, or as they are when they are not wanted. */
export async function withPartnerSimulator(
  config: Config,
  now: () => Date,
): Promise<{ readonly config: Config; close(): Promise<void> }> {
  if (!config.partnerSimulator) return { config, close: async () => undefined };
  const partners = await startPartnerSimulator({ key: simulatorKey, now });
  const bridge = config.sp4n ? undefined : await startSp4nSimulator({ key: simulatorKey });
  const sp4n = bridge ? { sp4n: { url: bridge.url, key: simulatorKey }, sp4nSimulatorUrl: bridge.url } : {};
  return {
    config: { ...config, partnerSimulatorUrl: partners.url, ...sp4n },
    close: async () => {
      await bridge?.close();
      await partners.close();
    },
  };
}
