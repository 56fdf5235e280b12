// Every time limit of a case and what happens when it runs out.
import type { Callable } from '../../../definition/called.ts';
import { formatDateTime } from '../../../lib/dates/format.ts';
import { DefinitionRows, Details, type PageFrame } from '../../../ui/index.ts';
import { messagesFor } from '../messages.ts';
import type { RunningClock } from '../service/promise.ts';

interface ClocksViewProps {
  readonly frame: PageFrame;
  readonly about: Callable;
  readonly clocks: readonly RunningClock[];
}

export function ClocksView({ frame, about, clocks }: ClocksViewProps) {
  const words = messagesFor(frame.locale, about).track;
  const names: Readonly<Record<string, string>> = words.clockNames;
  const open = clocks.filter((clock) => !clock.stopped);
  if (open.length === 0) return null;
  return (
    <Details summary={words.clocks}>
      <DefinitionRows
        rows={open.map((clock) => ({
          label: clock.title ?? names[clock.id] ?? clock.id,
          value: `${standingOf(frame, about, clock)} ${words.onExpiry[clock.onExpiry]}`,
        }))}
      />
    </Details>
  );
}

function standingOf(
  frame: PageFrame,
  about: ClocksViewProps['about'],
  { dueAt, paused, remaining }: RunningClock,
): string {
  const words = messagesFor(frame.locale, about).track;
  if (dueAt === null) return `${words.clockNotStarted}.`;
  if (paused) return words.clockPaused(remaining);
  return words.clockUntil(formatDateTime(dueAt, { timezone: frame.region.timezone, locale: frame.locale }), remaining);
}
