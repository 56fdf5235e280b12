// One call to the bank by SNAP BI: a token for fifteen minutes, then signed calls with a number that is new every time.
import { z } from 'zod';
import type { BankConfig } from '../../../platform/bank-config.ts';
import { newId } from '../../../platform/ids.ts';
import { signTokenRequest, signWithSecret, snapTimestamp } from './signatures.ts';

export interface BankEnvironment {
  readonly config: BankConfig;
  readonly timezone: string;
  readonly now: () => Date;
}
export type Call = (path: string, content: unknown) => Promise<unknown>;

const patience = 10_000;
const Answer = z.looseObject({ responseCode: z.string(), responseMessage: z.string().default('') });

interface Token {
  readonly value: string;
  readonly until: number;
}

/** @throws when the bank does not answer in ten seconds, or answers no. */
export function callerOf({ config, timezone, now }: BankEnvironment): Call {
  let token: Token | undefined;
  const stamp = (at: Date) => snapTimestamp(at, timezone);

  async function freshToken(): Promise<string> {
    if (token && token.until > now().getTime()) return token.value;
    const timestamp = stamp(now());
    const headers = {
      'x-timestamp': timestamp,
      'x-client-key': config.clientKey,
      'x-signature': signTokenRequest(config.clientKey, timestamp, config.privateKey),
    };
    const answer = await send('/v1.0/access-token/b2b', JSON.stringify({ grantType: 'client_credentials' }), headers);
    const { accessToken, expiresIn } = z
      .object({ accessToken: z.string(), expiresIn: z.coerce.number() })
      .parse(answer);
    // A minute early: the bank's clock is not ours.
    token = { value: accessToken, until: now().getTime() + (expiresIn - 60) * 1000 };
    return accessToken;
  }

  async function send(path: string, body: string, headers: Record<string, string>): Promise<unknown> {
    const response = await fetch(config.url + path, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body,
      signal: AbortSignal.timeout(patience),
    });
    const answer: unknown = await response.json();
    const { responseCode, responseMessage } = Answer.parse(answer);
    if (!/^20[02]/.test(responseCode)) throw new Error(`the bank answered ${responseCode}: ${responseMessage}`);
    return answer;
  }

  return async (path, content) => {
    const accessToken = await freshToken();
    const [timestamp, body] = [stamp(now()), JSON.stringify(content)];
    // The path the bank sees: its address may have one of its own.
    const seen = new URL(config.url + path).pathname;
    const signature = signWithSecret({ method: 'POST', path: seen, body, timestamp }, accessToken, config.clientSecret);
    return send(path, body, {
      authorization: `Bearer ${accessToken}`,
      'x-timestamp': timestamp,
      'x-signature': signature,
      'x-partner-id': config.partnerId,
      'x-external-id': newId(),
      'channel-id': config.channelId,
    });
  };
}
