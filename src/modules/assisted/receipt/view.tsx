import {
  Button,
  ButtonGroup,
  CopyableNumber,
  Details,
  Form,
  Inset,
  LinkButton,
  type PageFrame,
  PageTitle,
  QrSlot,
} from '../../../ui/index.ts';
import { receiptWords } from '../messages.ts';
import { CounterPage } from '../shell.tsx';
import type { ReceiptContent } from './content.ts';
import type { PaperWidth } from './thermal.ts';

export const sheets = ['a6', '80', '58'] as const;
export type Sheet = (typeof sheets)[number];

export interface ReceiptViewProps {
  readonly frame: PageFrame;
  readonly entryId: string;
  readonly receipt: ReceiptContent;
  readonly hasPrinter: boolean;
  readonly width: PaperWidth;
  readonly sheet: Sheet;
  readonly notice: string | undefined;
  readonly failure: string | undefined;
}

/** After sending: the number, the receipt on paper, and the way to the next person. */
export function ReceiptView(props: ReceiptViewProps) {
  const { frame, receipt, entryId, width } = props;
  const words = receiptWords(frame.locale, receipt);
  const base = `/kerja/loket/tanda-terima/${entryId}`;
  return (
    <CounterPage frame={frame} title={words.title} current="counter">
      <div class="counter-done stack" data-sent-entry={entryId}>
        <PageTitle title={words.title} eyebrow={receipt.service} />
        {props.notice && (
          <Inset>
            <p role="status">{props.notice}</p>
          </Inset>
        )}
        {props.failure && (
          <div class="inset inset-bad stack" role="alert">
            <p>{props.failure}</p>
          </div>
        )}
        <CopyableNumber number={receipt.rawNumber} label={words.number} />
        <p>{receipt.due ? words.due(receipt.due, receipt.answer) : words.noDue}</p>
        <div class="counter-next">
          <LinkButton href={`/kerja/loket/${receipt.slug}`} icon="plus">
            {words.same}
          </LinkButton>
          <LinkButton href="/kerja/loket" kind="secondary" icon="people">
            {words.next}
          </LinkButton>
        </div>
        {props.hasPrinter ? (
          <Form action={`${base}/cetak`}>
            <ButtonGroup>
              <Button kind="secondary" icon="print">
                {words.print}
              </Button>
            </ButtonGroup>
          </Form>
        ) : (
          <p class="small">{words.noPrinter}</p>
        )}
        <p class="counter-sheets">
          {words.printBrowser}:{' '}
          {sheets.map((sheet) => (
            <a key={sheet} href={`${base}?kertas=${sheet}`} aria-current={sheet === props.sheet ? 'true' : undefined}>
              {sheet === 'a6' ? 'A6' : words.width(Number(sheet))}
            </a>
          ))}
          <button class="button button-secondary button-small" type="button" data-print hidden>
            {words.printBrowser}
          </button>
        </p>
        <ReceiptSheet frame={frame} receipt={receipt} sheet={props.sheet} />
        <Details summary={words.preview}>
          <img class="counter-preview" src={`${base}/pratinjau.svg?lebar=${width}`} alt={words.preview} />
        </Details>
      </div>
    </CounterPage>
  );
}

/** The receipt itself, printed by the browser on A6 or on a roll; the rest of the page stays off the paper. */
function ReceiptSheet({ frame, receipt, sheet }: { frame: PageFrame; receipt: ReceiptContent; sheet: Sheet }) {
  const words = receiptWords(frame.locale, receipt);
  return (
    <section class={`receipt-sheet receipt-${sheet}`} aria-label={words.preview}>
      <p class="receipt-city">{receipt.city}</p>
      <p>{receipt.service}</p>
      <p class="receipt-number num">{receipt.number}</p>
      <p class="receipt-due">{receipt.due ? words.due(receipt.due, receipt.answer) : words.noDue}</p>
      <p>
        {words.receivedAt}: {receipt.receivedAt}
      </p>
      {receipt.enteredAt && (
        <p>
          {words.enteredAt}: {receipt.enteredAt}
        </p>
      )}
      <p>{receipt.unit}</p>
      {receipt.missing.length === 0 ? (
        <p>{words.nothingMissing}</p>
      ) : (
        <>
          <p>{words.missing}:</p>
          <ul>
            {receipt.missing.map((label) => (
              <li key={label}>{label}</li>
            ))}
          </ul>
        </>
      )}
      <QrSlot text={receipt.trackUrl} label={words.scan} hint={words.scan} />
      {receipt.hours && (
        <p>
          {words.hours}: {receipt.hours}
        </p>
      )}
      {receipt.phone && (
        <p>
          {words.help}: {receipt.phone}
        </p>
      )}
      <p class="small">{words.free}</p>
    </section>
  );
}
