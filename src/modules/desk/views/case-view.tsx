import type { ComponentChildren } from 'preact';
import {
  BackLink,
  CaseHeader,
  type CaseHeaderProps,
  CaseLayout,
  Details,
  type ErrorLine,
  ErrorSummary,
  type PageFrame,
  Warning,
} from '../../../ui/index.ts';
import { messagesFor } from '../messages.ts';
import { ActionsView, type ActionsViewProps } from './actions-view.tsx';
import { FactsView, type FactsViewProps } from './facts-view.tsx';
import { DeskPage, Flash } from './shell.tsx';
import { StandingView, type StandingViewProps } from './standing-view.tsx';
import { StoryView, type StoryViewProps } from './story-view.tsx';

/** A refused step: the sentence, and what was typed when its form is no longer on the page. */
export interface RefusedStep {
  readonly sentence: string;
  readonly kept: readonly { readonly label: string; readonly value: string }[];
}
export interface CaseViewProps {
  readonly frame: PageFrame;
  readonly header: CaseHeaderProps;
  readonly clock: readonly string[];
  readonly standing: StandingViewProps;
  readonly flash: string | undefined;
  readonly errors: readonly ErrorLine[];
  readonly refused: RefusedStep | undefined;
  readonly facts: FactsViewProps;
  readonly visits: ComponentChildren; // of a crew to the place
  readonly dossier: ComponentChildren; // watchers and links
  readonly story: StoryViewProps;
  readonly actions: ActionsViewProps;
}

function Refused({ frame, refused }: { frame: PageFrame; refused: RefusedStep }) {
  const words = messagesFor(frame.locale).case;
  return (
    <>
      <ErrorSummary errors={[{ message: refused.sentence }]} title={words.conflict} />
      {refused.kept.length > 0 && (
        <Warning label={words.typed}>
          <p>{words.typed}</p>
          {refused.kept.map((item) => (
            <p key={item.label}>
              {item.label}: {item.value}
            </p>
          ))}
          <p class="small">{words.typedNote}</p>
        </Warning>
      )}
    </>
  );
}

export function CaseView(props: CaseViewProps) {
  const { frame, header } = props;
  const words = messagesFor(frame.locale).case;
  return (
    <DeskPage frame={frame} title={header.title} current="inbox">
      <BackLink href="/petugas" label={words.back} />
      <ErrorSummary errors={props.errors} />
      {props.refused && <Refused frame={frame} refused={props.refused} />}
      {props.flash && <Flash text={props.flash} />}
      <CaseHeader {...header} />
      <StandingView {...props.standing} />
      {props.clock.length > 0 && (
        <Details summary={words.clock}>
          <ol>
            {props.clock.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ol>
        </Details>
      )}
      <CaseLayout
        facts={<FactsView {...props.facts} />}
        story={
          <>
            {props.visits}
            <StoryView {...props.story} />
            {props.dossier}
          </>
        }
        actions={<ActionsView {...props.actions} />}
      />
    </DeskPage>
  );
}
