import type { DocumentAsk } from '../../../definition/interview/documents.ts';
import { Button, FileField, Inset, type UploadedItem } from '../../../ui/index.ts';
import { messagesFor } from '../messages.ts';
import { StepShell, type StepShellProps } from './step-shell.tsx';

export interface DocumentViewProps extends Omit<StepShellProps, 'children' | 'title'> {
  readonly document: DocumentAsk;
  readonly uploaded: readonly UploadedItem[];
  readonly backToCheck: boolean;
  readonly spared: readonly string[]; // sentences about papers nobody need bring
  readonly softened: boolean; // the register that would make it unnecessary does not answer
}

/** One paper: photo or file. */
export function DocumentView(props: DocumentViewProps) {
  const { document, frame, uploaded } = props;
  const words = messagesFor(frame.locale).journey;
  const kinds = document.accept.map((kind) => kind.toUpperCase()).join(', ');
  const hint = [document.note, props.softened ? words.softened : '', words.documentHint(kinds)]
    .filter(Boolean)
    .join(' ');
  const error = props.errors.find((candidate) => candidate.field === document.id)?.message;
  const full = uploaded.length >= document.max;
  return (
    <StepShell {...props} title={document.label} multipart>
      {props.spared.length > 0 && (
        <Inset>
          <p>{words.spared(props.spared.length)}</p>
          <ul>
            {props.spared.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </Inset>
      )}
      {props.backToCheck && <input type="hidden" name="_from" value="periksa" />}
      <FileField
        id={document.id}
        name="berkas"
        label={document.label}
        hint={hint}
        error={error}
        accept={document.accept}
        camera
        heading
        multiple={document.max > 1}
        required={document.required === 'hard'}
        uploaded={uploaded}
      />
      {document.required === 'soft' && !full && uploaded.length === 0 && (
        <p>
          <Button kind="quiet" name="_skip" value="true">
            {words.later}
          </Button>
        </p>
      )}
    </StepShell>
  );
}
