const signInMethods = ['password', 'link', 'passkey'] as const;
export type SignInMethod = (typeof signInMethods)[number];

/** A person of the staff as stored; what they may do comes from memberships and permissions. */
export interface StoredOfficer {
  readonly id: string;
  readonly username: string;
  readonly name: string;
  readonly title: string;
  readonly email?: string | undefined; // for office mail
  readonly active: boolean;
}

export interface Session {
  readonly id: string;
  readonly officerId: string;
  readonly method: SignInMethod;
  readonly device: string;
  readonly challenge: string | undefined; // of a passkey registration in progress
  readonly createdAt: Date;
  readonly lastSeenAt: Date;
  readonly expiresAt: Date;
}

const attemptStages = ['second-factor', 'enrol', 'passkey'] as const;
export type AttemptStage = (typeof attemptStages)[number];
/** A sign-in that is not finished: the second step is still to come. */
export interface LoginAttempt {
  readonly officerId: string | undefined; // unknown while a passkey has not named its owner
  readonly stage: AttemptStage;
  readonly method: SignInMethod;
  readonly challenge: string | undefined;
  readonly tries: number;
  readonly expiresAt: Date;
}

export interface Passkey {
  readonly id: string;
  readonly officerId: string;
  readonly credentialId: string; // base64url
  readonly publicKey: Uint8Array<ArrayBuffer>;
  readonly counter: number;
  readonly transports: readonly string[];
  readonly host: string; // relying party it was made for
  readonly label: string;
  readonly createdAt: Date;
  readonly lastUsedAt: Date | undefined;
}

export interface ApiKey {
  readonly id: string;
  readonly name: string;
  readonly scope: string;
  readonly officerId: string | undefined;
  readonly createdAt: Date;
  readonly lastUsedAt: Date | undefined;
  readonly revokedAt: Date | undefined;
}

const authEventKinds = [
  'password',
  'totp',
  'recovery-code',
  'passkey',
  'link-made',
  'link-used',
  'session-started',
  'session-ended',
  'password-set',
  'totp-added',
  'totp-removed',
  'passkey-added',
  'passkey-removed',
  'recovery-codes-made',
  'key-made',
  'key-revoked',
  'officer-added',
  'officer-changed',
  'officer-withdrawn',
  'delegation-recorded',
  'delegation-ended',
] as const;
export type AuthEventKind = (typeof authEventKinds)[number];
export interface AuthEvent {
  readonly kind: AuthEventKind;
  readonly outcome: 'ok' | 'refused' | 'throttled';
  readonly officerId?: string | undefined;
  readonly sessionId?: string | undefined;
}
