// What an event says besides its own sentence: who decided when it was not a person, which voices were not heard and why.
import type { ServiceDefinition } from '../../../definition/schema.ts';
import { type Locale, say } from '../../../lib/locale.ts';
import { messagesFor } from '../messages.ts';
import type { CaseState, HistoryEvent, Transition } from '../types.ts';

export function taskLabel(definition: ServiceDefinition, name: string, locale: Locale): string {
  const task = definition.workflow.tasks.find((candidate) => candidate.id === name);
  return task ? say(task.label, locale) : name;
}

/** Whole sentences, for applicant and office alike; none for most events. */
export function eventNotes(definition: ServiceDefinition, event: HistoryEvent, locale: Locale): string[] {
  const words = messagesFor(locale).timeline;
  if (event.kind === 'task-closed' && event.data.silence !== undefined) {
    const name = taskLabel(definition, event.data.task, locale);
    return [event.data.silence === 'agree' ? words.silentAgree(name) : words.silentRefuse(name)];
  }
  if (event.kind === 'lapsed') return droppedNotes(definition, event.data.transition, locale);
  if (event.kind !== 'acted') return [];
  const { decision, kind, transition } = event.data;
  return [
    ...(decision === 'deemed' || decision === 'system' ? [words.decided[decision]] : []),
    // Work interrupted by a correction is asked again when the case comes back.
    ...(kind === 'correct' ? [] : droppedNotes(definition, transition, locale)),
  ];
}

function droppedNotes(definition: ServiceDefinition, { notNeeded, round }: Transition, locale: Locale): string[] {
  const words = messagesFor(locale).timeline;
  const names = (tasks: readonly string[]) => tasks.map((task) => taskLabel(definition, task, locale)).join(', ');
  const dropped = (notNeeded ?? []).map(({ task }) => task);
  const skipped = round?.skipped ?? [];
  return [
    ...(dropped.length > 0 ? [words.notNeeded(names(dropped))] : []),
    ...(skipped.length > 0 ? [words.skipped(names(skipped))] : []),
  ];
}

/** Who decided a closed case, where it was not people. */
export function decisionNote({ decision, closedAt }: CaseState, locale: Locale): string | undefined {
  if (closedAt === undefined || decision === undefined || decision.kind === 'manual') return undefined;
  return messagesFor(locale).timeline.decided[decision.kind];
}
