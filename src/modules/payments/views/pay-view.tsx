import { formatDateTime } from '../../../lib/dates/format.ts';
import { say } from '../../../lib/locale.ts';
import { formatRupiah } from '../../../lib/money/money.ts';
import {
  BackLink,
  Button,
  CitizenPage,
  Confirmation,
  CopyableNumber,
  DefinitionRows,
  Form,
  Inset,
  LinkButton,
  type PageFrame,
  PageTitle,
  PromiseBox,
  QrSlot,
} from '../../../ui/index.ts';
import { messagesFor } from '../messages.ts';
import type { Bill, Payment } from '../types.ts';

export interface PayViewProps {
  readonly frame: PageFrame;
  readonly code: string;
  readonly bill: Bill;
  readonly payment: Payment | undefined;
  readonly service: string;
  readonly unit: string;
  readonly asked: boolean; // the bank was just asked and knew of nothing
  readonly simulatorUrl: string | undefined;
}

/** One bill: what is owed and why, the ways to pay, and afterwards the receipt. */
export function PayView(props: PayViewProps) {
  const { frame, bill, code } = props;
  const words = messagesFor(frame.locale).pay;
  const title =
    bill.amount === 0
      ? words.freeTitle
      : bill.state === 'paid'
        ? words.paidTitle
        : bill.state === 'open'
          ? words.title
          : words.closedTitle;
  return (
    <CitizenPage frame={frame} title={title} active="lacak" robots="noindex">
      <BackLink href={`/lacak/${code}`} label={words.back} />
      <Body {...props} title={title} />
    </CitizenPage>
  );
}

function Body(props: PayViewProps & { readonly title: string }) {
  const { frame, bill, title, service } = props;
  const words = messagesFor(frame.locale).pay;
  if (bill.amount === 0) return <Closed title={title} service={service} text={words.free} />;
  if (bill.state === 'paid') return <Paid {...props} />;
  if (bill.state !== 'open') return <Closed title={title} service={service} text={words.closed} />;
  return <Open {...props} />;
}

function Closed({ title, service, text }: { title: string; service: string; text: string }) {
  return (
    <>
      <PageTitle title={title} eyebrow={service} />
      <Inset>
        <p>{text}</p>
      </Inset>
    </>
  );
}

const styleOf = (frame: PageFrame) => ({ timezone: frame.region.timezone, locale: frame.locale });

function billRows({ frame, bill }: PayViewProps) {
  const words = messagesFor(frame.locale).pay;
  return [
    { label: words.billNumber, value: bill.number },
    ...(bill.derivation ? [{ label: words.how, value: say(bill.derivation, frame.locale) }] : []),
    { label: words.basis, value: bill.legal },
  ];
}

function Open(props: PayViewProps & { readonly title: string }) {
  const { frame, bill, code } = props;
  const words = messagesFor(frame.locale).pay;
  return (
    <>
      <PageTitle title={props.title} eyebrow={props.service} />
      <PromiseBox
        label={words.owed}
        headline={formatRupiah(bill.amount)}
        note={bill.expiresAt && `${words.expires} ${formatDateTime(bill.expiresAt, styleOf(frame))}.`}
      />
      <DefinitionRows rows={billRows(props)} />
      <p>{words.noOther}</p>
      {bill.qrContent === null ? (
        <Inset>
          <p>{words.preparing}</p>
        </Inset>
      ) : (
        <section class="stack">
          <h2>{words.qrTitle}</h2>
          <QrSlot text={bill.qrContent} label={words.qr} hint={words.qrHint} />
        </section>
      )}
      {bill.vaReady && (
        <section class="stack">
          <h2>{words.vaTitle}</h2>
          <CopyableNumber number={bill.virtualAccount.trim()} label={words.va} />
        </section>
      )}
      <section class="stack">
        <h2>{words.cashTitle}</h2>
        <p>{words.cash(props.unit)}</p>
      </section>
      {props.asked && (
        <div class="inset" role="status">
          <p>{words.notYet}</p>
        </div>
      )}
      <Watch frame={frame} code={code} />
      <Form action={`/lacak/${code}/bayar`}>
        <Button icon="refresh">{words.check}</Button>
      </Form>
      {props.simulatorUrl && (
        <Inset>
          <p>{words.simulatorNote}</p>
          <LinkButton kind="quiet" href={props.simulatorUrl}>
            {words.simulator}
          </LinkButton>
        </Inset>
      )}
    </>
  );
}

/** The script of the page asks by itself whether the money came; without scripts the link does. */
function Watch({ frame, code }: Pick<PayViewProps, 'frame' | 'code'>) {
  const words = messagesFor(frame.locale).pay;
  const page = `/lacak/${code}/bayar`;
  return (
    <p data-module="await-payment" data-url={`${page}/keadaan`} data-watching={words.watching}>
      <a href={page}>{words.again}</a>
    </p>
  );
}

function Paid(props: PayViewProps) {
  const { frame, bill, payment } = props;
  const all = messagesFor(frame.locale);
  const words = all.pay;
  return (
    <>
      <Confirmation title={words.paidTitle}>
        <p class="promise-headline">{formatRupiah(bill.amount)}</p>
        {payment?.receiptNumber && (
          <p>
            {words.receipt}: <b class="num">{payment.receiptNumber}</b>
          </p>
        )}
        <p>{words.keep}</p>
      </Confirmation>
      <DefinitionRows
        rows={[
          ...billRows(props),
          ...(bill.paidAt ? [{ label: words.paidAt, value: formatDateTime(bill.paidAt, styleOf(frame)) }] : []),
          ...(payment ? [{ label: words.paidBy, value: all.channels[payment.channel] }] : []),
        ]}
      />
    </>
  );
}
