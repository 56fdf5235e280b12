// The history of a case as its owner reads it: sentences, no internal words, no officer's name.
import { registerOf } from '../../../definition/registers/registers.ts';
import type { ServiceDefinition } from '../../../definition/schema.ts';
import { formatDateTime } from '../../../lib/dates/format.ts';
import { type Locale, say } from '../../../lib/locale.ts';
import { formatRupiah } from '../../../lib/money/money.ts';
import { messagesFor } from '../messages.ts';
import type { EventData, HistoryEvent, NoticeKind } from '../types.ts';
import { actionMessage, type Wording } from './action-message.ts';
import { eventNotes, taskLabel } from './event-notes.ts';

export interface TimelineEntry {
  readonly at: string;
  readonly text: string;
  readonly by: string;
  readonly kind: HistoryEvent['kind'];
  readonly detail?: string | undefined;
}

function entryText(definition: ServiceDefinition, event: HistoryEvent, wording: Wording): string | undefined {
  const { locale } = wording;
  const words = messagesFor(locale, definition).timeline;
  switch (event.kind) {
    case 'submitted':
      return words.submitted;
    case 'acted':
      return withNotes(actionMessage(definition, event.data, wording), eventNotes(definition, event, locale));
    case 'task-closed': {
      const [silent] = eventNotes(definition, event, locale);
      return silent ?? words.taskDone(taskLabel(definition, event.data.task, locale));
    }
    case 'letter-ready':
      return words.letterReady(event.data.number);
    case 'lapsed':
      return withNotes(words.lapsed, eventNotes(definition, event, locale));
    case 'reminded':
      return words.reminded(event.data.daysLeft);
    case 'message':
      return event.data.from === 'applicant' ? words.messageFromApplicant : words.messageFromOffice;
    case 'claimed':
    case 'released':
      return undefined; // the office's own affair
    default:
      return noticeText(definition, event, wording);
  }
}

function withNotes(text: string | undefined, notes: readonly string[]): string | undefined {
  if (text === undefined || notes.length === 0) return text;
  return [/[.!?]$/.test(text) ? text : `${text}.`, ...notes].join(' ');
}

function noticeText(
  definition: ServiceDefinition,
  event: Extract<HistoryEvent, { kind: NoticeKind }>,
  wording: Wording,
): string | undefined {
  const { locale } = wording;
  const words = messagesFor(locale, definition).timeline;
  switch (event.kind) {
    case 'documents-added':
      return words.documentsAdded(documentNames(definition, event.data.added, locale));
    case 'register-answered':
      return event.data.outcome === 'unavailable'
        ? words.registerUnavailable(holderOf(event.data.register, locale))
        : words.registerAnswered(holderOf(event.data.register, locale));
    case 'bill-made':
      return words.billMade(formatRupiah(event.data.amount));
    case 'bill-paid':
      return words.billPaid;
    case 'escalated':
      return event.data.reason === 'late' ? words.escalatedLate : undefined;
    case 'calendar-changed':
      return calendarText(event.data, wording);
    case 'rebased':
      return words.rebased;
    case 'warned':
    case 'noted':
      return undefined; // the office's own affair
  }
}

/** Told only where a date moved: a case that merely follows the new calendar is no news. */
function calendarText(
  { reason, clocks, tasks, lapseAt }: EventData['calendar-changed'],
  { locale, timezone }: Wording,
): string | undefined {
  const moved = clocks.filter((clock) => clock.dueAt !== clock.before);
  if (moved.length === 0 && tasks.length === 0 && lapseAt === undefined) return undefined;
  const promise = moved.find(({ id }) => id === 'promise') ?? moved[0];
  const text = (at: string | null | undefined) => (at ? formatDateTime(new Date(at), { timezone, locale }) : '');
  return messagesFor(locale).timeline.calendarChanged(reason, text(promise?.before), text(promise?.dueAt));
}

function holderOf(name: string, locale: Locale): string {
  const register = registerOf(name);
  return register ? say(register.holder, locale) : name;
}

/** The papers' names as people know them. */
export function documentNames(definition: ServiceDefinition, ids: readonly string[], locale: Locale): string {
  const nameOf = (id: string) => definition.documents.find((document) => document.id === id)?.label;
  return ids
    .map((id) => {
      const label = nameOf(id);
      return label ? say(label, locale) : id;
    })
    .join(', ');
}

function byText(definition: ServiceDefinition, event: HistoryEvent, locale: Locale): string {
  const words = messagesFor(locale, definition).timeline;
  if (event.actor.kind !== 'officer') return words[event.actor.kind];
  const role = event.actor.role ? definition.workflow.roles[event.actor.role] : undefined;
  return role ? say(role.title, locale) : words.system;
}

/** Oldest first. */
export function timelineOf(
  definition: ServiceDefinition,
  events: readonly HistoryEvent[],
  wording: Wording,
): TimelineEntry[] {
  return events.flatMap((event) => {
    const text = entryText(definition, event, wording);
    if (text === undefined) return [];
    const detail = event.kind === 'message' ? event.data.text : undefined;
    return [
      {
        at: event.at,
        text,
        by: byText(definition, event, wording.locale),
        kind: event.kind,
        ...(detail ? { detail } : {}),
      },
    ];
  });
}
