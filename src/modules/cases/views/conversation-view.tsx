// Messages between the applicant and the office.
import { Button, Form, MessageThread, TextArea, type ThreadMessage } from '../../../ui/index.ts';
import { messagesFor } from '../messages.ts';
import { type TrackViewProps, timeOn } from './track-props.ts';

function threadOf({ frame, tracked }: TrackViewProps): ThreadMessage[] {
  const { applicant } = messagesFor(frame.locale, tracked.definition).timeline;
  return tracked.timeline
    .filter((entry) => entry.kind === 'message')
    .map((entry, index) => ({
      id: String(index),
      from: entry.by === applicant ? 'citizen' : 'staff',
      text: entry.detail ?? '',
      time: timeOn(frame, entry.at),
      ...(entry.by === applicant ? {} : { author: entry.by }),
    }));
}

export function ConversationView(props: TrackViewProps) {
  const { frame, code, requestId, error, draft } = props;
  const words = messagesFor(frame.locale, props.tracked.definition).track;
  const thread = threadOf(props);
  return (
    <section class="stack" id="pesan">
      <h2>{words.messages}</h2>
      {thread.length > 0 && <MessageThread messages={thread} />}
      <Form action={`/lacak/${code}/pesan`} label={words.messages}>
        <input type="hidden" name="requestId" value={requestId} />
        <TextArea
          id="text"
          name="text"
          label={words.messageLabel}
          hint={words.messageHint}
          error={error}
          value={draft}
          maxLength={2000}
        />
        <Button kind="secondary">{words.messageSend}</Button>
      </Form>
    </section>
  );
}
