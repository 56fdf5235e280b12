import { formatRupiah } from '../../../lib/money/money.ts';
import { Button, DataTable, EmptyState, Inset, type PageFrame, PageTitle } from '../../../ui/index.ts';
import { messagesFor } from '../messages.ts';
import { matches, type Reconciled } from '../rules.ts';
import { TreasuryPage } from './treasury-shell.tsx';

export interface ReconciliationViewProps {
  readonly frame: PageFrame;
  readonly day: string; // YYYY-MM-DD
  readonly rows: readonly Reconciled[];
  readonly error?: string | undefined;
}

export function ReconciliationView({ frame, day, rows, error }: ReconciliationViewProps) {
  const all = messagesFor(frame.locale);
  const words = all.desk;
  const money = (amount: number | undefined) => (amount === undefined ? '-' : formatRupiah(amount));
  const ordered = [...rows].sort((a, b) => rank(a) - rank(b));
  return (
    <TreasuryPage frame={frame} title={words.reconciliationTitle} current="reconciliation">
      <PageTitle title={words.reconciliationTitle} lead={words.reconciliationLead} />
      <form class="filters" action="/petugas/rekonsiliasi" method="get">
        <div>
          <label for="tanggal">{words.day}</label>
          <input class="input" type="date" id="tanggal" name="tanggal" value={day} />
        </div>
        <Button kind="secondary" icon="filter">
          {words.show}
        </Button>
      </form>
      {error && (
        <Inset>
          <p>{error}</p>
        </Inset>
      )}
      {!error && rows.length === 0 && (
        <EmptyState title={words.nothing}>
          <p>{words.nothingNext}</p>
        </EmptyState>
      )}
      {rows.length > 0 && (
        <>
          <ul>
            {matches.map((match) => (
              <li key={match}>
                {all.matches[match]}:{' '}
                {totalOf(
                  rows.filter((row) => row.match === match),
                  words,
                )}
              </li>
            ))}
          </ul>
          <DataTable
            caption={words.reconciliationTitle}
            captionHidden
            stacked
            columns={[
              { key: 'reference', label: words.reference },
              { key: 'match', label: words.result },
              { key: 'ours', label: words.ours, numeric: true },
              { key: 'theirs', label: words.theirs, numeric: true },
              { key: 'remark', label: words.remark },
            ]}
            rows={ordered.map((row, index) => ({
              key: `${row.reference}-${index}`,
              cells: {
                reference: row.reference,
                match: all.matches[row.match],
                ours: money(row.ours),
                theirs: money(row.theirs),
                remark: row.remark || '-',
              },
            }))}
          />
        </>
      )}
    </TreasuryPage>
  );
}

/** What needs a look first. */
function rank({ match }: Reconciled): number {
  return match === 'matched' ? 1 : 0;
}

function totalOf(rows: readonly Reconciled[], words: ReturnType<typeof messagesFor>['desk']): string {
  const sum = rows.reduce((total, row) => total + (row.theirs ?? row.ours ?? 0), 0);
  return words.total(rows.length, formatRupiah(sum));
}
