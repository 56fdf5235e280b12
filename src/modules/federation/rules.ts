// What follows from an answer of another server, and what may be told to it. Pure.
import { localDateOf } from '../../lib/dates/local-date.ts';
import type { ForwardedChange } from './store/forwarded.ts';
import type { Content, Forwarded, PartnerEntry } from './types.ts';
import type { Answer } from './wire/call.ts';
import { type Accepted, readAccepted, type TheirAttribute, type TheirService } from './wire/read.ts';

const minute = 60_000;
const longestPause = 6 * 60; // minutes

/** Growing pauses: 1, 2, 4, 8 minutes and so on, at most six hours. `attempts` have been made. */
export function nextTry(attempts: number, now: Date): Date {
  const pause = Math.min(longestPause, 2 ** Math.min(20, Math.max(0, attempts - 1)));
  return new Date(now.getTime() + pause * minute);
}

/** How soon one asks again how a request stands: often while it is young, seldom once it is closed there. */
export function nextLook({ state, createdAt }: Pick<Forwarded, 'state' | 'createdAt'>, now: Date): Date | null {
  const age = now.getTime() - createdAt.getTime();
  if (state === 'closed') return age > 120 * 24 * 60 * minute ? null : new Date(now.getTime() + 6 * 60 * minute);
  return new Date(now.getTime() + (age < 24 * 60 * minute ? 10 : 60) * minute);
}

/** The service over there for a category of ours: its own, that of its group, or the one for everything else. */
export function serviceFor(
  { services }: Pick<PartnerEntry, 'services'>,
  category: string | null,
): PartnerEntry['services'][string] | undefined {
  const parts = (category ?? '').split('.');
  const names = [...parts.map((_, at) => parts.slice(0, parts.length - at).join('.')), '*'];
  const name = names.find((one) => one !== '' && Object.hasOwn(services, one));
  return name === undefined ? undefined : services[name];
}

/** What of a report may leave the house. */
export interface Leaving {
  readonly level: 'open' | 'anonymous' | 'secret';
  readonly category: string | null;
  readonly text: string; // scrubbed, or as published
  readonly lat: number | null;
  readonly long: number | null;
  readonly address: string;
  readonly media: string | null; // address of a published photo
  readonly person: {
    readonly name?: string | undefined;
    readonly phone?: string | undefined;
    readonly email?: string | undefined;
  };
  readonly agreed: boolean; // that the person's name and number go along
}

const longestDescription = 4000;

/** @returns undefined for what is never sent: a secret report, or one no service of theirs is named for. */
export function composeContent(entry: PartnerEntry, leaving: Leaving, reference: string): Content | undefined {
  const service = serviceFor(entry, leaving.category);
  if (leaving.level === 'secret' || service === undefined) return undefined;
  const mark = `\n\n[${reference}]`;
  const text = [...leaving.text].slice(0, longestDescription - mark.length).join('');
  const personal = entry.personal === 'with-consent' && leaving.agreed && leaving.level === 'open';
  const { name, phone, email } = leaving.person;
  return {
    service: service.code,
    description: `${text}${mark}`,
    lat: leaving.lat === null ? null : Number(leaving.lat.toFixed(6)),
    long: leaving.long === null ? null : Number(leaving.long.toFixed(6)),
    address: leaving.address === '' ? null : leaving.address.slice(0, 300),
    media: leaving.media,
    attributes: service.attributes,
    person: personal ? { ...(name ? { name } : {}), ...(phone ? { phone } : {}), ...(email ? { email } : {}) } : null,
  };
}

/** The parameters of `POST requests`. One name is both names: many people have one. */
export function parametersOf({ service, description, lat, long, address, media, attributes, person }: Content) {
  const [first, ...rest] = (person?.name ?? '').split(/\s+/);
  return {
    service_code: service,
    description,
    ...(lat !== null && long !== null ? { lat: String(lat), long: String(long) } : {}),
    ...(address === null ? {} : { address_string: address }),
    ...(media === null ? {} : { media_url: media }),
    ...(person?.name ? { first_name: first, last_name: rest.join(' ') || '-' } : {}),
    ...(person?.phone ? { phone: person.phone } : {}),
    ...(person?.email ? { email: person.email } : {}),
    ...Object.fromEntries(
      Object.entries(attributes).map(([code, value]) =>
        Array.isArray(value) ? [`attribute[${code}][]`, value] : [`attribute[${code}]`, value],
      ),
    ),
  };
}

/** What their definition demands and the content lacks, or gives a value they do not know. */
export function missingAttributes(content: Content, definition: readonly TheirAttribute[]): TheirAttribute[] {
  return definition.filter(({ code, required, values }) => {
    const given = Object.hasOwn(content.attributes, code) ? [content.attributes[code] ?? ''].flat() : [];
    const filled = given.filter((one) => one !== '');
    const unknown = values.length > 0 && filled.some((one) => !values.some(({ key }) => key === one));
    return unknown || (required && filled.length === 0);
  });
}

const undoneStatuses: ReadonlySet<string> = new Set([
  ...['NOT_COUNCILS_RESPONSIBILITY', 'NOT_RESPONSIBLE', 'NO_FURTHER_ACTION', 'UNABLE_TO_FIX', 'DUPLICATE', 'CANCELLED'],
  ...['REJECTED', 'REFUSED', 'DECLINED'],
]);
const undoneWords = new RegExp(
  [
    'bukan (ke)?wewenang|bukan tanggung ?jawab|tidak (dapat|bisa|akan) di|tidak dikerjakan|ditolak|dibatalkan|dicabut|duplikat|digabung',
    "not (our|for the|the council'?s|responsible)|unable to|no further action|won'?t|cancell?ed|rejected|refused|declined|duplicate|withdrawn",
  ].join('|'),
  'i',
);

/** They closed it, and not because it was done: by the status of their updates, or by what their own words say. */
export function closedUndone({ notes, status }: { notes: string | null; status: string | null }): boolean {
  return (status !== null && undoneStatuses.has(status.toUpperCase())) || (notes !== null && undoneWords.test(notes));
}

/** May the other side have it, so that it has to hear what comes after? */
export function hasReached({
  state,
  theirId,
  maybeThere,
}: Pick<Forwarded, 'state' | 'theirId' | 'maybeThere'>): boolean {
  return theirId !== null || maybeThere || ['sending', 'unsure', 'token', 'unnumbered'].includes(state);
}

export interface Sent {
  readonly row: Forwarded; // after `attempts` was raised for this try
  readonly entry: Pick<PartnerEntry, 'repeats'>;
  readonly service: Pick<TheirService, 'type'> | undefined;
  readonly now: Date;
  readonly timezone: string;
}

/** How a report stands after one try to send it. */
export function afterSending(answer: Answer, sent: Sent): ForwardedChange {
  const { row, now } = sent;
  if (answer.kind === 'answered') return afterAccepted(readAccepted(answer.tree), sent);
  if (answer.kind === 'refused') {
    const text = answer.errors.map(({ description }) => description).join(' ');
    const troubleCode = answer.status === 403 || answer.status === 401 ? 'key' : 'refused';
    return { state: 'refused', nextTryAt: null, contactAt: now, troubleCode, troubleText: text.slice(0, 1000) || null };
  }
  const maybeThere = row.maybeThere || answer.kind === 'unclear';
  const nextTryAt = nextTry(row.attempts, now);
  const again = !maybeThere || mayRepeat(sent, nextTryAt);
  return { state: again ? 'waiting' : 'unsure', maybeThere, nextTryAt, troubleCode: answer.problem, troubleText: null };
}

/** Only while the other side's promise holds: the same content on the same day is one request there. */
export function mayRepeat({ row, entry, timezone }: Omit<Sent, 'service' | 'now'>, at: Date): boolean {
  return entry.repeats === 'same-day' && localDateOf(row.firstTriedAt ?? at, timezone) === localDateOf(at, timezone);
}

export function afterAccepted({ id, token }: Accepted, { service, now, row }: Sent): ForwardedChange {
  const well = { contactAt: now, troubleCode: null, troubleText: null, content: null } as const;
  if (id !== undefined)
    return { ...well, state: 'open', theirId: id, token: null, nextTryAt: nextLook({ ...row, state: 'open' }, now) };
  if (token !== undefined) return { ...well, state: 'token', token, attempts: 0, nextTryAt: nextTry(1, now) };
  if (service?.type === 'blackbox') return { ...well, state: 'unnumbered', nextTryAt: null };
  const unsure = { state: 'unsure', maybeThere: true, nextTryAt: nextTry(row.attempts, now) } as const;
  return { ...unsure, contactAt: now, troubleCode: 'no-number', troubleText: null };
}
