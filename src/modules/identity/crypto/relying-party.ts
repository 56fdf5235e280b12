// For which address a passkey is good. Browsers want a name with https, or localhost.

export interface RelyingParty {
  readonly id: string;
  readonly origin: string;
}

/**
 * The public address decides; the Host header of a request is believed only when it says localhost, because a browser
 * never sends another site there. Undefined: passkeys cannot work at this address (an IP address, or plain http).
 */
export function relyingParty(publicUrl: string, hostHeader: string | undefined): RelyingParty | undefined {
  const url = new URL(publicUrl);
  if (url.protocol === 'https:' && !isAddress(url.hostname)) return { id: url.hostname, origin: url.origin };
  if (!isLoopback(url.hostname)) return undefined;
  const asked = hostHeader === undefined ? undefined : parseHost(hostHeader);
  return asked?.hostname === 'localhost' ? { id: 'localhost', origin: asked.origin } : undefined;
}

function parseHost(header: string): URL | undefined {
  return /^localhost(:\d{1,5})?$/.test(header) ? new URL(`http://${header}`) : undefined;
}
function isLoopback(hostname: string): boolean {
  return hostname === 'localhost' || hostname === '127.0.0.1' || hostname === '[::1]';
}
function isAddress(hostname: string): boolean {
  return hostname.startsWith('[') || /^[\d.]+$/.test(hostname);
}
