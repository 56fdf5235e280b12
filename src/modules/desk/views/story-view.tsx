// Middle column: messages with the applicant, then everything that happened.
import { AccessList, AuditList, Details, MessageThread, type PageFrame, ReplyComposer } from '../../../ui/index.ts';
import { messagesFor } from '../messages.ts';
import type { Story } from '../service/story.ts';

export interface StoryViewProps {
  readonly frame: PageFrame;
  readonly number: string;
  readonly story: Story;
  readonly requestId: string;
  readonly message: { readonly text: string; readonly error: string } | undefined; // refused, as typed
}

export function StoryView({ frame, number, story, requestId, message }: StoryViewProps) {
  const words = messagesFor(frame.locale).case;
  return (
    <>
      <h2 id="pesan">{words.messages}</h2>
      <MessageThread messages={story.messages} reader="staff" />
      <ReplyComposer
        action={`/petugas/berkas/${number}/pesan`}
        name="text"
        label={words.messageLabel}
        hint={words.messageHint}
        button={words.messageSend}
        templates={words.templates}
        hidden={{ requestId }}
        value={message?.text}
        error={message?.error}
      />
      <h2>{words.story}</h2>
      <AuditList
        entries={story.entries.map(({ lines, ...entry }) => ({
          ...entry,
          details: lines.map((line) => (
            <p key={line} class="small">
              {line}
            </p>
          )),
        }))}
      />
      <Details summary={`${words.readings} (${story.readings.length})`}>
        <AccessList entries={story.readings} />
      </Details>
    </>
  );
}
