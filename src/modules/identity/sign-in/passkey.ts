// Signing in with a passkey: alone (it proves possession and the person), or as the second step after a password.
import {
  type AuthenticationResponseJSON,
  generateAuthenticationOptions,
  verifyAuthenticationResponse,
} from '@simplewebauthn/server';
import { AppError } from '../../../lib/errors.ts';
import type { Context } from '../../../platform/context.ts';
import { parseCredential } from '../crypto/credential-json.ts';
import type { RelyingParty } from '../crypto/relying-party.ts';
import { hashToken, newToken } from '../crypto/tokens.ts';
import { attemptMinutes } from '../rules.ts';
import { type Browser, startSession } from '../sessions/sessions.ts';
import { staffDirectory } from '../staff/directory.ts';
import { insertAuthEvent } from '../store/auth-events.ts';
import { findPasskey, listPasskeys, updatePasskeyUse } from '../store/credentials.ts';
import { insertAttempt, updateAttemptChallenge } from '../store/sign-in.ts';
import type { LoginAttempt, Passkey } from '../types.ts';
import { closeAttempt, countAttempt, getAttempt } from './attempts.ts';
import { countTry, forgiveTry } from './throttling.ts';

/** Opens a sign-in that only a passkey can finish; nobody is named yet. */
export async function beginPasskey(ctx: Context): Promise<string> {
  const token = newToken();
  const createdAt = ctx.clock.now();
  await insertAttempt(ctx.db, {
    tokenHash: hashToken(token),
    officerId: undefined,
    stage: 'passkey',
    method: 'passkey',
    challenge: undefined,
    createdAt,
    expiresAt: new Date(createdAt.getTime() + attemptMinutes * 60_000),
  });
  return token;
}

/** Options for the browser with a fresh challenge; undefined when this officer has no passkey for this address. */
export async function passkeyRequest(
  ctx: Context,
  attemptToken: string | undefined,
  party: RelyingParty,
): Promise<string | undefined> {
  const attempt = await getAttempt(ctx, attemptToken, ['passkey', 'second-factor']);
  const own = attempt.officerId === undefined ? [] : await listPasskeys(ctx.db, attempt.officerId);
  const allowed = own.filter((passkey) => passkey.host === party.id);
  if (attempt.stage === 'second-factor' && allowed.length === 0) return undefined;
  const options = await generateAuthenticationOptions({
    rpID: party.id,
    userVerification: 'required',
    allowCredentials: allowed.map(({ credentialId, transports }) => ({
      id: credentialId,
      transports: [...transports],
    })),
  });
  await updateAttemptChallenge(ctx.db, attempt.tokenHash, options.challenge);
  return JSON.stringify(options);
}

/** Judges the browser's answer and returns the session's token. Throws `identity.passkey_refused`. */
export async function answerPasskey(
  ctx: Context,
  answer: { attempt: string | undefined; credential: string; party: RelyingParty },
  browser: Browser,
): Promise<string> {
  const attempt = await countAttempt(ctx, answer.attempt, ['passkey', 'second-factor']);
  await countTry(ctx, { ip: browser.ip }, 'passkey');
  const now = ctx.clock.now();
  const passkey = await findVerified(ctx, attempt, answer);
  const person = passkey && (await staffDirectory(ctx)).byId.get(passkey.officerId);
  const ok = person?.active === true;
  await insertAuthEvent(ctx.db, now, {
    kind: 'passkey',
    outcome: ok ? 'ok' : 'refused',
    officerId: passkey?.officerId ?? attempt.officerId,
  });
  if (!ok || !passkey) throw new AppError('invalid', 'identity.passkey_refused');
  await closeAttempt(ctx, attempt);
  await forgiveTry(ctx, { ip: browser.ip });
  return await startSession(ctx, person.id, { method: 'passkey', browser });
}

async function findVerified(
  ctx: Context,
  attempt: LoginAttempt,
  answer: { credential: string; party: RelyingParty },
): Promise<Passkey | undefined> {
  const response = parseCredential<AuthenticationResponseJSON>(answer.credential);
  const passkey = response && (await findPasskey(ctx.db, response.id));
  const isOwn = attempt.officerId === undefined || passkey?.officerId === attempt.officerId;
  if (!response || !passkey || !isOwn || passkey.host !== answer.party.id || attempt.challenge === undefined)
    return undefined;
  const counter = await verify(response, { passkey, party: answer.party, challenge: attempt.challenge });
  if (counter === undefined) return undefined;
  await updatePasskeyUse(ctx.db, passkey.id, { counter, lastUsedAt: ctx.clock.now() });
  return passkey;
}

// The library throws on every kind of mismatch; for the person they are all one: this passkey was not accepted.
async function verify(
  response: AuthenticationResponseJSON,
  against: { passkey: Passkey; party: RelyingParty; challenge: string },
): Promise<number | undefined> {
  const { passkey, party, challenge } = against;
  const result = await verifyAuthenticationResponse({
    response,
    expectedChallenge: challenge,
    expectedOrigin: party.origin,
    expectedRPID: party.id,
    requireUserVerification: true,
    credential: { id: passkey.credentialId, publicKey: passkey.publicKey, counter: passkey.counter },
  }).catch(() => undefined);
  return result?.verified ? result.authenticationInfo.newCounter : undefined;
}
