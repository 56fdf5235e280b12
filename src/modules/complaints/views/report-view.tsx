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

export interface ReportViewProps {
  readonly frame: PageFrame;
  readonly fields: readonly Field[];
  readonly areas: readonly SelectGroup[];
  readonly raw: unknown;
  readonly errors: readonly FieldError[];
  readonly requestId: string;
  readonly asset?: { readonly code: string; readonly name: string } | undefined; // whose label was scanned
}

export function ReportView({ frame, fields, areas, raw, errors, requestId, asset }: ReportViewProps) {
  const words = messagesFor(frame.locale).report;
  const byName = new Map(errors.map((error) => [error.field, error.message] as const));
  const photos = isRecord(raw) && Array.isArray(raw['foto']) ? raw['foto'].map(String) : [];
  return (
    <CitizenPage frame={frame} title={words.title} active="lapor" noBottomBar errors={errors.length > 0}>
      <ErrorSummary errors={errors.map((error) => ({ field: controlId(error.field), message: error.message }))} />
      <PageTitle title={words.title} lead={words.lead} />
      <Inset>
        <p>
          {words.danger} <a href="tel:112">112</a>
        </p>
      </Inset>
      {asset && (
        <p>
          {words.about} {asset.name} ({asset.code}).
        </p>
      )}
      <Form action="/lapor" multipart>
        <input type="hidden" name="requestId" value={requestId} />
        {asset && <input type="hidden" name="aset" value={asset.code} />}
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
        <Button icon="forward">{words.send}</Button>
      </Form>
    </CitizenPage>
  );
}
