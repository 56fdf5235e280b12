// Who is asking and how they want to see pages: read once per request.
import type { FastifyRequest } from 'fastify';
import type { PageFrame } from '../../ui/frame.ts';
import type { Officer } from '../context.ts';
import { parseCookies } from './cookies.ts';
import { browserCookie, type CsrfSource, createCsrfSource } from './csrf.ts';
import { type Display, readDisplay } from './display.ts';
import type { Web } from './web.ts';

export interface Visit {
  readonly cookies: Readonly<Record<string, string | undefined>>;
  readonly display: Display;
  readonly csrf: CsrfSource;
  readonly frame: PageFrame;
  officer: Officer | undefined;
}

const visits = new WeakMap<FastifyRequest, Visit>();

export function visitOf(web: Web, request: FastifyRequest): Visit {
  const known = visits.get(request);
  if (known) return known;
  const visit = readVisit(web, request);
  visits.set(request, visit);
  return visit;
}

function readVisit(web: Web, request: FastifyRequest): Visit {
  const cookies = parseCookies(request.headers.cookie, web.https);
  const query = request.query as Readonly<Record<string, unknown>> | undefined;
  const display = readDisplay(cookies, {
    languageParam: query?.bahasa,
    acceptLanguage: request.headers['accept-language'],
  });
  const csrf = createCsrfSource(web.platform.secrets, cookies[browserCookie]);
  const { region, config, clock } = web.platform;
  const now = clock.now();
  let officer: Officer | undefined;
  const frame: PageFrame = {
    ...display,
    path: request.url,
    // Asked for only by pages with a form: others stay without a cookie and may be kept rendered.
    get csrf() {
      return csrf.token();
    },
    saveData: request.headers['save-data'] === 'on',
    region: {
      id: region.id,
      name: region.name,
      zoneLabel: region.zoneLabel,
      timezone: region.timezone,
      phone: region.phone,
    },
    get officer() {
      if (!officer) return undefined;
      const { name, title, permissions, memberships } = officer;
      return { name, title, permissions, roles: memberships.map((seat) => seat.role) };
    },
    development: config.development,
    assets: web.assets.urls,
    now,
  };
  return {
    cookies,
    display,
    csrf,
    frame,
    get officer() {
      return officer;
    },
    set officer(found) {
      officer = found;
    },
  };
}
