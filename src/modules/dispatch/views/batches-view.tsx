import { BackLink, Button, CsrfInput, DataTable, EmptyState, type PageFrame, PageTitle } from '../../../ui/index.ts';
import { listAddress } from '../filter.ts';
import { messagesFor } from '../messages.ts';
import type { SavedBatch } from '../service/batch.ts';
import { DispatchPage } from './shell.tsx';

export interface BatchRow extends SavedBatch {
  readonly unit: string | undefined; // it was forwarded to
  readonly when: string;
  readonly undoableUntil: string | undefined; // as long as it is
}
interface RowProps {
  readonly frame: PageFrame;
  readonly row: BatchRow;
}

function What({ frame, row: { batch, unit, when } }: RowProps) {
  const words = messagesFor(frame.locale).batch;
  const { what, id } = batch;
  return (
    <>
      <a href={`${listAddress}/banyak/${id}`}>
        {what.kind === 'join' ? words.joined(what.follows) : words.forwarded(unit ?? what.unit)}
      </a>
      <span class="small line">{when}</span>
    </>
  );
}

function Counts({ frame, row: { batch, counts } }: RowProps) {
  const words = messagesFor(frame.locale).batches;
  const { done = 0, refused = 0, undone = 0, kept = 0 } = counts;
  return (
    <>
      {words.counts(done + undone + kept, batch.total)}
      {refused > 0 && <span class="small line">{words.refused(refused)}</span>}
      {undone > 0 && <span class="small line">{words.undoneCount(undone)}</span>}
    </>
  );
}

function State({ frame, row: { batch, undoableUntil } }: RowProps) {
  const { batch: words, batches } = messagesFor(frame.locale);
  return (
    <>
      {words.states[batch.state]}
      {undoableUntil !== undefined && (
        <>
          <span class="small line">{batches.until(undoableUntil)}</span>
          <form method="post" action={`${listAddress}/banyak/${batch.id}/urungkan`} data-module="form">
            <CsrfInput />
            <Button kind="secondary" small icon="reply">
              {words.undo}
            </Button>
          </form>
        </>
      )}
    </>
  );
}

/** All joint actions of the unit; each leads to what became of every report. */
export function BatchesView({ frame, rows }: { frame: PageFrame; rows: readonly BatchRow[] }) {
  const words = messagesFor(frame.locale).batches;
  return (
    <DispatchPage frame={frame} title={words.title}>
      <BackLink href={listAddress} label={messagesFor(frame.locale).report.back} />
      <PageTitle title={words.title} lead={words.lead} />
      {rows.length === 0 && (
        <EmptyState title={words.empty} icon="people">
          <p>{words.emptyNote}</p>
        </EmptyState>
      )}
      {rows.length > 0 && (
        <DataTable
          caption={words.caption}
          columns={[
            { key: 'what', label: words.columns.what },
            { key: 'who', label: words.columns.who },
            { key: 'counts', label: words.columns.counts },
            { key: 'state', label: words.columns.state },
          ]}
          rows={rows.map((row) => ({
            key: row.batch.id,
            cells: {
              what: <What frame={frame} row={row} />,
              who: row.who,
              counts: <Counts frame={frame} row={row} />,
              state: <State frame={frame} row={row} />,
            },
          }))}
          stacked
        />
      )}
    </DispatchPage>
  );
}
