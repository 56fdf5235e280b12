import { type Called, calledOf } from '../../../definition/called.ts';
import { spokenText } from '../../../definition/spoken/index.ts';
import { say } from '../../../lib/locale.ts';
import {
  BackLink,
  Button,
  CheckboxField,
  CopyableNumber,
  DeclarationField,
  ErrorSummary,
  Form,
  Inset,
  LinkButton,
  type PageFrame,
  PageTitle,
  RadioField,
  SummaryList,
  type SummaryRow,
} from '../../../ui/index.ts';
import { messagesFor } from '../messages.ts';
import type { Papers } from '../service/finish.ts';
import type { OpenScript } from '../service/script.ts';
import { identities } from '../types.ts';
import { NextCaller } from './next-caller.tsx';
import { ReadBack } from './question-view.tsx';
import { CallPage, Say } from './shell.tsx';

export interface ReviewViewProps {
  readonly frame: PageFrame;
  readonly open: OpenScript;
  readonly rows: readonly SummaryRow[];
  readonly papers: Papers;
  readonly readBack: { readonly id: string; readonly text: string } | undefined;
  readonly typed: {
    readonly identitas?: string | undefined;
    readonly asli: readonly string[];
    readonly ticked: readonly string[];
  };
  readonly errors: readonly { readonly field: string; readonly message: string }[];
}

function Ending(props: ReviewViewProps) {
  const { frame, open, papers, typed } = props;
  const words = messagesFor(frame.locale);
  const errorOf = (field: string) => props.errors.find((error) => error.field === field)?.message;
  const { declare } = open.version.definition;
  return (
    <Form action={`/kerja/telepon/naskah/${open.script.id}/kirim`} label={words.script.review}>
      {calledOf(open.version.definition) === 'permohonan' && (
        <RadioField
          id="identitas"
          name="identitas"
          label={words.script.identity}
          options={identities.map((value) => ({ value, label: words.script.identities[value] }))}
          value={typed.identitas}
          error={errorOf('identitas')}
        />
      )}
      {declare.map((text, index) => (
        <div key={text.id} class="stack">
          <Say label={words.script.say}>{spokenText(say(text, frame.locale), frame.locale)}</Say>
          <DeclarationField
            id={`pernyataan-${index}`}
            name={`pernyataan-${index}`}
            label={words.script.declared}
            checked={typed.ticked.includes(`pernyataan-${index}`)}
            error={errorOf(`pernyataan-${index}`)}
          />
        </div>
      ))}
      <Say label={words.script.say}>{words.consentAsk}</Say>
      <DeclarationField
        id="persetujuan"
        name="persetujuan"
        label={words.script.consent}
        checked={typed.ticked.includes('persetujuan')}
        error={errorOf('persetujuan')}
      />
      {papers.hard.length > 0 && (
        <>
          <h2>{words.script.papers}</h2>
          <Inset>
            <p>{words.script.counterNote(open.script.ticket)}</p>
          </Inset>
          <CheckboxField
            id="asli"
            name="asli"
            label={words.script.seen}
            hint={words.script.hard}
            required={false}
            options={papers.hard.map(({ id, label }) => ({ value: id, label }))}
            values={typed.asli}
          />
        </>
      )}
      {papers.soft.length > 0 && (
        <p>
          {words.script.soft}: {papers.soft.map((paper) => paper.label).join(', ')}.
        </p>
      )}
      <div class="buttons">
        <Button icon="forward">{words.script.send}</Button>
        {papers.hard.length > 0 && (
          <Button kind="secondary" name="_cara" value="tautan">
            {words.script.link}
          </Button>
        )}
      </div>
      {papers.hard.length > 0 && <p class="small">{words.script.linkNote}</p>}
    </Form>
  );
}

export function ReviewView(props: ReviewViewProps) {
  const { frame, open, rows, errors } = props;
  const words = messagesFor(frame.locale).script;
  return (
    <CallPage frame={frame} title={words.review}>
      <BackLink href={open.script.callId ? `/kerja/telepon/panggilan/${open.script.callId}` : '/kerja/telepon'} />
      {errors.length > 0 && <ErrorSummary errors={errors} />}
      <PageTitle
        title={words.review}
        eyebrow={say(open.version.definition.title, frame.locale)}
        lead={words.reviewLead}
      />
      <p class="small num">{words.ticket(open.script.ticket)}</p>
      <ReadBack {...props} />
      <SummaryList rows={rows} />
      <Ending {...props} />
    </CallPage>
  );
}

/** The rule that is not met, as it is said, and what fits instead. */
export function StopView({ frame, open, readBack }: Pick<ReviewViewProps, 'frame' | 'open' | 'readBack'>) {
  const words = messagesFor(frame.locale).script;
  const { stop, script } = open;
  return (
    <CallPage frame={frame} title={words.notEligible}>
      <BackLink href={`/kerja/telepon/naskah/${script.id}?ke=${stop?.ask.id ?? ''}`} label={words.fix} />
      <PageTitle title={words.notEligible} eyebrow={say(open.version.definition.title, frame.locale)} />
      <ReadBack frame={frame} open={open} readBack={readBack} />
      <Say label={words.say}>{spokenText(stop ? say(stop.else.say, frame.locale) : '', frame.locale)}</Say>
      {stop?.else.offer && (
        <p>
          {words.another}: <a href={`/layanan/${stop.else.offer}`}>{stop.else.offer}</a>
        </p>
      )}
      <LinkButton
        href={script.callId ? `/kerja/telepon/panggilan/${script.callId}` : '/kerja/telepon'}
        kind="secondary"
      >
        {words.backToDesk}
      </LinkButton>
    </CallPage>
  );
}

export interface SentViewProps {
  readonly frame: PageFrame;
  readonly entry: string; // what the tab kept of it is forgotten
  readonly called: Called;
  readonly number: string;
  readonly spelled: string;
  readonly due: string | undefined;
  readonly answer: boolean; // the first answer is due then
  readonly soft: readonly string[];
  readonly trackUrl: string;
  readonly callId: string | null;
}

/** What is said at the end: the number by groups, the promise, what follows. */
export function SentView({
  frame,
  entry,
  called,
  number,
  spelled,
  due,
  answer,
  soft,
  trackUrl,
  callId,
}: SentViewProps) {
  const { script, doneOf } = messagesFor(frame.locale);
  const words = called === 'permohonan' ? script : { ...script, ...doneOf[called] };
  return (
    <CallPage frame={frame} title={words.doneTitle} counter>
      <PageTitle title={words.doneTitle} />
      <div data-sent-entry={entry} hidden />
      <CopyableNumber number={number} />
      <p class="phone-spelled">{spelled}</p>
      <NextCaller frame={frame} callId={callId} />
      <Say label={words.say}>
        {words.doneSay(spelled)} {due && (answer ? words.answerSay(due) : words.dueSay(due))}{' '}
        {soft.length > 0 ? words.followSoft(soft.join(', ')) : words.followNothing}
      </Say>
      <p>
        {words.trackLink}: <span class="num">{trackUrl}</span>
      </p>
      <LinkButton href={callId ? `/kerja/telepon/panggilan/${callId}` : '/kerja/telepon'} kind="secondary">
        {callId ? words.backToCall : words.backToDesk}
      </LinkButton>
    </CallPage>
  );
}

export function LinkView({ frame, url, callId }: { frame: PageFrame; url: string; callId: string | null }) {
  const words = messagesFor(frame.locale).script;
  return (
    <CallPage frame={frame} title={words.linkTitle}>
      <PageTitle title={words.linkTitle} />
      <Say label={words.say}>{words.linkSay}</Say>
      <p>{words.linkCopy}</p>
      <p class="num">{url}</p>
      <LinkButton href={callId ? `/kerja/telepon/panggilan/${callId}` : '/kerja/telepon'} kind="secondary">
        {callId ? words.backToCall : words.backToDesk}
      </LinkButton>
    </CallPage>
  );
}
