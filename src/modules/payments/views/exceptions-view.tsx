import { formatDateTime } from '../../../lib/dates/format.ts';
import { formatRupiah } from '../../../lib/money/money.ts';
import {
  Button,
  Card,
  DefinitionRows,
  EmptyState,
  ErrorSummary,
  Form,
  type PageFrame,
  PageTitle,
  TextField,
} from '../../../ui/index.ts';
import { messagesFor } from '../messages.ts';
import type { Payment } from '../types.ts';
import { TreasuryPage } from './treasury-shell.tsx';

export interface ExceptionsViewProps {
  readonly frame: PageFrame;
  readonly payments: readonly Payment[];
  readonly refused?: { readonly id: string; readonly message: string; readonly typed: string } | undefined;
}

export function ExceptionsView({ frame, payments, refused }: ExceptionsViewProps) {
  const all = messagesFor(frame.locale);
  const words = all.desk;
  const style = { timezone: frame.region.timezone, locale: frame.locale };
  return (
    <TreasuryPage frame={frame} title={words.exceptionsTitle} current="exceptions">
      <ErrorSummary errors={refused ? [{ field: `rujukan-${refused.id}`, message: refused.message }] : []} />
      <PageTitle title={words.exceptionsTitle} lead={words.exceptionsLead} />
      {payments.length === 0 && (
        <EmptyState title={words.noExceptions}>
          <p>{words.noExceptionsNext}</p>
        </EmptyState>
      )}
      {payments.map((payment) => (
        <Card key={payment.id}>
          <h2>
            {formatRupiah(payment.amount)}, {all.channels[payment.channel]}
          </h2>
          <DefinitionRows
            rows={[
              { label: words.reason, value: payment.reason ? all.reasons[payment.reason] : '' },
              { label: words.reference, value: payment.reference },
              { label: words.paid, value: formatDateTime(payment.paidAt, style) },
            ]}
          />
          {payment.state === 'refunded' ? (
            <p>{words.refunded(payment.refundReference ?? '')}</p>
          ) : (
            <Form action={`/petugas/pengecualian/${payment.id}/kembali`}>
              <TextField
                id={`rujukan-${payment.id}`}
                name="reference"
                label={words.refundReference}
                width="half"
                value={refused?.id === payment.id ? refused.typed : undefined}
                error={refused?.id === payment.id ? refused.message : undefined}
              />
              <Button kind="secondary">{words.refund}</Button>
            </Form>
          )}
        </Card>
      ))}
    </TreasuryPage>
  );
}
