import {
  CitizenPage,
  Confirmation,
  CopyableNumber,
  DefinitionRows,
  Details,
  LinkButton,
  type PageFrame,
  PromiseBox,
  QrSlot,
  StepList,
} from '../../../ui/index.ts';
import { messagesFor } from '../messages.ts';

export interface ReceiptViewProps {
  readonly frame: PageFrame;
  readonly number: string;
  readonly code: string;
  readonly url: string;
  readonly service: string;
  readonly unit: string;
  readonly receivedAt: string;
  readonly due: string | undefined;
  readonly derivation: readonly string[];
  readonly next: readonly string[];
}

/** The receipt (tanda terima): number, code, promise and how it was counted. Made to be read aloud and printed. */
export function ReceiptView(props: ReceiptViewProps) {
  const { frame, code } = props;
  const words = messagesFor(frame.locale).receipt;
  const grouped = code.replace(/(.{4})(?=.)/g, '$1 ');
  return (
    <CitizenPage frame={frame} title={words.title} active="lacak" robots="noindex">
      <Confirmation title={words.title}>
        <p>{words.lead}</p>
        <CopyableNumber number={props.number} label={words.number} />
        <p>
          <b>{words.code}</b> <span class="num">{grouped}</span>
        </p>
      </Confirmation>
      <PromiseBox headline={props.due ? words.due(props.due) : words.noDue} />
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
        ]}
      />
      <QrSlot text={props.url} label={words.qr} />
      <LinkButton href={`/lacak/${code}`}>{words.track}</LinkButton>
      {props.next.length > 0 && (
        <section class="stack">
          <h2>{words.next}</h2>
          <StepList items={props.next.map((title) => ({ title }))} />
        </section>
      )}
    </CitizenPage>
  );
}
