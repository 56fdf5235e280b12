// Right column: whose desk it is on, the letter, and a form for each step this officer may take.

import { isRecord } from '../../../definition/fields/types.ts';
import { controlId, FieldView } from '../../../forms/field-view.tsx';
import {
  ActionPanel,
  Button,
  type CaseAction,
  CsrfInput,
  DueChip,
  Form,
  Inset,
  LinkButton,
  type PageFrame,
  type SelectGroup,
} from '../../../ui/index.ts';
import { messagesFor } from '../messages.ts';
import { keptName, stepFormId, stepPrefix } from '../names.ts';
import type { Desk, HeldTask, StepForm } from '../service/steps.ts';

/** What an officer typed into the form of one step, and what became of it. */
export interface TypedStep {
  readonly name: string;
  readonly raw: Readonly<Record<string, unknown>>;
  readonly errors: ReadonlyMap<string, string>; // by the field's own name
  readonly sentence?: string | undefined; // the full sentence, when he asked to see it first
}
export interface ActionsViewProps {
  readonly frame: PageFrame;
  readonly number: string;
  readonly version: number;
  readonly requestId: string;
  readonly desk: Desk;
  readonly areas: readonly SelectGroup[];
  readonly typed: TypedStep | undefined;
  readonly lastNote: readonly string[];
  readonly letter: {
    readonly draftHref?: string | undefined;
    readonly signedHref?: string | undefined;
    readonly pending: boolean;
  };
  readonly waitsForApplicant: boolean;
  readonly closed: boolean;
}

function Holding({ task, number, frame }: { task: HeldTask; number: string; frame: PageFrame }) {
  const words = messagesFor(frame.locale).case;
  const whose = { me: words.heldByMe, other: words.heldBy(task.holderName), nobody: words.free }[task.holder];
  const verb = task.holder === 'me' ? 'kembalikan' : 'ambil';
  return (
    <div class="stack">
      <p>
        <b>{task.desk}</b>
        <span class="line">{task.label}</span>
        <span class="line small">{whose}</span>
      </p>
      <p>
        <DueChip {...task.due} />
      </p>
      {task.mine && task.holder !== 'other' && (
        <form method="post" action={`/petugas/berkas/${number}/${verb}`}>
          <CsrfInput />
          <input type="hidden" name="task" value={task.id} />
          <Button kind="secondary" icon={task.holder === 'me' ? 'left' : 'hand'} small>
            {task.holder === 'me' ? words.handBack : words.take}
          </Button>
        </form>
      )}
    </div>
  );
}

function Sentence({ step, typed, frame }: { step: StepForm; typed: TypedStep | undefined; frame: PageFrame }) {
  const words = messagesFor(frame.locale).case;
  const full = typed?.sentence;
  return (
    <Inset>
      <p class="small">{full ? words.readsExactly : words.reads}</p>
      <p>{full ?? step.preview}</p>
      {step.objection && (
        <>
          <p class="small">{words.objection}</p>
          <p>{step.objection}</p>
        </>
      )}
    </Inset>
  );
}

function StepBody({ step, props }: { step: StepForm; props: ActionsViewProps }) {
  const { frame, number, version, requestId, areas } = props;
  const words = messagesFor(frame.locale).case;
  const typed = props.typed?.name === step.name ? props.typed : undefined;
  const prefix = stepPrefix(step.name);
  const errors = new Map([...(typed?.errors ?? [])].map(([name, message]) => [`${prefix}${name}`, message]));
  return (
    <Form
      action={`/petugas/berkas/${number}/aksi/${step.name}`}
      id={stepFormId(step.name)}
      label={step.label}
      multipart={step.fields.some((field) => field.type === 'file')}
    >
      <input type="hidden" name="requestId" value={requestId} />
      <input type="hidden" name="version" value={String(version)} />
      {step.fields.map((field) => (
        <FieldView
          key={field.id}
          field={field}
          raw={isRecord(typed?.raw) ? typed.raw[field.id] : undefined}
          errors={errors}
          locale={frame.locale}
          areas={areas}
          prefix={prefix}
        />
      ))}
      {step.fields
        .filter((field) => field.type === 'file')
        .flatMap((field) =>
          textsOf(typed?.raw[field.id]).map((id) => (
            <input key={id} type="hidden" name={keptName(`${prefix}${field.id}`)} value={id} />
          )),
        )}
      <Sentence step={step} typed={typed} frame={frame} />
      <div class="buttons">
        <Button kind={step.kind === 'refuse' ? 'destructive' : 'primary'} icon={step.icon}>
          {step.label}
        </Button>
        {step.open && (
          <Button kind="quiet" name="_lihat" value="1">
            {words.showSentence}
          </Button>
        )}
      </div>
    </Form>
  );
}

function panelAction(step: StepForm, index: number, props: ActionsViewProps): CaseAction {
  const typed = props.typed?.name === step.name;
  return {
    id: step.name,
    label: step.label,
    icon: step.icon,
    description: step.note,
    tone: step.kind === 'refuse' ? 'destructive' : undefined,
    open: typed || (props.typed === undefined && index === 0),
    children: <StepBody step={step} props={props} />,
  };
}

function Letter({ frame, letter }: Pick<ActionsViewProps, 'frame' | 'letter'>) {
  const words = messagesFor(frame.locale).case;
  if (letter.signedHref)
    return (
      <LinkButton href={letter.signedHref} kind="secondary" icon="document">
        {words.signed}
      </LinkButton>
    );
  if (letter.pending) return <p>{words.signedPending}</p>;
  if (!letter.draftHref) return null;
  return (
    <LinkButton href={letter.draftHref} kind="secondary" icon="document">
      {words.draft}
    </LinkButton>
  );
}

function NoSteps({
  frame,
  closed,
  waitsForApplicant,
}: Pick<ActionsViewProps, 'frame' | 'closed' | 'waitsForApplicant'>) {
  const words = messagesFor(frame.locale).case;
  return <p>{closed ? words.closed : waitsForApplicant ? words.nothingApplicant : words.nothing}</p>;
}

export function ActionsView(props: ActionsViewProps) {
  const { frame, number, desk, lastNote } = props;
  const words = messagesFor(frame.locale).case;
  return (
    <>
      {desk.tasks.length > 0 && <h2>{words.desk}</h2>}
      {desk.tasks.map((task) => (
        <Holding key={task.id} task={task} number={number} frame={frame} />
      ))}
      {lastNote.length > 0 && !props.closed && (
        <Inset>
          <p class="small">{words.lastNote}</p>
          {lastNote.map((line) => (
            <p key={line}>{line}</p>
          ))}
        </Inset>
      )}
      <Letter frame={frame} letter={props.letter} />
      {desk.steps.length > 0 ? (
        <ActionPanel actions={desk.steps.map((step, index) => panelAction(step, index, props))} />
      ) : (
        <NoSteps frame={frame} closed={props.closed} waitsForApplicant={props.waitsForApplicant} />
      )}
      {desk.closedSteps.map((step) => (
        <p key={step.label} class="small">
          <b>{step.label}:</b> {step.sentence}
        </p>
      ))}
    </>
  );
}

const textsOf = (value: unknown): string[] => (Array.isArray(value) ? value.map(String) : []);

/** Where the error summary leads: the control of a field in the form of a step. */
export function stepControl(name: string, field: string): string {
  return controlId(`${stepPrefix(name)}${field}`);
}
