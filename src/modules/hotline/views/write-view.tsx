import { isRecord } from '../../../definition/fields/types.ts';
import type { Field } from '../../../definition/schema.ts';
import { controlId, FieldView } from '../../../forms/field-view.tsx';
import type { FieldError } from '../../../lib/errors.ts';
import {
  Button,
  CitizenPage,
  ErrorSummary,
  Form,
  Inset,
  type PageFrame,
  PageTitle,
  type SelectGroup,
} from '../../../ui/index.ts';
import { messagesFor } from '../messages.ts';

export interface QuestionsProps {
  readonly frame: PageFrame;
  readonly fields: readonly Field[];
  readonly areas: readonly SelectGroup[];
  readonly raw: unknown;
  readonly errors: readonly FieldError[];
  readonly requestId: string;
}

/** The questions of a message, the same on the public page and for whoever notes a call. */
export function Questions({ frame, fields, areas, raw, errors, requestId }: QuestionsProps) {
  const byName = new Map(errors.map((error) => [error.field, error.message] as const));
  const photos = isRecord(raw) && Array.isArray(raw['foto']) ? raw['foto'].map(String) : [];
  return (
    <>
      <input type="hidden" name="requestId" value={requestId} />
      {photos.map((id) => (
        <input key={id} type="hidden" name="_foto.foto" value={id} />
      ))}
      {fields.map((field) => (
        <FieldView
          key={field.id}
          field={field}
          raw={isRecord(raw) ? raw[field.id] : undefined}
          errors={byName}
          locale={frame.locale}
          areas={areas}
        />
      ))}
    </>
  );
}

export function summaryOf(errors: readonly FieldError[]) {
  return errors.map((error) => ({ field: controlId(error.field), message: error.message }));
}

export interface WriteViewProps extends QuestionsProps {
  readonly phone?: string | undefined;
  readonly phoneSure: boolean;
}
export function WriteView({ phone, phoneSure, ...props }: WriteViewProps) {
  const { frame, errors } = props;
  const words = messagesFor(frame.locale).write;
  return (
    <CitizenPage frame={frame} title={words.title} noBottomBar errors={errors.length > 0}>
      <ErrorSummary errors={summaryOf(errors)} />
      <PageTitle title={words.title} lead={words.lead} />
      <Inset>
        <p>
          {words.danger} <a href="tel:112">112</a>
        </p>
        {phone && (
          <p>
            {words.call}{' '}
            <a class="num" href={`tel:${phone.replaceAll('-', '')}`}>
              {phone}
            </a>
            .{!phoneSure && ` ${words.unsure}`}
          </p>
        )}
        <p class="small">{words.chat}</p>
      </Inset>
      <Form action="/wali-kota" multipart>
        <Questions {...props} />
        <p>{words.promise}</p>
        <Button icon="forward">{words.send}</Button>
      </Form>
    </CitizenPage>
  );
}
