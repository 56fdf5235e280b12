// A page of questions, or the one eligibility question.

import { isRecord } from '../../../definition/fields/types.ts';
import type { Field, LocalText } from '../../../definition/schema.ts';
import { FieldView } from '../../../forms/field-view.tsx';
import { say } from '../../../lib/locale.ts';
import { Button, DefinitionRows, Inset, type SelectGroup } from '../../../ui/index.ts';
import { messagesFor } from '../messages.ts';
import { StepShell, type StepShellProps } from './step-shell.tsx';

export interface FieldsViewProps extends Omit<StepShellProps, 'children' | 'title'> {
  readonly heading: LocalText;
  readonly hint?: LocalText | undefined;
  readonly fields: readonly Field[];
  readonly raw: unknown;
  readonly areas: readonly SelectGroup[];
  readonly backToCheck: boolean;
  readonly locked?: readonly { readonly id: string; readonly label: string; readonly value: string }[];
  readonly filledFrom?: string | undefined; // the case some of these answers were taken from
}

export function FieldsView(props: FieldsViewProps) {
  const { frame, fields, raw, errors, areas, heading, hint } = props;
  const { locale } = frame;
  const { locked = [] } = props;
  const open = fields.filter((field) => !locked.some(({ id }) => id === field.id));
  const byName = new Map(errors.map((error) => [error.field, error.message] as const));
  const alone = fields.filter((field) => field.type !== 'info').length === 1 && fields.length === 1;
  return (
    <StepShell {...props} title={say(heading, locale)} multipart={fields.some((field) => field.type === 'file')}>
      {!alone && <h1>{say(heading, locale)}</h1>}
      {hint && <p class="lead">{say(hint, locale)}</p>}
      {props.backToCheck && <input type="hidden" name="_from" value="periksa" />}
      {props.filledFrom && (
        <Inset>
          <p>{messagesFor(locale).journey.filledPage(props.filledFrom)}</p>
        </Inset>
      )}
      {locked.length > 0 && (
        <Inset>
          <DefinitionRows rows={locked} />
          <p>{messagesFor(locale).journey.locked}</p>
          <Button kind="quiet" name="_release" value="population">
            {messagesFor(locale).journey.release}
          </Button>
        </Inset>
      )}
      {open.map((field) => (
        <FieldView
          key={field.id}
          field={field}
          raw={isRecord(raw) ? raw[field.id] : undefined}
          errors={byName}
          locale={locale}
          areas={areas}
          heading={alone}
        />
      ))}
    </StepShell>
  );
}
