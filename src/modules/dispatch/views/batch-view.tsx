import {
  BackLink,
  Button,
  CaseNumber,
  DataTable,
  FigureCard,
  FigureGrid,
  Form,
  Inset,
  type PageFrame,
  PageTitle,
} from '../../../ui/index.ts';
import { messagesFor } from '../messages.ts';
import type { Batch, ItemState } from '../store/batches.ts';
import { DispatchPage } from './shell.tsx';

export interface BatchViewProps {
  readonly frame: PageFrame;
  readonly batch: Batch;
  readonly unit: string | undefined;
  readonly counts: Readonly<Record<ItemState, number>>;
  readonly items: readonly { readonly number: string; readonly state: ItemState; readonly why: string | undefined }[];
  readonly when: string;
  readonly mayUndo: boolean;
}

/** How far it is, and what became of each report. */
export function BatchView({ frame, batch, unit, counts, items, when, mayUndo }: BatchViewProps) {
  const words = messagesFor(frame.locale).batch;
  const { what, total, state } = batch;
  const title = what.kind === 'join' ? words.joined(what.follows) : words.forwarded(unit ?? what.unit);
  const undone = state === 'undone' || state === 'undoing';
  const left = state === 'undoing' ? counts.done : counts.waiting;
  return (
    <DispatchPage frame={frame} title={title}>
      <BackLink href="/kerja/laporan/banyak" label={messagesFor(frame.locale).batches.title} />
      <PageTitle title={title} lead={when} />
      <div role="status">
        <Inset>
          <p>{words.states[state]}</p>
          {left > 0 && (
            <>
              <progress class="batchprogress" max={total} value={total - left} aria-label={words.progress} />
              <p class="num">{words.left(left, total)}</p>
            </>
          )}
        </Inset>
      </div>
      <FigureGrid>
        <FigureCard
          value={String(undone ? counts.undone : counts.done)}
          label={undone ? words.undone : words.done}
          tone="good"
        />
        <FigureCard
          value={String(counts.refused)}
          label={words.refused}
          tone={counts.refused > 0 ? 'late' : undefined}
        />
        {undone && <FigureCard value={String(counts.kept)} label={words.kept} />}
      </FigureGrid>
      {mayUndo && (
        <Form action={`/kerja/laporan/banyak/${batch.id}/urungkan`} label={words.undo}>
          <p>{words.undoNote}</p>
          <Button kind="secondary" icon="reply">
            {words.undo}
          </Button>
        </Form>
      )}
      <DataTable
        caption={words.results}
        columns={[
          { key: 'number', label: words.number },
          { key: 'state', label: words.result },
        ]}
        rows={items.map(({ number, state: itemState, why }) => ({
          key: number,
          cells: {
            number: (
              <a href={`/kerja/laporan/${number}`}>
                <CaseNumber number={number} />
              </a>
            ),
            state: [words.items[itemState], why].filter(Boolean).join('. '),
          },
        }))}
        stacked
      />
    </DispatchPage>
  );
}
