import { groupCaseNumber } from '../../../lib/case-number.ts';
import { formatDateTime } from '../../../lib/dates/format.ts';
import { say } from '../../../lib/locale.ts';
import { formatRupiah } from '../../../lib/money/money.ts';
import { BackLink, Button, Card, DefinitionRows, Form, type PageFrame, PageTitle } from '../../../ui/index.ts';
import { messagesFor } from '../messages.ts';
import type { Bill, Payment } from '../types.ts';
import { TreasuryPage } from './treasury-shell.tsx';

export interface BillViewProps {
  readonly frame: PageFrame;
  readonly bill: Bill;
  readonly payment: Payment | undefined;
  readonly requestId: string; // server-made: pressed twice it is one payment
}

/** One bill for the treasurer: take cash for it, or print the two lines of its receipt. */
export function BillView({ frame, bill, payment, requestId }: BillViewProps) {
  const all = messagesFor(frame.locale);
  const words = all.desk;
  const title = words.billTitle(formatRupiah(bill.amount));
  const style = { timezone: frame.region.timezone, locale: frame.locale };
  return (
    <TreasuryPage frame={frame} title={title} current="bills">
      <BackLink href="/petugas/tagihan" />
      <PageTitle title={title} eyebrow={all.states[bill.state]} />
      <DefinitionRows
        rows={[
          { label: words.number, value: bill.number },
          { label: words.case, value: groupCaseNumber(bill.caseNumber) },
          { label: words.amount, value: formatRupiah(bill.amount) },
          ...(bill.derivation ? [{ label: all.pay.how, value: say(bill.derivation, frame.locale) }] : []),
          { label: all.pay.basis, value: bill.legal },
          { label: words.account, value: bill.accountCode ?? '-' },
          { label: words.made, value: formatDateTime(bill.madeAt, style) },
        ]}
      />
      {bill.state === 'open' && (
        <Form action={`/petugas/tagihan/${bill.id}/tunai`}>
          <input type="hidden" name="requestId" value={requestId} />
          <p>{words.cashHint}</p>
          <Button icon="coins">{words.cash(formatRupiah(bill.amount))}</Button>
        </Form>
      )}
      {payment?.receiptNumber && (
        <Card>
          <h2>{words.slip}</h2>
          <p>
            <b class="num">
              {payment.receiptNumber} · {formatRupiah(payment.amount)} · {all.channels[payment.channel]}
            </b>
          </p>
          <p>
            {bill.number} · {formatDateTime(payment.paidAt, style)}
          </p>
        </Card>
      )}
    </TreasuryPage>
  );
}
