import {
  Card,
  CaseNumber,
  EmptyState,
  Inset,
  LinkButton,
  type PageFrame,
  PageTitle,
  StaffPage,
} from '../../../ui/index.ts';
import { messagesFor } from '../messages.ts';
import { inspectNav } from './staff-nav.ts';

export interface WaitingRow {
  readonly number: string;
  readonly place: string | null;
  readonly closed: string | undefined;
}
export interface WaitingViewProps {
  readonly frame: PageFrame;
  readonly rows: readonly WaitingRow[];
  readonly recorded: boolean;
}

export function WaitingView({ frame, rows, recorded }: WaitingViewProps) {
  const words = messagesFor(frame.locale).inspect;
  return (
    <StaffPage frame={frame} title={words.title} nav={inspectNav(frame)}>
      <PageTitle title={words.title} lead={words.lead} />
      {recorded && (
        <div role="status">
          <Inset>{words.recorded}</Inset>
        </div>
      )}
      {rows.length === 0 && <EmptyState title={words.none} />}
      {rows.map((row) => (
        <Card key={row.number}>
          <p>
            <CaseNumber number={row.number} />
          </p>
          {row.place && <p>{row.place}</p>}
          {row.closed && <p class="small">{words.closed(row.closed)}</p>}
          <LinkButton href={`/kerja/laporan/tinjau/${row.number}`} kind="secondary">
            {words.open}
            <span class="hide"> {row.number}</span>
          </LinkButton>
        </Card>
      ))}
    </StaffPage>
  );
}
