import {
  BackLink,
  DataTable,
  EmptyState,
  type PageFrame,
  PageTitle,
  Pagination,
  type PaginationProps,
  StaffPage,
} from '../../../ui/index.ts';
import { messagesFor } from '../messages.ts';
import { boardUrl } from './addresses.ts';
import { MessageCard, type MessageCardProps } from './message-card.tsx';
import { hotlineNav } from './staff-nav.ts';
import { TrendBars } from './trend-bars.tsx';
import { areaTable, officeTable, type TrendRows } from './trend-tables.ts';

export interface ListViewProps {
  readonly frame: PageFrame;
  readonly title: string;
  readonly lead?: string | undefined;
  readonly cards: readonly MessageCardProps[];
  readonly paging: PaginationProps;
}

/** Messages of one kind, or that stand in one place. */
export function ListView({ frame, title, lead, cards, paging }: ListViewProps) {
  const words = messagesFor(frame.locale);
  return (
    <StaffPage frame={frame} title={title} nav={hotlineNav(frame, 'board')} homeHref={boardUrl}>
      <BackLink href={boardUrl} label={words.board.back} />
      <PageTitle title={title} lead={lead} />
      {cards.length === 0 && <EmptyState title={words.elsewhere.none} />}
      {cards.map((card) => (
        <MessageCard key={card.number} frame={frame} card={card} level={2} />
      ))}
      <Pagination {...paging} />
    </StaffPage>
  );
}

export function TrendsView({ frame, trends }: { frame: PageFrame; trends: TrendRows }) {
  const words = messagesFor(frame.locale);
  return (
    <StaffPage frame={frame} title={words.trends.title} nav={hotlineNav(frame, 'trends')} homeHref={boardUrl}>
      <BackLink href={boardUrl} label={words.board.back} />
      <PageTitle title={words.trends.title} lead={words.trends.lead} />
      {trends.areas.length + trends.offices.length === 0 && <EmptyState title={words.trends.none} />}
      {trends.offices.length > 0 && <TrendBars frame={frame} title={words.trends.offices} rows={trends.offices} />}
      {trends.offices.length > 0 && <DataTable {...officeTable(frame, trends.offices)} />}
      {trends.areas.length > 0 && <TrendBars frame={frame} title={words.trends.areas} rows={trends.areas} />}
      {trends.areas.length > 0 && <DataTable {...areaTable(frame, trends.areas)} />}
    </StaffPage>
  );
}
