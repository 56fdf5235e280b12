// Warnings, escalation and notes among officers: shown above the case, because they say how urgent it is.
import { Button, Details, Form, Inset, type PageFrame, TextArea } from '../../../ui/index.ts';
import { messagesFor } from '../messages.ts';
import type { CaseStanding } from '../service/standing.ts';

export interface StandingViewProps extends CaseStanding {
  readonly frame: PageFrame;
  readonly number: string;
  readonly requestId: string;
  readonly refused: { readonly text: string; readonly error: string } | undefined;
}

export function StandingView(props: StandingViewProps) {
  const { frame, lines } = props;
  const words = messagesFor(frame.locale).case;
  return (
    <>
      {(lines.length > 0 || props.raisedToMe) && (
        <Inset>
          <p>
            <b>{words.standing}</b>
          </p>
          {props.raisedToMe && <p>{words.raisedToMe}</p>}
          {lines.map((line) => (
            <p key={line}>{line}</p>
          ))}
        </Inset>
      )}
      {props.canNote && (
        <Details summary={words.noteTitle} open={props.raisedToMe || props.refused !== undefined}>
          <NoteForm {...props} />
        </Details>
      )}
    </>
  );
}

function NoteForm({ frame, number, requestId, canRemind, refused }: StandingViewProps) {
  const words = messagesFor(frame.locale).case;
  return (
    <Form action={`/petugas/berkas/${number}/catatan`} label={words.noteTitle}>
      <input type="hidden" name="requestId" value={requestId} />
      <TextArea
        id="catatan-text"
        name="text"
        label={words.noteLabel}
        hint={words.noteHint}
        maxLength={2000}
        value={refused?.text}
        error={refused?.error}
      />
      <div class="buttons">
        {canRemind && (
          <Button name="ingatkan" value="1">
            {words.remind}
          </Button>
        )}
        <Button kind="secondary">{words.noteSave}</Button>
      </div>
    </Form>
  );
}
