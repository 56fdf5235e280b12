// Adding a passkey to the account of a signed-in officer, and taking it away.
import {
  generateRegistrationOptions,
  type RegistrationResponseJSON,
  verifyRegistrationResponse,
} from '@simplewebauthn/server';
import { AppError } from '../../../lib/errors.ts';
import type { Context } from '../../../platform/context.ts';
import { inTransaction, violatedConstraint } from '../../../platform/database/index.ts';
import { newId } from '../../../platform/ids.ts';
import { parseCredential } from '../crypto/credential-json.ts';
import type { RelyingParty } from '../crypto/relying-party.ts';
import { insertAuthEvent } from '../store/auth-events.ts';
import { deletePasskey, insertPasskey, listPasskeys } from '../store/credentials.ts';
import { takeSessionChallenge, updateSessionChallenge } from '../store/sessions.ts';
import type { Session } from '../types.ts';

/** Options for the browser; the challenge waits in the session. */
export async function passkeyCreation(
  ctx: Context,
  session: Session,
  who: { username: string; name: string; party: RelyingParty },
): Promise<string> {
  const existing = await listPasskeys(ctx.db, session.officerId);
  const options = await generateRegistrationOptions({
    rpName: `Loket24 ${ctx.region.name}`,
    rpID: who.party.id,
    userID: new TextEncoder().encode(session.officerId),
    userName: who.username,
    userDisplayName: who.name,
    attestationType: 'none',
    excludeCredentials: existing.map(({ credentialId, transports }) => ({
      id: credentialId,
      transports: [...transports],
    })),
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
  });
  await updateSessionChallenge(ctx.db, session.id, options.challenge);
  return JSON.stringify(options);
}

/** Stores the new passkey. Throws `identity.passkey_refused` when the answer does not fit, or fitted once already. */
export async function addPasskey(
  ctx: Context,
  session: Session,
  answer: { credential: string; party: RelyingParty; label: string },
): Promise<void> {
  const challenge = await inTransaction(ctx, (ctx) => takeSessionChallenge(ctx.db, session.id));
  const response = parseCredential<RegistrationResponseJSON>(answer.credential);
  if (!response || challenge === undefined) throw refused();
  const result = await verifyRegistrationResponse({
    response,
    expectedChallenge: challenge,
    expectedOrigin: answer.party.origin,
    expectedRPID: answer.party.id,
    requireUserVerification: true,
  }).catch(() => undefined);
  if (!result?.verified) throw refused();
  const { credential } = result.registrationInfo;
  const now = ctx.clock.now();
  const passkey = {
    id: newId(),
    officerId: session.officerId,
    credentialId: credential.id,
    publicKey: credential.publicKey,
    counter: credential.counter,
    transports: credential.transports ?? [],
    host: answer.party.id,
    label: answer.label,
    createdAt: now,
  };
  await inTransaction(ctx, async (ctx) => {
    await insertPasskey(ctx.db, passkey);
    await insertAuthEvent(ctx.db, now, { kind: 'passkey-added', outcome: 'ok', officerId: session.officerId });
  }).catch((error: unknown) => {
    throw violatedConstraint(error) === 'passkey_credential_key' ? refused() : error;
  });
}

export async function removePasskey(ctx: Context, officerId: string, id: string): Promise<void> {
  const removed = await deletePasskey(ctx.db, officerId, id);
  if (removed) await insertAuthEvent(ctx.db, ctx.clock.now(), { kind: 'passkey-removed', outcome: 'ok', officerId });
}

function refused(): AppError {
  return new AppError('invalid', 'identity.passkey_refused');
}
