import {
  EmptyState,
  Inset,
  NoticeCard,
  type PageFrame,
  PageTitle,
  StaffPage,
  type StatusKind,
} from '../../../ui/index.ts';
import { messagesFor } from '../messages.ts';
import { hotlineNav } from './staff-nav.ts';

export interface HeadRow {
  readonly href: string;
  readonly number: string;
  readonly title: string;
  readonly text: string;
  readonly status: StatusKind;
  readonly label: string;
}
export interface HeadViewProps {
  readonly frame: PageFrame;
  readonly open: readonly HeadRow[];
  readonly ended: readonly HeadRow[];
  readonly flash: string | undefined;
}

export function HeadView({ frame, open, ended, flash }: HeadViewProps) {
  const words = messagesFor(frame.locale).head;
  return (
    <StaffPage frame={frame} title={words.title} nav={hotlineNav(frame, 'mine')}>
      {flash && (
        <Inset>
          <p role="status">{flash}</p>
        </Inset>
      )}
      <PageTitle title={words.title} lead={words.lead} />
      <h2>{words.open}</h2>
      {open.length === 0 && <EmptyState title={words.none} icon="check-circle" />}
      {open.map((row) => (
        <Row key={row.number} row={row} />
      ))}
      {ended.length > 0 && <h2>{words.ended}</h2>}
      {ended.map((row) => (
        <Row key={row.number} row={row} />
      ))}
    </StaffPage>
  );
}

function Row({ row }: { row: HeadRow }) {
  return (
    <NoticeCard
      title={row.title}
      level={3}
      href={row.href}
      status={row.status}
      statusLabel={row.label}
      number={row.number}
    >
      <p>{row.text}</p>
    </NoticeCard>
  );
}
