// The applicant's page: whose turn it is, until when, what is needed, what has happened, who has looked.
import { calledOf } from '../../../definition/called.ts';
import { canCarry } from '../../../definition/registers/carry.ts';
import { wayAhead } from '../../../definition/workflow/path.ts';
import { stateOf } from '../../../definition/workflow/position.ts';
import { say } from '../../../lib/locale.ts';
import {
  AccessList,
  Card,
  CitizenPage,
  CopyableNumber,
  DefinitionRows,
  Details,
  Inset,
  LinkButton,
  PageTitle,
  Timeline,
  type TimelineStep,
} from '../../../ui/index.ts';
import { messagesFor } from '../messages.ts';
import { LateDocuments, Needs, Withdrawal } from './asked-of-applicant.tsx';
import { ClocksView } from './clocks-view.tsx';
import { CompanionNotice } from './companion-notice.tsx';
import { ConversationView } from './conversation-view.tsx';
import { OutcomeView } from './outcome-view.tsx';
import { PromiseNow } from './promise-now.tsx';
import { ShownPhotos } from './shown-photos-view.tsx';
import { StepsView } from './steps-view.tsx';
import { type TrackViewProps, timeOn } from './track-props.ts';

const latest = 5; // so many readings stand open; a long matter is looked at often

function stepsOf({ frame, tracked }: TrackViewProps): TimelineStep[] {
  const { definition, target, timeline, waitsFor } = tracked;
  const { state } = target;
  const done = timeline
    .filter((entry) => entry.kind !== 'message')
    .map(
      (entry): TimelineStep => ({
        state: 'done',
        title: entry.text,
        time: timeOn(frame, entry.at),
        note: entry.by,
      }),
    );
  if (state.closedAt) return done;
  const words = messagesFor(frame.locale, tracked.definition).track;
  const now: TimelineStep = {
    state: 'now',
    title: say(stateOf(definition, state.state).label, frame.locale),
    time: words.since(timeOn(frame, state.since)),
    note: waitsFor,
  };
  const coming = wayAhead(definition, state.state).map(
    (next): TimelineStep => ({ state: 'coming', title: say(stateOf(definition, next).label, frame.locale) }),
  );
  return [...done, now, ...coming];
}

export function TrackView(props: TrackViewProps) {
  const { frame, tracked, code, readings } = props;
  const words = messagesFor(frame.locale, props.tracked.definition).track;
  const { target, definition, promise, waitsFor } = tracked;
  return (
    <CitizenPage frame={frame} title={words.title(say(definition.title, frame.locale))} active="lacak" robots="noindex">
      <PageTitle title={words.title(say(definition.title, frame.locale))} />
      <CopyableNumber number={target.number} />
      {tracked.elsewhere.length > 0 && <DefinitionRows rows={[...tracked.elsewhere]} />}
      <Needs {...props} />
      <StepsView {...props} />
      <ShownPhotos {...props} />
      <PromiseNow frame={frame} tracked={tracked} />
      {!target.state.closedAt && (
        <DefinitionRows
          rows={[
            {
              label: words.turn,
              value: `${waitsFor}, ${words.since(timeOn(frame, target.state.since))}`,
            },
          ]}
        />
      )}
      <LateDocuments {...props} />
      {(target.state.waived?.length ?? 0) > 0 && (
        <Inset>
          <p>{words.spared(target.state.waived?.length ?? 0)}</p>
        </Inset>
      )}
      <OutcomeView {...props} />
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
      <ClocksView frame={frame} about={tracked.definition} clocks={tracked.clocks} />
      <CompanionNotice frame={frame} code={code} tracked={tracked} requestId={props.requestId} />
      <ConversationView {...props} />
      <section class="stack">
        <h2>{words.readings}</h2>
        <p>{words.readingsLead}</p>
        <AccessList entries={readings.slice(0, latest)} />
        {readings.length > latest && (
          <Details summary={words.olderReadings(readings.length - latest)}>
            <AccessList entries={readings.slice(latest)} />
          </Details>
        )}
      </section>
      {calledOf(definition) === 'permohonan' && canCarry({ definition, answers: target.state.answers }) && (
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
      <Withdrawal {...props} />
    </CitizenPage>
  );
}
