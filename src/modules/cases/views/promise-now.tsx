// Until when the case is promised, or how it ended.
import { stateOf } from '../../../definition/workflow/position.ts';
import { say } from '../../../lib/locale.ts';
import { LateMark, type PageFrame, PromiseBox, StatusTag } from '../../../ui/index.ts';
import { messagesFor } from '../messages.ts';
import type { TrackedCase } from '../service/track.ts';
import { type TrackViewProps, timeOn } from './track-props.ts';

export function PromiseNow({ frame, tracked }: Pick<TrackViewProps, 'frame' | 'tracked'>) {
  const words = messagesFor(frame.locale, tracked.definition).track;
  const { target, promise } = tracked;
  const { state } = target;
  const late = promise?.breached && !state.closedAt;
  return (
    <PromiseBox
      headline={headlineOf(frame, tracked)}
      label={state.closedAt ? words.resultTitle : promise?.answer ? words.answerPromise : words.promise}
      mark={
        <>
          <StatusTag status={state.status} />
          {late && <LateMark text={promise.remaining} />}
        </>
      }
      note={
        state.closedAt
          ? [timeOn(frame, state.closedAt), tracked.decision].filter(Boolean).join('. ')
          : promise?.paused
            ? words.paused
            : late
              ? words.lateText
              : undefined
      }
    />
  );
}

/** A closed case says how it ended, a paused one what it waits for, a running one until when. */
function headlineOf(frame: PageFrame, { target, definition, promise }: TrackedCase): string {
  const words = messagesFor(frame.locale, definition).track;
  if (target.state.closedAt) return say(stateOf(definition, target.state.state).label, frame.locale);
  if (promise?.paused) return words.pausedHeadline;
  if (!promise?.dueAt) return words.noDue;
  const due = timeOn(frame, promise.dueAt);
  return promise.answer ? words.firstAnswerDue(due) : words.due(due);
}
