// The facts of one service as pages and exports show them: who is responsible, what is promised, how to complain.
import { requirementsOf } from '../../definition/interview/documents.ts';
import type { Duration, ServiceDefinition } from '../../definition/schema.ts';
import { localDateOf } from '../../lib/dates/local-date.ts';
import { type Locale, say } from '../../lib/locale.ts';
import type { Context } from '../../platform/context.ts';
import { areaLookup, calendarFor, findUnitByCode, type Unit } from '../organisation/index.ts';
import { messagesFor } from './messages.ts';
import { isAlwaysOpen, type OpeningRow, openingRows } from './opening.ts';
import { durationText, feeTextOf } from './promise.ts';
import { type ComplaintChannel, type RegionTexts, regionTexts } from './region-texts.ts';
import { currentCatalogue } from './snapshot.ts';
import type { PublishedService } from './types.ts';

export interface ServiceSheet {
  readonly service: PublishedService;
  readonly definition: ServiceDefinition;
  readonly title: string;
  readonly summary: string;
  readonly promise: string; // "2 hari kerja"
  readonly fee: string; // "Gratis"
  readonly requirements: ReturnType<typeof requirementsOf>;
  readonly unit: Unit | undefined; // undefined when the applicant's area chooses it
  readonly unitName: string;
  readonly officer: { readonly role: string; readonly unitName: string };
  readonly opening: readonly OpeningRow[]; // of the office
  readonly aroundTheClock: boolean; // worked on day and night
  readonly emergency: string | undefined; // number to phone first when minutes count
  readonly complaints: RegionTexts['complaints'];
  readonly channels: readonly ComplaintChannel[];
  readonly successor: { readonly slug: string; readonly title: string } | undefined; // of a retired service
  readonly maklumat: RegionTexts['maklumat'];
}

/** Everything a page about one service says, in the reader's language. */
export async function sheetOf(ctx: Context, service: PublishedService): Promise<ServiceSheet> {
  const { definition } = service.version;
  const { locale } = ctx;
  const { standard } = definition;
  const texts = await regionTexts(ctx);
  const unit = service.unitCode === null ? undefined : await findUnitByCode(ctx, service.unitCode);
  const place = { code: unit?.code ?? '', kind: unit?.kind ?? service.unitKind ?? '' };
  const office = await calendarFor(ctx, place);
  const work = standard.hours.process === '24-jam' ? await calendarFor(ctx, place, '24-jam') : office;
  const today = localDateOf(ctx.clock.now(), ctx.region.timezone);
  const unitName = unitNameOf(service, unit, locale);
  return {
    service,
    definition,
    title: say(definition.title, locale),
    summary: say(definition.summary, locale),
    promise: durationText(standard.promise, locale),
    fee: feeTextOf(definition, locale),
    requirements: requirementsOf(definition, { today, locale, areas: await areaLookup(ctx) }),
    unit,
    unitName,
    officer: await decidingOfficer(ctx, definition, unitName),
    opening: openingRows(office.calendar, locale),
    aroundTheClock: isAlwaysOpen(work.calendar),
    emergency: isUrgent(standard.promise) ? texts.contact.emergency : undefined,
    complaints: texts.complaints,
    channels: texts.complaints.channels,
    maklumat: texts.maklumat,
    successor: await successorOf(ctx, service),
  };
}

/** Promised within the hour, day and night: ambulance and fire brigade; a form must not be the first thing offered. */
function isUrgent({ amount, unit }: Duration): boolean {
  return unit === 'clock-hours' && amount < 1;
}

/** The unit's name, or for a kind of unit how it is chosen. */
export function unitNameOf(service: PublishedService, unit: Unit | undefined, locale: Locale): string {
  if (unit) return say(unit.label, locale);
  const { kind } = service.version.definition.unit;
  return kind ? messagesFor(locale).unitKinds[kind] : (service.unitCode ?? '');
}

/** The role that signs, or else the one that decides last: who answers for the result (component "pelaksana"). */
async function decidingOfficer(ctx: Context, definition: ServiceDefinition, unitName: string) {
  const { actions, roles } = definition.workflow;
  const decisive = (['sign', 'finish', 'refuse', 'complete'] as const)
    .flatMap((kind) => actions.filter((action) => action.kind === kind))
    .flatMap((action) => action.by)
    .find((role) => Object.hasOwn(roles, role));
  const first = definition.workflow.states[definition.workflow.start]?.waitsFor ?? ''; // where the system sends what people decided
  const id = definition.letter?.signer ?? decisive ?? (Object.hasOwn(roles, first) ? first : undefined);
  const role = id === undefined ? undefined : roles[id];
  const elsewhere = role && !['own', 'parent', 'offered'].includes(role.unit) ? role.unit : undefined;
  const unit = elsewhere === undefined ? undefined : await findUnitByCode(ctx, elsewhere);
  return { role: role ? say(role.title, ctx.locale) : '', unitName: unit ? say(unit.label, ctx.locale) : unitName };
}

async function successorOf(ctx: Context, { closing }: PublishedService): Promise<ServiceSheet['successor']> {
  if (closing?.successor === undefined) return undefined;
  const successor = (await currentCatalogue(ctx)).bySlug.get(closing.successor);
  return successor && { slug: successor.slug, title: say(successor.version.definition.title, ctx.locale) };
}
