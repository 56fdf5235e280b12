// The whole history for the office: who did what, what was written, what the applicant read.
import type { Env } from '../../../definition/fields/types.ts';
import { itemsOf } from '../../../definition/interview/summarise.ts';
import { registerOf } from '../../../definition/registers/registers.ts';
import type { ServiceDefinition } from '../../../definition/schema.ts';
import { type Locale, say } from '../../../lib/locale.ts';
import { formatRupiah } from '../../../lib/money/money.ts';
import type { Context } from '../../../platform/context.ts';
import type { AccessEntry, ThreadMessage } from '../../../ui/index.ts';
import {
  actionMessage,
  type CaseEvent,
  documentNames,
  eventNotes,
  type NoticeKind,
  type OpenedCase,
  readingText,
  wordingOf,
} from '../../cases/index.ts';
import { getOfficers, type Person } from '../../identity/index.ts';
import { getUnit } from '../../organisation/index.ts';
import { messagesFor } from '../messages.ts';
import { momentOf, shortMomentOf } from './env.ts';

export interface StoryEntry {
  readonly key: string;
  readonly time: string;
  readonly who: string;
  readonly what: string;
  readonly channel: string;
  readonly proof: string;
  readonly lines: readonly string[];
}
export interface Story {
  readonly entries: readonly StoryEntry[]; // newest first
  readonly messages: readonly ThreadMessage[]; // oldest first
  readonly readings: readonly AccessEntry[];
  readonly lastNote: readonly string[]; // what the office wrote at the latest step
}

interface Telling {
  readonly ctx: Context;
  readonly opened: OpenedCase;
  readonly env: Env;
  readonly people: ReadonlyMap<string, Person>;
}

function stepOf(definition: ServiceDefinition, name: string) {
  const { actions, tasks } = definition.workflow;
  return tasks.find((task) => task.id === name) ?? actions.find((action) => action.do === name);
}

function whatText(telling: Telling, event: CaseEvent): string {
  const { ctx, opened } = telling;
  const words = messagesFor(ctx.locale).case.events;
  const labelOf = (name: string): string => {
    const step = stepOf(opened.definition, name);
    return step ? say(step.label, ctx.locale) : name;
  };
  switch (event.kind) {
    case 'submitted':
      return words.submitted;
    case 'acted':
      return labelOf(event.data.action);
    case 'task-closed':
      return labelOf(event.data.task);
    case 'claimed':
      return words.claimed;
    case 'released':
      return words.released;
    case 'message':
      return event.data.from === 'applicant' ? words.fromApplicant : words.fromOffice;
    case 'letter-ready':
      return words.letterReady(event.data.number);
    case 'lapsed':
      return words.lapsed;
    case 'reminded':
      return words.reminded(event.data.daysLeft);
    default:
      return noticeText(telling, event);
  }
}

type Notice = Extract<CaseEvent, { kind: NoticeKind }>;

/** What moved no state: papers, registers, money, lateness, other rules. */
function noticeText({ ctx, opened }: Telling, event: Notice): string {
  const words = messagesFor(ctx.locale).case.events;
  switch (event.kind) {
    case 'documents-added':
      return words.documentsAdded(documentNames(opened.definition, event.data.added, ctx.locale));
    case 'register-answered':
      return words.registerAnswered(
        holderOf(event.data.register, ctx.locale),
        words.registerOutcomes[event.data.outcome],
      );
    case 'bill-made':
      return words.billMade(formatRupiah(event.data.amount));
    case 'bill-paid':
      return words.billPaid(event.data.reference);
    case 'warned':
      return words.warned(aboutText(opened.definition, event.data.about, ctx.locale), event.data.percent);
    case 'escalated':
      return words.escalated(aboutText(opened.definition, event.data.about, ctx.locale), event.data.level);
    case 'noted':
      return event.data.reminds ? words.reminder(event.data.text) : words.note(event.data.text);
    case 'calendar-changed':
      return words.calendarChanged(event.data.reason);
    case 'rebased':
      return words.rebased(event.data.reason);
  }
}

function holderOf(name: string, locale: Locale): string {
  const register = registerOf(name);
  return register ? say(register.holder, locale) : name;
}

function aboutText(definition: ServiceDefinition, about: string, locale: Locale): string {
  const task = definition.workflow.tasks.find(({ id }) => id === about);
  const state = definition.workflow.states[about];
  return task ? say(task.label, locale) : state ? say(state.label, locale) : about;
}

/** What was written with a step, each "label: value". */
function recordedLines({ opened, env }: Telling, event: CaseEvent): string[] {
  const recorded = event.kind === 'acted' || event.kind === 'task-closed' ? event.data.recorded : {};
  const name = event.kind === 'acted' ? event.data.action : event.kind === 'task-closed' ? event.data.task : '';
  const step = stepOf(opened.definition, name);
  return step ? itemsOf(step.form, recorded, env).map(({ label, value }) => `${label}: ${value}`) : [];
}

function givenLines({ ctx, opened }: Telling, event: CaseEvent): string[] {
  if (event.kind !== 'acted') return [];
  const words = messagesFor(ctx.locale).case.events;
  const { correction, refusal, action: name } = event.data;
  const { definition } = opened;
  const action = definition.workflow.actions.find((candidate) => candidate.do === name);
  const given = correction ?? refusal;
  const option = action?.reasons?.find((candidate) => candidate.value === given?.reason);
  const reason = [option ? say(option.label, ctx.locale) : given?.reason, given?.note].filter(Boolean).join('. ');
  const questions = definition.form.flatMap((page) => page.fields);
  const asked = [
    ...questions.filter((field) => correction?.fields.includes(field.id)),
    ...definition.documents.filter((document) => correction?.documents.includes(document.id)),
  ].map((thing) => say(thing.label, ctx.locale));
  return [...(asked.length > 0 ? [words.asked(asked.join(', '))] : []), ...(reason ? [words.reason(reason)] : [])];
}

/** Work outside the office: when he says he was there. The time of the entry is when it reached us. */
function visitLines({ ctx }: Telling, event: CaseEvent): string[] {
  if (event.kind !== 'task-closed' || event.data.visitedAt === undefined) return [];
  return [messagesFor(ctx.locale).case.events.visited(momentOf(ctx, event.data.visitedAt))];
}

async function whoText({ ctx, opened, people }: Telling, event: CaseEvent): Promise<string> {
  const words = messagesFor(ctx.locale).case.events;
  const { actor } = event;
  if (actor.kind !== 'officer') return words[actor.kind];
  const role = actor.role ? opened.definition.workflow.roles[actor.role] : undefined;
  const unit = actor.unitId ? await getUnit(ctx, actor.unitId) : undefined;
  const acting = actor.delegation;
  const place = acting && words.inPlace(words.acting[acting.kind], acting.post, acting.instrument.number);
  return [people.get(actor.id ?? '')?.name, place ?? (role && say(role.title, ctx.locale)), unit?.short]
    .filter(Boolean)
    .join(', ');
}

async function entryOf(telling: Telling, event: CaseEvent): Promise<StoryEntry> {
  const { ctx, opened } = telling;
  const words = messagesFor(ctx.locale).case;
  const action = event.kind === 'acted' ? stepOf(opened.definition, event.data.action) : undefined;
  const read =
    event.kind === 'acted' && action && 'message' in action && action.message
      ? actionMessage(opened.definition, event.data, wordingOf(ctx, opened.target))
      : undefined;
  return {
    key: String(event.seq),
    time: shortMomentOf(ctx, event.at),
    who: await whoText(telling, event),
    what: whatText(telling, event),
    channel: words.channels[event.channel],
    proof: event.hash.slice(0, 8),
    lines: [
      ...eventNotes(opened.definition, event, ctx.locale),
      ...givenLines(telling, event),
      ...visitLines(telling, event),
      ...recordedLines(telling, event),
      ...(read ? [words.events.read(read)] : []),
    ],
  };
}

function messagesOf({ ctx, opened, people }: Telling): ThreadMessage[] {
  return opened.events.flatMap((event) => {
    if (event.kind !== 'message') return [];
    const author = event.actor.id ? people.get(event.actor.id)?.name : undefined;
    return [
      {
        id: String(event.seq),
        from: event.data.from === 'applicant' ? ('citizen' as const) : ('staff' as const),
        time: momentOf(ctx, event.at),
        text: event.data.text,
        ...(author ? { author } : {}),
      },
    ];
  });
}

function readingsOf({ ctx, opened, people }: Telling): AccessEntry[] {
  return opened.readings.map((reading) => {
    const { who, what, reason } = readingText(opened.definition, reading, ctx.locale);
    const name = people.get(reading.officerId ?? '')?.name;
    return { who: [name, who].filter(Boolean).join(', '), what, reason, when: momentOf(ctx, reading.at) };
  });
}

/** What officers wrote since the case came to this desk: of parallel work every part, of a step the one before. */
function latestNotes(telling: Telling): string[] {
  const lines: string[] = [];
  for (const event of [...telling.opened.events].reverse()) {
    if (event.kind !== 'acted' && event.kind !== 'task-closed') continue;
    lines.unshift(...recordedLines(telling, event));
    if (event.kind === 'acted' && event.actor.kind !== 'system') break;
  }
  return lines;
}

export async function storyOf(ctx: Context, opened: OpenedCase, env: Env): Promise<Story> {
  const named = [
    ...opened.events.flatMap((event) => event.actor.id ?? []),
    ...opened.readings.flatMap((reading) => reading.officerId ?? []),
  ];
  const telling: Telling = { ctx, opened, env, people: await getOfficers(ctx, named) };
  const entries = await Promise.all(opened.events.map((event) => entryOf(telling, event)));
  return {
    entries: entries.reverse(),
    messages: messagesOf(telling),
    readings: readingsOf(telling),
    lastNote: latestNotes(telling),
  };
}
