// Where a partner's server is: the settings first, then the region's file, in development the simulator.
import { zoneOf } from '../../../lib/dates/zones.ts';
import type { Context } from '../../../platform/context.ts';
import type { PartnerEntry } from '../types.ts';
import type { Endpoint } from '../wire/call.ts';

const patienceMilliseconds = 15_000;
export const simulatorKey = 'simulator';

/** Undefined for a partner nobody has connected, or one that is switched off. */
export function endpointOf(
  { config, region }: Pick<Context, 'config' | 'region'>,
  entry: PartnerEntry,
  format: Endpoint['format'] = entry.format ?? 'xml',
): Endpoint | undefined {
  const setting = Object.hasOwn(config.partners, entry.unit) ? config.partners[entry.unit] : undefined;
  const real = setting?.url ?? entry.endpoint;
  const simulated = config.partnerSimulatorUrl && `${config.partnerSimulatorUrl}/${entry.unit}/v2`;
  const url = real ?? simulated;
  if (url === undefined || setting?.off) return undefined;
  return {
    url: url.replace(/\/+$/, ''),
    key: real === undefined ? simulatorKey : setting?.key,
    jurisdiction: entry.jurisdiction,
    format,
    offsetMinutes: zoneOf(region.timezone).offsetMinutes,
    patienceMilliseconds,
  };
}

export function isSimulated({ config }: Pick<Context, 'config'>, entry: PartnerEntry): boolean {
  const url = config.partners[entry.unit]?.url ?? entry.endpoint;
  return url === undefined && config.partnerSimulatorUrl !== undefined;
}
