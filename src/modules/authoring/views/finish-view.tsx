import type { TrialOutcome } from '../../../definition/trial/index.ts';
import {
  Button,
  ButtonGroup,
  Card,
  Details,
  type EditorFinding,
  ErrorSummary,
  FindingList,
  Form,
  Inset,
  type PageFrame,
  Split,
  TextArea,
  TextField,
  Warning,
} from '../../../ui/index.ts';
import { type FlashCode, messagesFor } from '../messages.ts';
import { DifferenceParts, type Differences } from './diff-view.tsx';
import { ExampleResults } from './examples-view.tsx';
import { DraftShell, draftBase } from './shell.tsx';

export interface FinishViewProps {
  readonly frame: PageFrame;
  readonly slug: string;
  readonly title: string;
  readonly rowVersion: number;
  readonly waiting: boolean;
  readonly mayWrite: boolean;
  readonly mayApprove: boolean;
  readonly ownDraft: boolean; // a publisher who worked on it
  readonly note: string;
  readonly noteBy: string;
  readonly blocked: readonly string[];
  readonly differences: Differences;
  readonly findings: readonly EditorFinding[];
  readonly counts: string;
  readonly outcomes: readonly TrialOutcome[];
  readonly flash: FlashCode | undefined;
  readonly error?: string | undefined;
  readonly typed?: string | undefined;
}

export function FinishView(props: FinishViewProps) {
  const { frame, slug } = props;
  const words = messagesFor(frame.locale);
  return (
    <DraftShell frame={frame} slug={slug} tab="finish" title={props.title} flash={props.flash}>
      <ErrorSummary errors={props.error === undefined ? [] : [{ message: props.error }]} />
      <Split aside={<Steps {...props} />}>
        {props.note !== '' && (
          <Inset>
            <p>
              <b>{words.finish.noteBy(props.noteBy)}</b>
            </p>
            <p>{props.note}</p>
          </Inset>
        )}
        <h2>{words.diff.title}</h2>
        <DifferenceParts frame={frame} differences={props.differences} />
        <h2>{words.examples.title}</h2>
        <ExampleResults frame={frame} outcomes={props.outcomes} problems={[]} />
        <h2>{words.edit.findings}</h2>
        <p class="small">{props.counts}</p>
        <FindingList findings={props.findings} empty={words.noFindings} />
      </Split>
    </DraftShell>
  );
}

function Steps(props: FinishViewProps) {
  const { frame, blocked, waiting, mayWrite } = props;
  const t = messagesFor(frame.locale).finish;
  return (
    <>
      {blocked.length > 0 && (
        <Warning>
          <p>{t.blocked}</p>
          <ul>
            {blocked.map((reason) => (
              <li key={reason}>{reason}</li>
            ))}
          </ul>
        </Warning>
      )}
      {!waiting && mayWrite && <Ask {...props} />}
      {waiting && <Decide {...props} />}
      {waiting && mayWrite && <Plain {...props} path="tarik" label={t.takeBack} />}
      {mayWrite && (
        <Details summary={t.discard}>
          <p class="small">{t.discardHint}</p>
          <Plain {...props} path="buang" label={t.discard} destructive />
        </Details>
      )}
    </>
  );
}

function RowVersion({ value }: { value: number }) {
  return <input type="hidden" name="rowVersion" value={String(value)} />;
}

function Plain(props: FinishViewProps & { path: string; label: string; destructive?: boolean }) {
  return (
    <Form action={`${draftBase(props.slug)}/${props.path}`} label={props.label}>
      <RowVersion value={props.rowVersion} />
      <Button kind={props.destructive ? 'destructive' : 'secondary'}>{props.label}</Button>
    </Form>
  );
}

function Ask({ frame, slug, rowVersion, typed }: FinishViewProps) {
  const t = messagesFor(frame.locale).finish;
  return (
    <Card>
      <h2>{t.ask}</h2>
      <p>{t.askLead}</p>
      <Form action={`${draftBase(slug)}/minta`} label={t.ask}>
        <RowVersion value={rowVersion} />
        <TextArea id="catatan" name="note" label={t.note} value={typed} rows={3} />
        <Button>{t.ask}</Button>
      </Form>
    </Card>
  );
}

function Decide({ frame, slug, rowVersion, mayApprove, ownDraft, typed }: FinishViewProps) {
  const t = messagesFor(frame.locale).finish;
  const base = draftBase(slug);
  if (!mayApprove) return <Card quiet>{ownDraft ? t.own : t.notYou}</Card>;
  return (
    <>
      <Card>
        <Form action={`${base}/setujui`} label={t.approve}>
          <RowVersion value={rowVersion} />
          <Button icon="check">{t.approve}</Button>
        </Form>
      </Card>
      <Details summary={t.plan}>
        <Form action={`${base}/setujui`} label={t.plan}>
          <RowVersion value={rowVersion} />
          <p class="small">{t.planHint(frame.region.zoneLabel)}</p>
          <TextField id="tanggal" name="date" label={t.planDate} width="10" />
          <TextField id="jam" name="time" label={t.planTime} width="4" value="00.00" />
          <ButtonGroup>
            <Button name="plan" value="ya">
              {t.plan}
            </Button>
          </ButtonGroup>
        </Form>
      </Details>
      <Details summary={t.back}>
        <Form action={`${base}/kembalikan`} label={t.back}>
          <RowVersion value={rowVersion} />
          <TextArea id="alasan" name="reason" label={t.backReason} value={typed} rows={3} />
          <Button kind="secondary">{t.back}</Button>
        </Form>
      </Details>
    </>
  );
}
