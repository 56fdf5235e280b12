// The bank of this installation: the one of the settings, or in development the simulator, started when it is first needed.
import { generateKeyPairSync } from 'node:crypto';
import type { BankConfig } from '../../platform/bank-config.ts';
import type { Config } from '../../platform/config.ts';
import type { Platform } from '../../platform/context.ts';
import { type BankSimulator, startBankSimulator } from './bank/simulator.ts';
import { simulatedMerchant } from './bank/simulator-book.ts';
import { type Bank, connectBank } from './bank/snap-client.ts';

export interface Connection {
  readonly bank: Bank;
  readonly config: BankConfig;
  readonly simulator?: BankSimulator;
}

type Needs = Pick<Platform, 'config' | 'region' | 'clock'>;
const connections = new WeakMap<Config, Promise<Connection | undefined>>();

/** Undefined in production without a bank: then only cash is taken. */
export function connectionOf(platform: Needs): Promise<Connection | undefined> {
  const known = connections.get(platform.config);
  if (known !== undefined) return known;
  const made = connect(platform);
  connections.set(platform.config, made);
  made.catch(() => connections.delete(platform.config));
  return made;
}

export async function closeConnection(platform: Needs): Promise<void> {
  const connection = await connections.get(platform.config);
  connections.delete(platform.config);
  await connection?.simulator?.close();
}

async function connect(platform: Needs): Promise<Connection | undefined> {
  const { config, region, clock } = platform;
  const around = { timezone: region.timezone, now: () => clock.now() };
  if (config.bank) return { bank: connectBank({ config: config.bank, ...around }), config: config.bank };
  if (!config.development) return undefined;
  const [city, theirs] = [newKeys(), newKeys()];
  const settings: Omit<BankConfig, 'url'> = {
    clientKey: 'loket24-simulator',
    clientSecret: 'only-for-the-simulator',
    privateKey: city.privateKey,
    bankPublicKey: theirs.publicKey,
    partnerId: 'LOKET24',
    channelId: '95221',
    merchantId: simulatedMerchant.nmid,
    partnerServiceId: '77724',
  };
  const options = {
    config: { ...settings, url: '' },
    publicKey: city.publicKey,
    bankKey: theirs.privateKey,
    callbackUrl: `${config.publicUrl}/api/v1/bank`,
    ...around,
  };
  // Beside the web server's own port, so a developer finds it again; taken by another process: any other.
  const near = config.port === 0 ? 0 : config.port + 10;
  const simulator = await startBankSimulator({ ...options, port: near }).catch(() => startBankSimulator(options));
  const bankConfig = { ...settings, url: simulator.url };
  return { bank: connectBank({ config: bankConfig, ...around }), config: bankConfig, simulator };
}

function newKeys(): { readonly publicKey: string; readonly privateKey: string } {
  return generateKeyPairSync('rsa', {
    modulusLength: 2048,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  });
}
