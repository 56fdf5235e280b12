import { Fragment } from 'preact';
import type { Callable } from '../../../definition/called.ts';
import type { FeeLines } from '../../../definition/fees/fee-lines.ts';
import {
  CitizenPage,
  Confirmation,
  CopyableNumber,
  DefinitionRows,
  Details,
  Inset,
  LinkButton,
  type PageFrame,
  QrSlot,
  StepList,
  Warning,
} from '../../../ui/index.ts';
import { messagesFor, receiptWords } from '../messages.ts';

export interface ReceiptViewProps {
  readonly frame: PageFrame;
  readonly about: Callable;
  readonly number: string;
  readonly code: string;
  readonly url: string;
  readonly service: string;
  readonly unit: string;
  readonly receivedAt: string;
  readonly due: string | undefined;
  readonly answer: boolean; // by then the first answer, not the end of the matter
  readonly spared: number;
  readonly filled: { readonly from: string; readonly count: number } | undefined;
  readonly derivation: readonly string[];
  readonly next: readonly string[];
  readonly fee: FeeLines;
  readonly danger: boolean; // the text just sent means danger to life
  readonly lost: number; // files sent with it that could not be opened
}

function dueText({ due, answer }: ReceiptViewProps, words: ReturnType<typeof receiptWords>): string {
  if (due === undefined) return words.noDue;
  return answer ? words.answerDue(due) : words.due(due);
}

/** The receipt (tanda terima): number, code, promise and how it was counted. Made to be read aloud and printed. */
export function ReceiptView(props: ReceiptViewProps) {
  const { frame, code } = props;
  const words = receiptWords(frame.locale, props.about);
  const groups = code.match(/.{1,4}/g) ?? [];
  return (
    <CitizenPage frame={frame} title={words.title} active="lacak" robots="noindex">
      {props.danger && (
        <Warning>
          <p>{words.danger}</p>
          <a class="button button-destructive" href="tel:112">
            {words.dangerCall}
          </a>
        </Warning>
      )}
      {props.lost > 0 && (
        <Warning>
          <p>{words.lost(props.lost)}</p>
        </Warning>
      )}
      <Confirmation title={words.title}>
        <p class="promise-headline promise-long">{dueText(props, words)}</p>
        <CopyableNumber number={props.number} label={words.number} />
        <p>
          {words.code}:{' '}
          {groups.map((group) => (
            <Fragment key={group}>
              <b class="num">{group}</b>{' '}
            </Fragment>
          ))}
        </p>
        <p>{words.lead}</p>
      </Confirmation>
      {(props.spared > 0 || props.filled) && (
        <Inset>
          {props.spared > 0 && <p>{words.spared(props.spared)}</p>}
          {props.filled && (
            <p>{messagesFor(frame.locale).journey.filledCount(props.filled.count, props.filled.from)}</p>
          )}
        </Inset>
      )}
      <LinkButton href={`/lacak/${code}`}>{words.track}</LinkButton>
      <Details summary={words.how} open>
        <ol>
          {props.derivation.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ol>
      </Details>
      <DefinitionRows
        rows={[
          { label: words.service, value: props.service },
          { label: words.unit, value: props.unit },
          { label: words.receivedAt, value: props.receivedAt },
          { label: props.fee.title, value: [props.fee.amount, ...props.fee.notes].join('. ') },
        ]}
      />
      <QrSlot text={props.url} label={words.qr} />
      {props.next.length > 0 && (
        <section class="stack">
          <h2>{words.next}</h2>
          <StepList items={props.next.map((title) => ({ title }))} />
        </section>
      )}
    </CitizenPage>
  );
}
