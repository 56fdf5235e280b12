import type { ComponentChildren } from 'preact';
import {
  ActionPanel,
  Button,
  type CaseAction,
  Form,
  LinkButton,
  QuickActions,
  RadioField,
  SelectField,
  SummaryList,
  TextArea,
} from '../../../ui/index.ts';
import { messagesFor } from '../messages.ts';
import { controlOf, type MessageViewProps } from './message-props.ts';

const withMayor: readonly string[] = ['masuk', 'dijelaskan', 'kembali', 'belum-cukup'];
const withHead: readonly string[] = ['di-kepala', 'ditanya'];

/** The form of one step: what is typed comes back when it was refused. */
function StepForm({
  props,
  step,
  children,
  button,
}: {
  props: MessageViewProps;
  step: string;
  children?: ComponentChildren;
  button: string;
}) {
  return (
    <Form action={`${props.base}/${step}`}>
      <input type="hidden" name="requestId" value={props.requestId} />
      <input type="hidden" name="seen" value={props.seen} />
      {children}
      <Button>{button}</Button>
    </Form>
  );
}

interface Text {
  readonly props: MessageViewProps;
  readonly step: string;
  readonly label: string;
  readonly hint?: string | undefined;
  readonly value?: string | undefined;
  readonly optional?: boolean | undefined;
  readonly max?: number | undefined;
}
function StepText({ props: { typed }, step, label, hint, value, optional, max }: Text) {
  const mine = typed?.step === step ? typed : undefined;
  return (
    <TextArea
      id={controlOf(step, 'teks')}
      name="teks"
      label={label}
      hint={hint}
      value={mine?.teks ?? value}
      error={mine?.errors.find(({ field }) => field === 'teks')?.message}
      required={!optional}
      maxLength={max}
      rows={3}
    />
  );
}

function Office({ props, step }: { props: MessageViewProps; step: string }) {
  const { frame, offices, office, typed } = props;
  const words = messagesFor(frame.locale).message;
  const mine = typed?.step === step ? typed : undefined;
  const errorOf = (name: string) => mine?.errors.find(({ field }) => field === name)?.message;
  const hours = (['48', '24', '6'] as const).map((value) => ({ value, label: words.hours[value] }));
  return (
    <>
      <SelectField
        id={controlOf(step, 'unit')}
        name="unit"
        label={words.unit}
        options={offices}
        placeholder={words.unitNone}
        value={mine?.unit ?? office?.code}
        error={errorOf('unit')}
      />
      <RadioField
        id={controlOf(step, 'batas')}
        name="batas"
        label={words.within}
        options={hours}
        value={mine?.batas ?? '48'}
        error={errorOf('batas')}
        inline
      />
    </>
  );
}

/** Who wrote, behind a reason. */
function Sender({ props }: { props: MessageViewProps }) {
  const { frame, revealed, anonymous, base, typed } = props;
  const words = messagesFor(frame.locale).message;
  const mine = typed?.step === 'telepon' ? typed : undefined;
  if (anonymous && !revealed) return <p>{words.anonymous}</p>;
  if (revealed)
    return (
      <div class="stack" role="status">
        <p>{words.revealed}</p>
        <SummaryList
          rows={[
            { label: words.name, value: revealed.name || words.notGiven },
            { label: words.phone, value: revealed.phone || words.notGiven },
            { label: words.original, value: revealed.text },
          ]}
        />
        {revealed.tel && (
          <QuickActions>
            <LinkButton icon="phone" href={revealed.tel}>
              {words.callPerson}
            </LinkButton>
          </QuickActions>
        )}
      </div>
    );
  return (
    <Form action={`${base}/pengirim#tindakan-telepon`}>
      <p>{words.revealLead}</p>
      <TextArea
        id={controlOf('telepon', 'alasan')}
        name="alasan"
        label={words.reason}
        hint={words.reasonHint}
        value={mine?.alasan}
        error={mine?.errors[0]?.message}
        rows={2}
      />
      <Button kind="secondary" icon="eye">
        {words.revealButton}
      </Button>
    </Form>
  );
}

function Calls({ props }: { props: MessageViewProps }) {
  const { frame, office, as } = props;
  const words = messagesFor(frame.locale).message;
  return (
    <>
      {as === 'mayor' && office?.tel && (
        <QuickActions>
          <LinkButton kind="secondary" icon="phone" href={office.tel}>
            {words.callOffice(office.name)}
          </LinkButton>
        </QuickActions>
      )}
      <Sender props={props} />
    </>
  );
}

function mayorActions(props: MessageViewProps): Omit<CaseAction, 'open'>[] {
  const words = messagesFor(props.frame.locale).message;
  return [
    {
      id: 'teruskan',
      label: words.forward,
      icon: 'forward',
      children: (
        <StepForm props={props} step="teruskan" button={words.forwardButton}>
          <Office props={props} step="teruskan" />
          <StepText
            props={props}
            step="teruskan"
            label={words.forwardNote}
            hint={words.forwardNoteHint}
            optional
            max={500}
          />
        </StepForm>
      ),
    },
    {
      id: 'minta-penjelasan',
      label: words.explain,
      icon: 'help',
      children: (
        <StepForm props={props} step="minta-penjelasan" button={words.explainButton}>
          <Office props={props} step="minta-penjelasan" />
          <StepText props={props} step="minta-penjelasan" label={words.explainQuestion} max={500} />
        </StepForm>
      ),
    },
    {
      id: 'terima-kasih',
      label: words.thank,
      icon: 'check',
      children: (
        <StepForm props={props} step="terima-kasih" button={words.thankButton}>
          <StepText
            props={props}
            step="terima-kasih"
            label={words.thankText}
            hint={words.thankHint}
            value={messagesFor('id').message.thankDefault}
            max={1000}
          />
        </StepForm>
      ),
    },
    {
      id: 'balas',
      label: words.replySelf,
      icon: 'reply',
      children: (
        <StepForm props={props} step="balas" button={words.replyButton}>
          <StepText props={props} step="balas" label={words.replyText} hint={words.thankHint} max={2000} />
        </StepForm>
      ),
    },
  ];
}

function headActions(props: MessageViewProps): Omit<CaseAction, 'open'>[] {
  const words = messagesFor(props.frame.locale).head;
  const explains = props.state === 'ditanya';
  const step = explains ? 'jelaskan' : 'jawab';
  const answer = {
    id: step,
    label: explains ? words.explainButton : words.answer,
    icon: 'reply' as const,
    children: (
      <StepForm props={props} step={step} button={explains ? words.explainButton : words.answerButton}>
        <StepText
          props={props}
          step={step}
          label={explains ? words.explainText : words.answerText}
          hint={explains ? words.explainHint : words.answerHint}
          max={2000}
        />
      </StepForm>
    ),
  };
  const decline = {
    id: 'bukan-dinas-saya',
    label: words.decline,
    icon: 'cross' as const,
    children: (
      <StepForm props={props} step="bukan-dinas-saya" button={words.declineButton}>
        <StepText props={props} step="bukan-dinas-saya" label={words.declineText} max={500} />
      </StepForm>
    ),
  };
  if (withHead.includes(props.state)) return [answer, decline];
  return props.state === 'kembali' ? [answer] : []; // late, and still welcome
}

/** What may be done now. Reading who wrote is always among it, and always behind a reason. */
export function MessageActions(props: MessageViewProps) {
  const { frame, as, state, open } = props;
  const words = messagesFor(frame.locale).message;
  const steps = as === 'mayor' ? (withMayor.includes(state) ? mayorActions(props) : []) : headActions(props);
  const takeBack =
    as === 'mayor' && withHead.includes(state)
      ? [
          {
            id: 'tarik',
            label: words.takeBack,
            icon: 'reply' as const,
            children: <StepForm props={props} step="tarik" button={words.takeBack} />,
          },
        ]
      : [];
  const call = {
    id: 'telepon',
    label: as === 'mayor' ? words.call : words.reveal,
    icon: as === 'mayor' ? ('phone' as const) : ('eye' as const),
    children: <Calls props={props} />,
  };
  const first = as === 'head' ? steps[0]?.id : undefined;
  const actions = [...steps, ...takeBack, call].map((action) => ({ ...action, open: action.id === (open ?? first) }));
  return <ActionPanel title={words.actions} actions={actions} />;
}
