// One question on the screen: what was just answered, what to say now, and the field to type it in.
import { spokenQuestion, spokenText } from '../../../definition/spoken/index.ts';
import { controlId, FieldView } from '../../../forms/field-view.tsx';
import { say } from '../../../lib/locale.ts';
import {
  BackLink,
  Button,
  Details,
  ErrorSummary,
  Form,
  type PageFrame,
  PageTitle,
  type SelectGroup,
  SummaryList,
  type SummaryRow,
} from '../../../ui/index.ts';
import { messagesFor } from '../messages.ts';
import type { Asked, OpenScript } from '../service/script.ts';
import { CallPage, Say } from './shell.tsx';

export interface QuestionViewProps {
  readonly frame: PageFrame;
  readonly open: OpenScript;
  readonly asked: Asked;
  readonly areas: readonly SelectGroup[];
  readonly readBack: { readonly id: string; readonly text: string } | undefined;
  readonly raw: unknown;
  readonly errors: ReadonlyMap<string, string>;
  readonly rows: readonly SummaryRow[];
}

export function ReadBack({ frame, open, readBack }: Pick<QuestionViewProps, 'frame' | 'open' | 'readBack'>) {
  const words = messagesFor(frame.locale).script;
  if (!readBack) return null;
  return (
    <>
      <Say label={words.readBack}>{readBack.text}</Say>
      <p>
        <a href={`/kerja/telepon/naskah/${open.script.id}?ke=${readBack.id}`}>{words.fix}</a>
      </p>
    </>
  );
}

export function QuestionView(props: QuestionViewProps) {
  const { frame, open, asked, areas, raw, errors, rows } = props;
  const words = messagesFor(frame.locale).script;
  const { field } = asked;
  const base = `/kerja/telepon/naskah/${open.script.id}`;
  const at = open.questions.findIndex((one) => one.field.id === field.id);
  const before = open.questions[at - 1];
  const spoken = spokenQuestion(field, open.env, 'phone');
  const title = say(open.version.definition.title, frame.locale);
  const lines = [...errors].map(([name, message]) => ({ field: controlId(name), message }));
  return (
    <CallPage frame={frame} title={title}>
      <BackLink
        href={before ? `${base}?ke=${before.field.id}` : '/kerja/telepon'}
        label={before ? words.backOne : undefined}
      />
      {lines.length > 0 && <ErrorSummary errors={lines} />}
      <PageTitle title={title} eyebrow={words.question(at + 1, open.questions.length)} />
      <p class="small num">{words.ticket(open.script.ticket)}</p>
      <ReadBack {...props} />
      <Say label={words.say}>{spoken.say}</Say>
      <Form action={base} label={spokenText(say(field.label, frame.locale), frame.locale)}>
        <input type="hidden" name="_tanya" value={field.id} />
        <FieldView field={field} raw={raw} errors={errors} locale={frame.locale} areas={areas} />
        <div class="buttons">
          <Button>{words.next}</Button>
        </div>
      </Form>
      {!field.required && (
        <Form action={base} label={words.skip}>
          <input type="hidden" name="_tanya" value={field.id} />
          <Button kind="quiet">{words.skip}</Button>
        </Form>
      )}
      {rows.length > 0 && (
        <Details summary={words.answered}>
          <SummaryList rows={rows} />
        </Details>
      )}
    </CallPage>
  );
}
