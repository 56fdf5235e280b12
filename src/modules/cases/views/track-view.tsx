// The applicant's page: whose turn it is, until when, what is needed, what has happened, who has looked.
import type { ComponentChildren } from 'preact';
import { canCarry } from '../../../definition/registers/carry.ts';
import { wayAhead } from '../../../definition/workflow/path.ts';
import { stateOf } from '../../../definition/workflow/position.ts';
import { formatDateTime } from '../../../lib/dates/format.ts';
import { say } from '../../../lib/locale.ts';
import { formatRupiah } from '../../../lib/money/money.ts';
import {
  AccessList,
  Button,
  Card,
  CitizenPage,
  CopyableNumber,
  DefinitionRows,
  Details,
  DocumentList,
  Form,
  Inset,
  LateMark,
  LinkButton,
  MessageThread,
  NoticeCard,
  type PageFrame,
  PageTitle,
  PromiseBox,
  StatusTag,
  TextArea,
  type ThreadMessage,
  Timeline,
  type TimelineStep,
} from '../../../ui/index.ts';
import { messagesFor } from '../messages.ts';
import type { TrackedCase } from '../service/track.ts';
import { ClocksView } from './clocks-view.tsx';
import { CompanionNotice } from './companion-notice.tsx';
import { StepsView } from './steps-view.tsx';

export interface TrackViewProps {
  readonly frame: PageFrame;
  readonly code: string;
  readonly tracked: TrackedCase;
  readonly readings: readonly {
    readonly who: string;
    readonly what: string;
    readonly when: string;
    readonly reason: string;
  }[];
  readonly reason: string | undefined; // of a correction or refusal, as a sentence
  readonly objection: string | undefined;
  readonly results: readonly { readonly label: string; readonly value: string }[];
  readonly requestId: string; // server-made: a message sent twice is one message
  readonly error?: string | undefined;
  readonly draft?: string | undefined; // the message as typed, when it was refused
}

const sentence = (text: string): string => (/[.!?]$/.test(text) ? text : `${text}.`);
const styleOf = (frame: PageFrame) => ({ timezone: frame.region.timezone, locale: frame.locale });

function PromiseNow({ frame, tracked }: Pick<TrackViewProps, 'frame' | 'tracked'>) {
  const words = messagesFor(frame.locale, tracked.target).track;
  const { target, promise } = tracked;
  const { state } = target;
  const late = promise?.breached && !state.closedAt;
  return (
    <PromiseBox
      headline={headlineOf(frame, tracked)}
      label={state.closedAt ? words.resultTitle : words.promise}
      mark={
        <>
          <StatusTag status={state.status} />
          {late && <LateMark text={promise.remaining} />}
        </>
      }
      note={
        state.closedAt
          ? [formatDateTime(new Date(state.closedAt), styleOf(frame)), tracked.decision].filter(Boolean).join('. ')
          : promise?.paused
            ? words.paused
            : late
              ? words.lateText
              : undefined
      }
    />
  );
}

/** A closed case says how it ended, a paused one what it waits for, a running one until when. */
function headlineOf(frame: PageFrame, { target, definition, promise }: TrackedCase): string {
  const words = messagesFor(frame.locale, target).track;
  if (target.state.closedAt) return say(stateOf(definition, target.state.state).label, frame.locale);
  if (promise?.paused) return words.pausedHeadline;
  return promise?.dueAt ? words.due(formatDateTime(promise.dueAt, styleOf(frame))) : words.noDue;
}

function needs({ frame, tracked, code, reason }: TrackViewProps): ComponentChildren {
  const words = messagesFor(frame.locale, tracked.target).track;
  const { correction, lapseAt } = tracked.target.state;
  if (!correction) return payment(frame, tracked, code);
  const due = lapseAt ? words.needsDue(formatDateTime(new Date(lapseAt), styleOf(frame))) : '';
  return (
    <NoticeCard
      title={words.needsTitle}
      status="needs-you"
      actions={<LinkButton href={`/lacak/${code}/lengkapi`}>{words.needsButton}</LinkButton>}
    >
      {[reason && sentence(reason), due].filter(Boolean).join(' ')}
    </NoticeCard>
  );
}

/** Exactly what is missing, what it holds up, and where to send it. */
function lateDocuments({ frame, tracked, code }: TrackViewProps): ComponentChildren {
  const { late } = tracked;
  if (!late) return null;
  const words = messagesFor(frame.locale, tracked.target).late;
  return (
    <Inset>
      <h2>{words.title}</h2>
      <p>{words.lead}</p>
      <ul>
        {late.documents.map((document) => (
          <li key={document.id}>{say(document.label, frame.locale)}</li>
        ))}
      </ul>
      <p>{late.clock}</p>
      <LinkButton kind="secondary" href={`/lacak/${code}/dokumen`}>
        {words.button}
      </LinkButton>
    </Inset>
  );
}

function payment(frame: PageFrame, { target }: TrackedCase, code: string): ComponentChildren {
  const words = messagesFor(frame.locale, target).track;
  const { bill, closedAt } = target.state;
  if (!bill || bill.amount === 0) return null;
  const href = `/lacak/${code}/bayar`;
  if (bill.paidAt)
    return (
      <LinkButton kind="quiet" href={href}>
        {words.payReceipt}
      </LinkButton>
    );
  if (closedAt) return null;
  return (
    <NoticeCard
      title={words.payTitle}
      status="needs-you"
      actions={<LinkButton href={href}>{words.pay(formatRupiah(bill.amount))}</LinkButton>}
    >
      {bill.expiresAt && words.payDue(formatDateTime(new Date(bill.expiresAt), styleOf(frame)))}
    </NoticeCard>
  );
}

function outcome({ frame, tracked, code, reason, objection, results }: TrackViewProps): ComponentChildren {
  const words = messagesFor(frame.locale, tracked.target).track;
  const { state } = tracked.target;
  if (state.refusal) {
    return (
      <Inset>
        <h2>{words.refusedTitle}</h2>
        <p>{reason && sentence(reason)}</p>
        {objection && (
          <>
            <h3>{words.objection}</h3>
            <p>{objection}</p>
          </>
        )}
      </Inset>
    );
  }
  const issues = tracked.definition.letter !== undefined && state.status === 'done';
  return (
    <>
      {state.letter && (
        <section class="stack">
          <h2>{words.letterTitle}</h2>
          <DocumentList
            items={[
              {
                label: tracked.definition.letter
                  ? say(tracked.definition.letter.title, frame.locale)
                  : words.letterTitle,
                href: `/lacak/${code}/surat.pdf`,
                action: words.letterDownload,
                note: words.letterNote(state.letter.number),
              },
            ]}
          />
        </section>
      )}
      {issues && !state.letter && (
        <Inset>
          <p>{words.letterPreparing}</p>
        </Inset>
      )}
      {results.length > 0 && (
        <section class="stack">
          <h2>{words.resultTitle}</h2>
          <DefinitionRows rows={results} />
        </section>
      )}
    </>
  );
}

function stepsOf({ frame, tracked }: TrackViewProps): TimelineStep[] {
  const { definition, target, timeline, waitsFor } = tracked;
  const { state } = target;
  const done = timeline
    .filter((entry) => entry.kind !== 'message')
    .map(
      (entry): TimelineStep => ({
        state: 'done',
        title: entry.text,
        time: formatDateTime(new Date(entry.at), styleOf(frame)),
        note: entry.by,
      }),
    );
  if (state.closedAt) return done;
  const words = messagesFor(frame.locale, tracked.target).track;
  const now: TimelineStep = {
    state: 'now',
    title: say(stateOf(definition, state.state).label, frame.locale),
    time: words.since(formatDateTime(new Date(state.since), styleOf(frame))),
    note: waitsFor,
  };
  const coming = wayAhead(definition, state.state).map(
    (next): TimelineStep => ({ state: 'coming', title: say(stateOf(definition, next).label, frame.locale) }),
  );
  return [...done, now, ...coming];
}

function threadOf({ frame, tracked }: TrackViewProps): ThreadMessage[] {
  const { applicant } = messagesFor(frame.locale, tracked.target).timeline;
  return tracked.timeline
    .filter((entry) => entry.kind === 'message')
    .map((entry, index) => ({
      id: String(index),
      from: entry.by === applicant ? 'citizen' : 'staff',
      text: entry.detail ?? '',
      time: formatDateTime(new Date(entry.at), styleOf(frame)),
      ...(entry.by === applicant ? {} : { author: entry.by }),
    }));
}

function messages(props: TrackViewProps): ComponentChildren {
  const { frame, code, requestId, error, draft } = props;
  const words = messagesFor(frame.locale, props.tracked.target).track;
  const thread = threadOf(props);
  return (
    <section class="stack" id="pesan">
      <h2>{words.messages}</h2>
      {thread.length > 0 && <MessageThread messages={thread} />}
      <Form action={`/lacak/${code}/pesan`} label={words.messages}>
        <input type="hidden" name="requestId" value={requestId} />
        <TextArea
          id="text"
          name="text"
          label={words.messageLabel}
          hint={words.messageHint}
          error={error}
          value={draft}
          maxLength={2000}
        />
        <Button kind="secondary">{words.messageSend}</Button>
      </Form>
    </section>
  );
}

function withdrawal({ frame, tracked, code, requestId }: TrackViewProps): ComponentChildren {
  const words = messagesFor(frame.locale, tracked.target).track;
  const action = tracked.definition.workflow.actions.find(
    (candidate) => candidate.kind === 'withdraw' && candidate.from.includes(tracked.target.state.state),
  );
  if (!action) return null;
  return (
    <Details summary={words.withdraw}>
      <p>{words.withdrawAsk}</p>
      <Form action={`/lacak/${code}/batalkan`} label={words.withdraw}>
        <input type="hidden" name="requestId" value={requestId} />
        <Button kind="destructive">{words.withdrawButton}</Button>
      </Form>
    </Details>
  );
}

export function TrackView(props: TrackViewProps) {
  const { frame, tracked, code, readings } = props;
  const words = messagesFor(frame.locale, props.tracked.target).track;
  const { target, definition, promise, waitsFor } = tracked;
  return (
    <CitizenPage frame={frame} title={words.title(say(definition.title, frame.locale))} active="lacak" robots="noindex">
      <PageTitle title={words.title(say(definition.title, frame.locale))} />
      <CopyableNumber number={target.number} />
      {needs(props)}
      <StepsView {...props} />
      <PromiseNow frame={frame} tracked={tracked} />
      {!target.state.closedAt && (
        <DefinitionRows
          rows={[
            {
              label: words.turn,
              value: `${waitsFor}, ${words.since(formatDateTime(new Date(target.state.since), styleOf(frame)))}`,
            },
          ]}
        />
      )}
      {lateDocuments(props)}
      {(target.state.waived?.length ?? 0) > 0 && (
        <Inset>
          <p>{words.spared(target.state.waived?.length ?? 0)}</p>
        </Inset>
      )}
      {outcome(props)}
      <section class="stack">
        <h2>{words.journey}</h2>
        <Timeline steps={stepsOf(props)} />
      </section>
      {promise && promise.derivation.length > 0 && (
        <Details summary={words.how}>
          <ol>
            {promise.derivation.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ol>
        </Details>
      )}
      <ClocksView frame={frame} about={tracked.target} clocks={tracked.clocks} />
      <CompanionNotice frame={frame} code={code} target={target} requestId={props.requestId} />
      {messages(props)}
      <section class="stack">
        <h2>{words.readings}</h2>
        <p>{words.readingsLead}</p>
        <AccessList entries={readings} />
      </section>
      {canCarry({ definition, answers: target.state.answers }) && (
        <LinkButton kind="secondary" href={`/lacak/${code}/ajukan-lagi`}>
          {words.again}
        </LinkButton>
      )}
      <Card quiet>
        <p>{words.keepLink}</p>
        <p>
          <a href={`/lacak/${code}/tanda-terima`}>{words.share}</a>
        </p>
      </Card>
      {withdrawal(props)}
    </CitizenPage>
  );
}
