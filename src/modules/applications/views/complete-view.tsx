import { isRecord } from '../../../definition/fields/types.ts';
import type { Field } from '../../../definition/schema.ts';
import { controlId, FieldView } from '../../../forms/field-view.tsx';
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
  type SelectGroup,
} from '../../../ui/index.ts';
import { messagesFor } from '../messages.ts';

export interface CompleteViewProps {
  readonly frame: PageFrame;
  readonly code: string;
  readonly service: string;
  readonly reason: string;
  readonly fields: readonly Field[];
  readonly documents: readonly { readonly id: string; readonly label: string; readonly accept: readonly string[] }[];
  readonly raw: unknown;
  readonly uploads: readonly { readonly id: string; readonly uploadId: string }[];
  readonly errors: readonly FieldError[];
  readonly requestId: string;
  readonly areas: readonly SelectGroup[];
}

/** Photos that an earlier try of this page brought; they are not sent again. */
export function photosOf(fields: readonly Field[], raw: unknown): { name: string; id: string }[] {
  return fields
    .filter((field) => field.type === 'file')
    .flatMap((field) => {
      const ids = isRecord(raw) ? raw[field.id] : undefined;
      return Array.isArray(ids) ? ids.map((id) => ({ name: `_foto.${field.id}`, id: String(id) })) : [];
    });
}

export function CompleteView(props: CompleteViewProps) {
  const { frame, raw, uploads } = props;
  const words = messagesFor(frame.locale).complete;
  const byName = new Map(props.errors.map((error) => [error.field, error.message] as const));
  return (
    <CitizenPage
      frame={frame}
      title={words.title}
      active="lacak"
      noBottomBar
      errors={props.errors.length > 0}
      robots="noindex"
    >
      <BackLink href={`/lacak/${props.code}`} />
      <ErrorSummary errors={props.errors.map((error) => ({ field: controlId(error.field), message: error.message }))} />
      <PageTitle title={words.title} eyebrow={props.service} lead={words.rest} />
      <Inset>
        <h2>{words.asked}</h2>
        <p>{props.reason}</p>
      </Inset>
      <Form action={`/lacak/${props.code}/lengkapi`} multipart>
        <input type="hidden" name="requestId" value={props.requestId} />
        {photosOf(props.fields, raw).map(({ name, id }) => (
          <input key={id} type="hidden" name={name} value={id} />
        ))}
        {props.fields.map((field) => (
          <FieldView
            key={field.id}
            field={field}
            raw={isRecord(raw) ? raw[field.id] : undefined}
            errors={byName}
            locale={frame.locale}
            areas={props.areas}
          />
        ))}
        {props.documents.map((document) => {
          const name = `dokumen.${document.id}`;
          const upload = uploads.find((candidate) => candidate.id === document.id);
          return (
            <div key={document.id}>
              {upload && <input type="hidden" name={`_unggahan.${document.id}`} value={upload.uploadId} />}
              <FileField
                id={controlId(name)}
                name={name}
                label={document.label}
                hint={words.replace}
                error={byName.get(name)}
                accept={document.accept}
                camera
                uploaded={upload ? [{ id: upload.uploadId, fileName: document.label }] : []}
              />
            </div>
          );
        })}
        <Button icon="forward">{words.send}</Button>
      </Form>
    </CitizenPage>
  );
}
