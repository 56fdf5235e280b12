import type { ShownDerivation } from '../../../definition/derive/shown.ts';
import type { FeeLines } from '../../../definition/fees/fee-lines.ts';
import type { FieldError } from '../../../lib/errors.ts';
import {
  type AnswerSection,
  BackLink,
  Button,
  CheckAnswers,
  CitizenPage,
  DeclarationField,
  DefinitionRows,
  ErrorSummary,
  Form,
  Inset,
  type PageFrame,
  PageTitle,
} from '../../../ui/index.ts';
import { messagesFor } from '../messages.ts';
import { FeeNote } from './fee-note.tsx';

export interface CheckViewProps {
  readonly frame: PageFrame;
  readonly service: string;
  readonly action: string;
  readonly back: string;
  readonly sections: readonly AnswerSection[];
  readonly spared: number; // papers a register made unnecessary
  readonly filled: { readonly from: string; readonly count: number } | undefined;
  readonly declarations: readonly string[];
  readonly ticked: readonly string[];
  readonly fee: FeeLines;
  readonly derived: readonly ShownDerivation[];
  readonly answer: boolean; // until `due` the first answer, not the end of the matter
  readonly due: string | undefined; // "Selasa, 24 November 2026 pukul 15.00 WITA"
  readonly errors: readonly FieldError[];
}

export function CheckView(props: CheckViewProps) {
  const { frame, errors } = props;
  const words = messagesFor(frame.locale).journey;
  return (
    <CitizenPage
      frame={frame}
      title={words.checkTitle}
      active="layanan"
      noBottomBar
      errors={errors.length > 0}
      robots="noindex"
    >
      <BackLink href={props.back} />
      <ErrorSummary errors={errors.map(({ field, message }) => ({ field, message }))} />
      <PageTitle title={words.checkTitle} eyebrow={props.service} lead={words.checkLead} />
      {(props.spared > 0 || props.filled) && (
        <Inset>
          {props.spared > 0 && <p>{words.spared(props.spared)}</p>}
          {props.filled && <p>{words.filledCount(props.filled.count, props.filled.from)}</p>}
        </Inset>
      )}
      <CheckAnswers sections={props.sections} />
      {props.derived.length > 0 && (
        <DefinitionRows
          rows={props.derived.map(({ label, value, source }) => ({ label, value: `${value} (${source})` }))}
        />
      )}
      <FeeNote fee={props.fee} />
      <Form action={props.action}>
        {props.declarations.length > 0 && <h2>{words.declare}</h2>}
        {props.declarations.map((text, index) => (
          <DeclarationField
            key={text}
            id={`pernyataan-${index}`}
            name={`pernyataan-${index}`}
            label={text}
            checked={props.ticked.includes(`pernyataan-${index}`)}
            error={errors.find((error) => error.field === `pernyataan-${index}`)?.message}
          />
        ))}
        {props.due && (
          <Inset>
            <p>{props.answer ? words.afterSendAnswer(props.due) : words.afterSend(props.due)}</p>
          </Inset>
        )}
        <Button icon="forward">{words.send}</Button>
      </Form>
    </CitizenPage>
  );
}
