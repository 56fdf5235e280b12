import { resolve } from 'node:path';
import { type BankConfig, readBankConfig } from './bank-config.ts';
import { startupError } from './startup-error.ts';

export interface Config {
  readonly host: string;
  readonly port: number; // 0: any free port
  readonly publicUrl: string; // without a trailing slash
  readonly trustProxy: boolean; // X-Forwarded-* are believed
  readonly dataDir: string; // absolute
  readonly region: string; // folder name under regions/
  readonly databaseUrl: string | undefined; // undefined: embedded PostgreSQL
  readonly databasePoolSize: number;
  readonly smtpUrl: string | undefined; // undefined: mail goes to the development outbox
  readonly mailFrom: string;
  readonly secretKey: string | undefined;
  readonly exchangeSecret: string | undefined; // shared with the telephone exchange
  readonly bank: BankConfig | undefined; // undefined: the simulator in development, cash only in production
  readonly mapTilesUrl: string | undefined; // with {z}, {x}, {y}; undefined: maps show points on a quiet ground
  readonly mapTilesAttribution: string;
  readonly logLevel: string;
  readonly environment: 'development' | 'production' | 'test';
  readonly registers: Readonly<Record<string, RegisterSetting>>; // by name, of those that are set at all
  readonly registerSimulator: boolean; // registers without an address are answered by the simulator
  readonly partners: Readonly<Record<string, PartnerSetting>>; // servers of partners, by code of their unit, of those that are set at all
  readonly partnerSimulator: boolean; // partners without an address are answered by the simulator
  readonly sp4nSimulatorUrl?: string | undefined; // where the simulated bridge of development answers
  readonly sp4n: { readonly url: string; readonly key: string | undefined } | undefined; // the bridge to SP4N-LAPOR!
  readonly partnerSimulatorUrl?: string | undefined; // once it runs
  /** Simulators and the mail outbox are on: everything but NODE_ENV=production. */
  readonly development: boolean;
}

/** How one register of another office is reached. */
export interface RegisterSetting {
  readonly url: string | undefined; // without a trailing slash
  readonly key: string | undefined;
  readonly off: boolean;
  readonly simulated?: boolean;
}

/** How the server of one partner is reached; what is not set here is as the region's file says. */
export interface PartnerSetting {
  readonly url: string | undefined; // without a trailing slash
  readonly key: string | undefined;
  readonly off: boolean;
}

type Environment = Readonly<Record<string, string | undefined>>;
const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'];

/** Reads the settings from environment variables; a bad value is a startup error that names the variable and what it may be. */
export function loadConfig(env: Environment = process.env): Config {
  const environment = oneOf(env, 'NODE_ENV', ['development', 'production', 'test']) ?? 'development';
  const host = text(env, 'HOST') ?? '127.0.0.1';
  const port = wholeNumber(env, 'PORT', { fallback: 3000, min: 0, max: 65535 });
  return {
    host,
    port,
    publicUrl: readUrl(env, 'PUBLIC_URL', ['http:', 'https:'])?.replace(/\/+$/, '') ?? localUrl(host, port),
    trustProxy: oneOf(env, 'TRUST_PROXY', ['0', '1', 'true', 'false'])?.replace('true', '1') === '1',
    dataDir: resolve(text(env, 'DATA_DIR') ?? './data'),
    region: regionName(env),
    databaseUrl: readUrl(env, 'DATABASE_URL', ['postgres:', 'postgresql:']),
    databasePoolSize: wholeNumber(env, 'DATABASE_POOL_SIZE', { fallback: 16, min: 2, max: 200 }),
    smtpUrl: readUrl(env, 'SMTP_URL', ['smtp:', 'smtps:']),
    mailFrom: text(env, 'MAIL_FROM') ?? 'Loket24 <loket24@localhost>',
    secretKey: secret(env, 'SECRET_KEY'),
    exchangeSecret: secret(env, 'EXCHANGE_SECRET'),
    bank: readBankConfig(env),
    mapTilesUrl: tilesUrl(env),
    mapTilesAttribution: text(env, 'MAP_TILES_ATTRIBUTION') ?? '© OpenStreetMap',
    logLevel: oneOf(env, 'LOG_LEVEL', logLevels) ?? 'info',
    registers: connectionsIn(env, registerVariable, 'REGISTER'),
    registerSimulator: simulatorWanted(env, 'REGISTER_SIMULATOR', environment),
    sp4n: sp4nIn(env),
    partners: connectionsIn(env, partnerVariable, 'PARTNER'),
    partnerSimulator: simulatorWanted(env, 'PARTNER_SIMULATOR', environment),
    environment: environment as Config['environment'],
    development: environment !== 'production',
  };
}

export function localUrl(host: string, port: number): string {
  const name = host === '0.0.0.0' || host === '::' ? 'localhost' : host.includes(':') ? `[${host}]` : host;
  return `http://${name}:${port}`;
}

function text(env: Environment, name: string): string | undefined {
  const value = env[name]?.trim();
  return value === undefined || value === '' ? undefined : value;
}

function wholeNumber(env: Environment, name: string, limits: { fallback: number; min: number; max: number }): number {
  const value = text(env, name);
  if (value === undefined) return limits.fallback;
  const number = Number(value);
  if (/^\d+$/.test(value) && number >= limits.min && number <= limits.max) return number;
  throw startupError(`${name} is "${value}" but must be a whole number from ${limits.min} to ${limits.max}.`);
}

function oneOf(env: Environment, name: string, allowed: readonly string[]): string | undefined {
  const value = text(env, name);
  if (value === undefined || allowed.includes(value)) return value;
  throw startupError(`${name} is "${value}" but must be one of ${allowed.join(', ')}.`);
}

// The value is never printed: DATABASE_URL and SMTP_URL carry passwords.
function readUrl(env: Environment, name: string, schemes: readonly string[]): string | undefined {
  const value = text(env, name);
  if (value === undefined) return undefined;
  const scheme = /^([a-z][a-z0-9+.-]*:)\/\//i.exec(value)?.[1]?.toLowerCase();
  if (scheme !== undefined && schemes.includes(scheme)) return value;
  throw startupError(`${name} must be an address that starts with ${schemes.map((s) => `${s}//`).join(' or ')}.`);
}

function tilesUrl(env: Environment): string | undefined {
  const address = readUrl(env, 'MAP_TILES_URL', ['https:', 'http:']);
  if (address === undefined) return undefined;
  const whole = ['{z}', '{x}', '{y}'].every((part) => address.includes(part));
  if (whole && !address.includes('{s}') && URL.canParse(address)) return address;
  throw startupError('MAP_TILES_URL must hold {z}, {x} and {y} and one fixed server name, without {s}.');
}

function regionName(env: Environment): string {
  const value = text(env, 'REGION') ?? 'parepare';
  if (/^[a-z][a-z0-9-]{0,62}$/.test(value)) return value;
  throw startupError(
    `REGION is "${value}" but must be a folder name under regions/: small letters, digits and hyphens.`,
  );
}

const registerVariable = /^REGISTER_([A-Z]+(?:_[A-Z]+)*?)(_URL|_KEY)?$/;
const partnerVariable = /^PARTNER_([A-Z\d]+(?:_[A-Z\d]+)*?)(_URL|_KEY)?$/;

// REGISTER_POPULATION_URL, REGISTER_POPULATION_KEY and REGISTER_POPULATION=off; the same for every register, and PARTNER_ for partners.
function connectionsIn(env: Environment, variable: RegExp, prefix: string): Record<string, PartnerSetting> {
  const found = Object.keys(env)
    .filter((name) => name !== `${prefix}_SIMULATOR`)
    .flatMap((name) => variable.exec(name)?.[1] ?? []);
  return Object.fromEntries(
    [...new Set(found)].sort().map((name) => [
      name.toLowerCase().replaceAll('_', '-'),
      {
        url: readUrl(env, `${prefix}_${name}_URL`, ['http:', 'https:'])?.replace(/\/+$/, ''),
        key: text(env, `${prefix}_${name}_KEY`),
        off: oneOf(env, `${prefix}_${name}`, ['on', 'off']) === 'off',
      },
    ]),
  );
}

function sp4nIn(env: Environment): Config['sp4n'] {
  const url = readUrl(env, 'SP4N_URL', ['http:', 'https:'])?.replace(/\/+$/, '');
  return url === undefined ? undefined : { url, key: text(env, 'SP4N_KEY') };
}

function simulatorWanted(env: Environment, name: string, environment: string): boolean {
  const set = oneOf(env, name, ['on', 'off']);
  if (set === 'on' && environment === 'production')
    throw startupError(`${name}=on is for development only: it answers with invented content. Remove it.`);
  return set === undefined ? environment === 'development' : set === 'on';
}

function secret(env: Environment, name: string): string | undefined {
  const value = text(env, name);
  if (value === undefined || value.length >= 32) return value;
  throw startupError(
    `${name} is too short: it must have at least 32 characters, for example from \`openssl rand -hex 32\`.`,
  );
}
