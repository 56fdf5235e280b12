import type { ExampleProblem, TrialOutcome } from '../../../definition/trial/index.ts';
import { Button, ErrorSummary, Form, type PageFrame, StatusTag, TextEditor } from '../../../ui/index.ts';
import { type FlashCode, messagesFor } from '../messages.ts';
import { DraftShell, draftBase } from './shell.tsx';

export interface ExamplesViewProps {
  readonly frame: PageFrame;
  readonly slug: string;
  readonly title: string;
  readonly rowVersion: number;
  readonly text: string;
  readonly outcomes: readonly TrialOutcome[];
  readonly problems: readonly ExampleProblem[];
  readonly flash: FlashCode | undefined;
  readonly error?: string | undefined;
}

export function ExamplesView(props: ExamplesViewProps) {
  const { frame, slug } = props;
  const t = messagesFor(frame.locale).examples;
  return (
    <DraftShell frame={frame} slug={slug} tab="examples" title={props.title} lead={t.lead} flash={props.flash}>
      <ErrorSummary errors={props.error === undefined ? [] : [{ message: props.error }]} />
      <ExampleResults frame={frame} outcomes={props.outcomes} problems={props.problems} />
      <Form action={`${draftBase(slug)}/uji`}>
        <input type="hidden" name="rowVersion" value={String(props.rowVersion)} />
        <TextEditor
          id="kasus"
          name="examples"
          label={t.label}
          value={props.text}
          findings={props.problems.map(({ line, message }) => ({
            line,
            kind: 'error',
            code: '',
            kindLabel: t.failed,
            lineLabel: String(line),
            message,
          }))}
        />
        <Button>{t.save}</Button>
      </Form>
    </DraftShell>
  );
}

export function ExampleResults({
  frame,
  outcomes,
  problems,
}: Pick<ExamplesViewProps, 'frame' | 'outcomes' | 'problems'>) {
  const t = messagesFor(frame.locale).examples;
  if (outcomes.length + problems.length === 0) return <p>{t.none}</p>;
  return (
    <ul class="rows">
      {problems.map(({ line, message }) => (
        <li key={`${line}-${message}`}>
          <div>{t.problem(line, message)}</div>
        </li>
      ))}
      {outcomes.map(({ name, passed, differences }) => (
        <li key={name}>
          <div>
            <b>{name}</b>
            {differences.map(({ trait, expected, found }) => (
              <p key={trait} class="small">
                {t.difference(t.traits[trait], expected, found)}
              </p>
            ))}
          </div>
          <StatusTag status={passed ? 'done' : 'refused'} label={passed ? t.passed : t.failed} reader="staff" />
        </li>
      ))}
    </ul>
  );
}
