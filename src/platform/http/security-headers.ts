import type { Access } from './define.ts';

const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "manifest-src 'self'",
  "worker-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** Officers see PDFs and hear voice notes beside the checklist: of this site only. */
const policyFor = (access: Access['kind']): string =>
  access === 'officer' ? `${policy}; frame-src 'self'; media-src 'self'` : policy;

/** Headers of every answer; a page behind a token must not leak its address to the next site. */
export function securityHeaders(access: Access['kind'], https: boolean, page: PageKind = {}): Record<string, string> {
  const shared = sharedHeaders(access, https);
  if (page.tilesFrom !== undefined)
    shared['content-security-policy'] = policyFor(access).replace('blob:', `blob: ${page.tilesFrom}`);
  if (page.framed === true) {
    shared['content-security-policy'] = policy.replace("frame-ancestors 'none'", 'frame-ancestors *');
    delete shared['x-frame-options'];
    shared['cross-origin-resource-policy'] = 'cross-origin';
  }
  return shared;
}
export interface PageKind {
  readonly framed?: boolean | undefined;
  readonly tilesFrom?: string | undefined; // origin of the tile server
}

function sharedHeaders(access: Access['kind'], https: boolean): Record<string, string> {
  return {
    'content-security-policy': policyFor(access),
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
    // Not no-referrer: then browsers send `Origin: null` with the page's own forms, and those are refused.
    'referrer-policy': access === 'token' ? 'same-origin' : 'strict-origin',
    'permissions-policy': 'camera=(self), geolocation=(self), microphone=(), payment=(), usb=()',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    ...(https ? { 'strict-transport-security': 'max-age=31536000; includeSubDomains' } : {}),
  };
}

// A stored document is somebody else's bytes: nothing in it may run. PDF viewers of browsers refuse to start in a sandbox.
export function documentPolicy(type: string): string {
  // A program of ours (a service worker): it may load its other half and ask this site, nothing else.
  if (type.startsWith('text/javascript')) return "default-src 'none'; script-src 'self'; connect-src 'self'";
  return type === 'application/pdf'
    ? "default-src 'none'; object-src 'self'; style-src 'unsafe-inline'; frame-ancestors 'self'"
    : "default-src 'none'; style-src 'unsafe-inline'; sandbox; frame-ancestors 'none'";
}
