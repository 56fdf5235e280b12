// What the web layer shares between its files; made once per server.
import type { Platform } from '../context.ts';
import type { OfficerResolver } from '../module.ts';
import type { Admission } from './admission.ts';
import type { Assets } from './assets.ts';
import type { ErrorPage } from './error-page.tsx';
import type { OpenLines } from './event-stream.ts';
import type { Metrics } from './metrics.ts';
import type { PageCache } from './page-cache.ts';
import type { Sentences } from './problem.ts';
import type { RateLimiter } from './rate-limit.ts';

export interface Web {
  readonly platform: Platform;
  readonly assets: Assets;
  readonly limiter: RateLimiter;
  readonly admission: Admission;
  readonly metrics: Metrics;
  readonly pages: PageCache;
  readonly sentences: Sentences;
  readonly errorPage: ErrorPage;
  readonly resolveOfficer: OfficerResolver;
  /** Browsers reach us by https: cookies are Secure and carry the prefix __Host-. */
  readonly https: boolean;
  readonly uploadFolder: string;
  readonly lines: OpenLines;
}
