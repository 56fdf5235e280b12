import { type PageFrame, PageTitle } from '../../../ui/index.ts';
import type { PublishedProblem } from '../../complaints/index.ts';
import { messagesFor } from '../messages.ts';
import { NextCaller } from './next-caller.tsx';
import { CallPage, Say } from './shell.tsx';

export interface JoinedViewProps {
  readonly frame: PageFrame;
  readonly problem: PublishedProblem;
  readonly address: string;
  readonly entry: string;
  readonly callId: string | null;
}

/** The caller's problem was known: what is said instead of a number. */
export function JoinedView({ frame, problem, address, entry, callId }: JoinedViewProps) {
  const words = messagesFor(frame.locale).report;
  return (
    <CallPage frame={frame} title={words.joinedTitle} counter>
      <div class="stack" data-sent-entry={entry}>
        <PageTitle title={words.joinedTitle} eyebrow={problem.title} />
        <Say label={messagesFor(frame.locale).script.say}>{words.joinedSay(problem.supporters + problem.reports)}</Say>
        <p>
          {words.joinedPage}: <span class="num">{address}</span>
        </p>
        <NextCaller frame={frame} callId={callId} />
      </div>
    </CallPage>
  );
}
