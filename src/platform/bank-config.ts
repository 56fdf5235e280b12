// How the city's bank is reached (SNAP BI). Either all of it is set or none of it; keys are files, never values.
import { readFileSync } from 'node:fs';
import { startupError } from './startup-error.ts';

export interface BankConfig {
  readonly url: string; // without a trailing slash
  readonly clientKey: string;
  readonly clientSecret: string;
  readonly privateKey: string; // ours, PEM: signs token requests
  readonly bankPublicKey: string; // theirs, PEM: what they sign with it is from them
  readonly partnerId: string;
  readonly channelId: string; // five digits
  readonly merchantId: string;
  readonly partnerServiceId: string; // of virtual accounts, up to eight digits
}

const names = {
  url: 'BANK_URL',
  clientKey: 'BANK_CLIENT_KEY',
  clientSecret: 'BANK_CLIENT_SECRET',
  privateKey: 'BANK_PRIVATE_KEY_FILE',
  bankPublicKey: 'BANK_PUBLIC_KEY_FILE',
  partnerId: 'BANK_PARTNER_ID',
  channelId: 'BANK_CHANNEL_ID',
  merchantId: 'BANK_MERCHANT_ID',
  partnerServiceId: 'BANK_VA_PREFIX',
} as const;
type Part = keyof typeof names;

export function readBankConfig(env: Readonly<Record<string, string | undefined>>): BankConfig | undefined {
  const parts = Object.keys(names) as Part[];
  const value = (part: Part) => env[names[part]]?.trim() ?? '';
  const missing = parts.filter((part) => value(part) === '');
  if (missing.length === parts.length) return undefined;
  if (missing.length > 0)
    throw startupError(
      `The bank needs all of its settings; missing: ${missing.map((part) => names[part]).join(', ')}.`,
    );
  if (!/^https?:\/\//.test(value('url'))) throw startupError('BANK_URL must start with https://.');
  if (!/^\d{1,8}$/.test(value('partnerServiceId'))) throw startupError('BANK_VA_PREFIX must be up to eight digits.');
  const read = (part: Part) => {
    try {
      return readFileSync(value(part), 'utf8');
    } catch {
      throw startupError(`${names[part]} names a file that cannot be read.`);
    }
  };
  return {
    url: value('url').replace(/\/+$/, ''),
    clientKey: value('clientKey'),
    clientSecret: value('clientSecret'),
    privateKey: read('privateKey'),
    bankPublicKey: read('bankPublicKey'),
    partnerId: value('partnerId'),
    channelId: value('channelId'),
    merchantId: value('merchantId'),
    partnerServiceId: value('partnerServiceId'),
  };
}
