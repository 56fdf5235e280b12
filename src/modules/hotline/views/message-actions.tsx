import {
  ActionPanel,
  Button,
  type CaseAction,
  Form,
  LinkButton,
  QuickActions,
  SummaryList,
  TextArea,
} from '../../../ui/index.ts';
import { messagesFor } from '../messages.ts';
import { controlOf, type MessageViewProps } from './message-props.ts';
import { StepForm, StepText, Unit, Within } from './step-form.tsx';

type Step = Omit<CaseAction, 'open'>;
const withHead: readonly string[] = ['di-kepala', 'ditanya', 'akan-dibalas'];

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
        {revealed.tel && (
          <QuickActions>
            <LinkButton icon="phone" href={revealed.tel}>
              {words.callPerson(revealed.phone)}
            </LinkButton>
          </QuickActions>
        )}
        <SummaryList
          rows={[
            { label: words.name, value: revealed.name || words.notGiven },
            { label: words.phone, value: revealed.phone || words.notGiven },
            { label: words.original, value: revealed.text },
          ]}
        />
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
      <Sender props={props} />
      {as === 'mayor' && office?.tel && (
        <QuickActions>
          <LinkButton kind="secondary" icon="phone" href={office.tel}>
            {words.callOffice(office.name)}
          </LinkButton>
        </QuickActions>
      )}
    </>
  );
}

/** Asking a head, or several: which office, until when, and a note the sender does not read. */
function asking(props: MessageViewProps, step: 'teruskan' | 'tambah'): Step {
  const words = messagesFor(props.frame.locale).message;
  const more = step === 'tambah';
  const asked = new Set(props.asked.map(({ code }) => code));
  const offices = more ? props.offices.filter(({ value }) => !asked.has(value)) : props.offices;
  return {
    id: step,
    label: more ? words.add : words.forward,
    icon: more ? 'plus' : 'forward',
    children: (
      <StepForm props={props} step={step} button={more ? words.addButton : words.forwardButton}>
        <Unit
          props={props}
          step={step}
          label={words.unit}
          among={offices}
          chosen={more ? undefined : props.office?.code}
        />
        <Within props={props} step={step} />
        <StepText props={props} step={step} label={words.forwardNote} hint={words.forwardNoteHint} optional max={500} />
      </StepForm>
    ),
  };
}

function mayorActions(props: MessageViewProps): Step[] {
  const words = messagesFor(props.frame.locale).message;
  return [
    asking(props, 'teruskan'),
    {
      id: 'minta-penjelasan',
      label: words.explain,
      icon: 'help',
      children: (
        <StepForm props={props} step="minta-penjelasan" button={words.explainButton}>
          <Unit
            props={props}
            step="minta-penjelasan"
            label={words.unit}
            among={props.offices}
            chosen={props.office?.code}
          />
          <Within props={props} step="minta-penjelasan" />
          <StepText
            props={props}
            step="minta-penjelasan"
            label={words.explainQuestion}
            value={messagesFor('id').message.explainDefault}
            max={500}
          />
        </StepForm>
      ),
    },
    {
      id: 'terima-kasih',
      label: words.thank,
      icon: 'heart',
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

/** Taking it back: from all, or from one of several. */
function backActions(props: MessageViewProps): Step[] {
  const words = messagesFor(props.frame.locale).message;
  const several = props.asked.length > 1;
  const one: Step = {
    id: 'tarik-satu',
    label: words.releaseOne,
    icon: 'minus-circle',
    children: (
      <StepForm props={props} step="tarik-satu" button={words.releaseOne}>
        <Unit
          props={props}
          step="tarik-satu"
          label={words.releaseUnit}
          among={props.asked.map(({ code, name }) => ({ value: code, label: name }))}
        />
      </StepForm>
    ),
  };
  const all: Step = {
    id: 'tarik',
    label: several ? words.takeBackAll : words.takeBack,
    icon: 'reply',
    children: <StepForm props={props} step="tarik" button={several ? words.takeBackAll : words.takeBack} />,
  };
  return several && props.state === 'di-kepala' ? [one, all] : [all];
}

function headActions(props: MessageViewProps): Step[] {
  const words = messagesFor(props.frame.locale).head;
  const { explains, mayAnswer, state } = props;
  if (!mayAnswer) return [];
  const step = explains ? 'jelaskan' : 'jawab';
  const answer: Step = {
    id: step,
    label: explains ? words.explainButton : words.answer,
    icon: 'reply',
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
  const decline: Step = {
    id: 'bukan-dinas-saya',
    label: words.decline,
    icon: 'cross',
    children: (
      <StepForm props={props} step="bukan-dinas-saya" button={words.declineButton}>
        <StepText props={props} step="bukan-dinas-saya" label={words.declineText} max={500} />
      </StepForm>
    ),
  };
  return state === 'kembali' ? [answer] : [answer, decline]; // late, and still welcome
}

/** What may be done now, with own words. Reading who wrote is always among it, and always behind a reason. */
export function MessageActions(props: MessageViewProps) {
  const { frame, as, state, open } = props;
  const words = messagesFor(frame.locale).message;
  const mine = props.taps ? mayorActions(props) : [];
  const add = props.mayAdd ? [asking(props, 'tambah')] : [];
  const back = withHead.includes(state) ? backActions(props) : [];
  const steps = as === 'mayor' ? [...add, ...mine, ...back] : headActions(props);
  const call = {
    id: 'telepon',
    label: as === 'mayor' ? words.call : words.reveal,
    icon: as === 'mayor' ? ('phone' as const) : ('eye' as const),
    children: <Calls props={props} />,
  };
  const first = as === 'head' ? steps[0]?.id : undefined;
  const actions = [...steps, call].map((action) => ({ ...action, open: action.id === (open ?? first) }));
  return <ActionPanel title={props.taps ? words.ownWords : words.actions} actions={actions} />;
}
