import { Button, Form, Inset, type PageFrame } from '../../../ui/index.ts';
import { messagesFor } from '../messages.ts';

export interface UndoProps {
  readonly text: string; // what was done
  readonly note?: string | undefined;
  readonly undo?:
    | {
        readonly base: string;
        readonly step: 'tarik' | 'tarik-satu';
        readonly unit?: string | undefined; // code, of one among several
        readonly seen: string;
        readonly requestId: string;
        readonly from?: 'papan' | undefined;
      }
    | undefined;
}

/** What was done, with the way back beside it. */
export function Done({ frame, done }: { frame: PageFrame; done: UndoProps }) {
  const { undo } = done;
  return (
    <Inset>
      <p role="status">{done.text}</p>
      {done.note && <p>{done.note}</p>}
      {undo && (
        <Form action={`${undo.base}/${undo.step}`}>
          <input type="hidden" name="requestId" value={undo.requestId} />
          <input type="hidden" name="seen" value={undo.seen} />
          {undo.unit && <input type="hidden" name="unit" value={undo.unit} />}
          {undo.from && <input type="hidden" name="dari" value={undo.from} />}
          <Button kind="secondary" icon="reply">
            {messagesFor(frame.locale).message.takeBack}
          </Button>
        </Form>
      )}
    </Inset>
  );
}
