// What may follow, one place to put each paper, and what the missing ones hold up.
import { controlId } from '../../../forms/field-view.tsx';
import type { FieldError } from '../../../lib/errors.ts';
import {
  BackLink,
  Button,
  CitizenPage,
  ErrorSummary,
  FileField,
  Form,
  Inset,
  type PageFrame,
  PageTitle,
} from '../../../ui/index.ts';
import { messagesFor } from '../messages.ts';

export interface LateDocumentsViewProps {
  readonly frame: PageFrame;
  readonly code: string;
  readonly service: string;
  readonly clock: string;
  readonly documents: readonly {
    readonly id: string;
    readonly label: string;
    readonly hint: string;
    readonly accept: readonly string[];
  }[];
  readonly uploads: readonly { readonly id: string; readonly uploadId: string }[];
  readonly errors: readonly FieldError[];
  readonly requestId: string;
}

function Paper({
  props,
  document,
}: {
  props: LateDocumentsViewProps;
  document: LateDocumentsViewProps['documents'][number];
}) {
  const name = `dokumen.${document.id}`;
  const sent = props.uploads.filter((upload) => upload.id === document.id);
  return (
    <div>
      {sent.map(({ uploadId }) => (
        <input key={uploadId} type="hidden" name={`_unggahan.${document.id}`} value={uploadId} />
      ))}
      <FileField
        id={controlId(name)}
        name={name}
        label={document.label}
        hint={document.hint}
        error={props.errors.find((error) => error.field === name)?.message}
        accept={document.accept}
        camera
        uploaded={sent.map(({ uploadId }) => ({ id: uploadId, fileName: document.label }))}
      />
    </div>
  );
}

export function LateDocumentsView(props: LateDocumentsViewProps) {
  const { frame, code, errors } = props;
  const words = messagesFor(frame.locale).late;
  return (
    <CitizenPage
      frame={frame}
      title={words.title}
      active="lacak"
      noBottomBar
      errors={errors.length > 0}
      robots="noindex"
    >
      <BackLink href={`/lacak/${code}`} />
      <ErrorSummary errors={errors.map((error) => ({ field: controlId(error.field), message: error.message }))} />
      <PageTitle title={words.title} eyebrow={props.service} lead={words.lead} />
      {props.clock !== '' && (
        <Inset>
          <p>{props.clock}</p>
        </Inset>
      )}
      <Form action={`/lacak/${code}/dokumen`} multipart>
        <input type="hidden" name="requestId" value={props.requestId} />
        {props.documents.map((document) => (
          <Paper key={document.id} props={props} document={document} />
        ))}
        <Button icon="forward">{words.send}</Button>
      </Form>
    </CitizenPage>
  );
}
