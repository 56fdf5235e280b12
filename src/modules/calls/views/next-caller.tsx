import { Button, Form, LinkButton, type PageFrame } from '../../../ui/index.ts';
import { messagesFor } from '../messages.ts';

/** Ends the call and goes back to the desk. The script puts the focus on it: Enter is the next caller. */
export function NextCaller({ frame, callId }: { readonly frame: PageFrame; readonly callId: string | null }) {
  const words = messagesFor(frame.locale).report;
  if (callId === null)
    return (
      <div class="buttons" data-module="take-focus">
        <LinkButton href="/kerja/telepon" icon="phone">
          {words.nextCaller}
        </LinkButton>
      </div>
    );
  return (
    <Form action={`/kerja/telepon/panggilan/${callId}/selesai`} label={words.nextCaller}>
      <div class="buttons" data-module="take-focus">
        <Button icon="phone">{words.nextCaller}</Button>
      </div>
    </Form>
  );
}
