// Where receipts may be sent: to equipment inside the office. Pure. An officer types the address, so it must not become
// a way to reach other machines: no names (they can be pointed elsewhere), no public addresses, no other services.
import { isIP } from 'node:net';

export interface PrinterAddress {
  readonly host: string;
  readonly port: number;
}

/** Raw printing (JetDirect) and the ports print servers use beside it. */
const printerPorts = { first: 9100, last: 9109 } as const;

/** `development` allows any port of this computer itself, for a printer simulator. */
export function mayPrintTo({ host, port }: PrinterAddress, options: { readonly development: boolean }): boolean {
  if (!isInside(host)) return false;
  if (port >= printerPorts.first && port <= printerPorts.last) return true;
  return options.development && isThisComputer(host) && port > 1023 && port < 65_536;
}

function isThisComputer(host: string): boolean {
  return host.startsWith('127.') || host === '::1';
}

/** Loopback and the private ranges (RFC 1918, RFC 4193). Link-local is left out: clouds answer there with credentials. */
function isInside(host: string): boolean {
  if (isIP(host) === 4) {
    const [a = 0, b = 0] = host.split('.').map(Number);
    return a === 10 || a === 127 || (a === 172 && b >= 16 && b <= 31) || (a === 192 && b === 168);
  }
  return isIP(host) === 6 && (host === '::1' || /^f[cd][0-9a-f]{2}:/i.test(host));
}
