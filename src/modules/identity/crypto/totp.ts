import { Secret, TOTP } from 'otpauth';

const periodSeconds = 30;

export function newTotpSecret(): string {
  return new Secret({ size: 20 }).base32;
}

/** The address an authenticator app reads from the QR code (Key URI Format). */
export function totpUri(options: { secret: string; username: string; issuer: string }): string {
  return authenticator(options.secret, { label: options.username, issuer: options.issuer }).toString();
}

/** The 30-second step the code belongs to, one step of clock difference allowed; undefined when it belongs to none. */
export function matchTotpStep(secret: string, code: string, now: Date): number | undefined {
  const token = code.replace(/\s/g, '');
  if (!/^\d{6}$/.test(token)) return undefined;
  const delta = authenticator(secret).validate({ token, timestamp: now.getTime(), window: 1 });
  return delta === null ? undefined : Math.floor(now.getTime() / 1000 / periodSeconds) + delta;
}

/** The code an authenticator app shows at this moment. */
export function totpCode(secret: string, now: Date): string {
  return authenticator(secret).generate({ timestamp: now.getTime() });
}

function authenticator(secret: string, names: { label?: string; issuer?: string } = {}): TOTP {
  return new TOTP({ ...names, secret: Secret.fromBase32(secret), algorithm: 'SHA1', digits: 6, period: periodSeconds });
}
