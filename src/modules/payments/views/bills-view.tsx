import { groupCaseNumber } from '../../../lib/case-number.ts';
import { formatDateTime } from '../../../lib/dates/format.ts';
import { formatRupiah } from '../../../lib/money/money.ts';
import {
  DataTable,
  EmptyState,
  FilterBar,
  LinkButton,
  type PageFrame,
  PageTitle,
  Pagination,
} from '../../../ui/index.ts';
import { messagesFor } from '../messages.ts';
import { type Bill, billStates } from '../types.ts';
import { TreasuryPage } from './treasury-shell.tsx';

export interface BillsViewProps {
  readonly frame: PageFrame;
  readonly bills: readonly Bill[];
  readonly state: string;
  readonly search: string;
  readonly csvHref: string;
  readonly previousHref: string | undefined;
  readonly nextHref: string | undefined;
}

export function BillsView(props: BillsViewProps) {
  const { frame, bills } = props;
  const all = messagesFor(frame.locale);
  const words = all.desk;
  const style = { timezone: frame.region.timezone, locale: frame.locale };
  return (
    <TreasuryPage frame={frame} title={words.billsTitle} current="bills">
      <PageTitle title={words.billsTitle} />
      <FilterBar
        action="/petugas/tagihan"
        query={{ name: 'cari', label: words.search, value: props.search }}
        filters={[
          {
            name: 'keadaan',
            label: words.state,
            value: props.state,
            options: [
              { value: '', label: words.all },
              ...billStates.map((value) => ({ value, label: all.states[value] })),
            ],
          },
        ]}
        clearHref={props.state || props.search ? '/petugas/tagihan' : undefined}
      />
      {bills.length === 0 ? (
        <EmptyState title={words.none}>
          <p>{words.noneNext}</p>
        </EmptyState>
      ) : (
        <DataTable
          caption={words.caption}
          stacked
          columns={[
            { key: 'number', label: words.number },
            { key: 'case', label: words.case },
            { key: 'amount', label: words.amount, numeric: true },
            { key: 'state', label: words.state },
            { key: 'account', label: words.account },
            { key: 'made', label: words.made },
            { key: 'paid', label: words.paid },
          ]}
          rows={bills.map((bill) => ({
            key: bill.id,
            cells: {
              number: <a href={`/petugas/tagihan/${bill.id}`}>{bill.number}</a>,
              case: groupCaseNumber(bill.caseNumber),
              amount: formatRupiah(bill.amount),
              state: all.states[bill.state],
              account: bill.accountCode ?? '-',
              made: formatDateTime(bill.madeAt, style),
              paid: bill.paidAt ? formatDateTime(bill.paidAt, style) : '-',
            },
          }))}
        />
      )}
      <Pagination previousHref={props.previousHref} nextHref={props.nextHref} />
      <LinkButton kind="secondary" icon="download" href={props.csvHref}>
        {words.csv}
      </LinkButton>
    </TreasuryPage>
  );
}
