import { isRecord } from '../../../definition/fields/types.ts';
import type { Action } from '../../../definition/schema.ts';
import { controlId, FieldView } from '../../../forms/field-view.tsx';
import type { FieldError } from '../../../lib/errors.ts';
import { say } from '../../../lib/locale.ts';
import {
  BackLink,
  Button,
  CitizenPage,
  ErrorSummary,
  Form,
  type PageFrame,
  PageTitle,
  type SelectGroup,
} from '../../../ui/index.ts';
import { photosOf } from './complete-view.tsx';

export interface AnswerViewProps {
  readonly frame: PageFrame;
  readonly code: string;
  readonly service: string;
  readonly action: Action;
  readonly raw: unknown;
  readonly errors: readonly FieldError[];
  readonly requestId: string;
  readonly areas: readonly SelectGroup[];
}

/** The button says what happens: it carries the label of the step. */
export function AnswerView({ frame, code, service, action, raw, errors, requestId, areas }: AnswerViewProps) {
  const title = say(action.label, frame.locale);
  const byName = new Map(errors.map((error) => [error.field, error.message] as const));
  return (
    <CitizenPage frame={frame} title={title} active="lacak" noBottomBar errors={errors.length > 0} robots="noindex">
      <BackLink href={`/lacak/${code}`} />
      <ErrorSummary errors={errors.map((error) => ({ field: controlId(error.field), message: error.message }))} />
      <PageTitle title={title} eyebrow={service} />
      <Form action={`/lacak/${code}/langkah/${action.do}`} multipart>
        <input type="hidden" name="requestId" value={requestId} />
        {photosOf(action.form, raw).map(({ name, id }) => (
          <input key={id} type="hidden" name={name} value={id} />
        ))}
        {action.form.map((field) => (
          <FieldView
            key={field.id}
            field={field}
            raw={isRecord(raw) ? raw[field.id] : undefined}
            errors={byName}
            locale={frame.locale}
            areas={areas}
          />
        ))}
        <Button icon="forward">{title}</Button>
      </Form>
    </CitizenPage>
  );
}
