import { groupCaseNumber } from '../../../lib/case-number.ts';
import {
  Button,
  Card,
  CaseNumber,
  CsrfInput,
  DueChip,
  EmptyState,
  LinkButton,
  type PageFrame,
  PageTitle,
} from '../../../ui/index.ts';
import { messagesFor } from '../messages.ts';
import type { VisitRow } from '../service/visits.ts';
import { VisitPage } from './shell.tsx';

export interface ListViewProps {
  readonly frame: PageFrame;
  readonly rows: readonly VisitRow[];
  readonly sent: string | undefined;
}

function Take({ row, frame }: { row: VisitRow; frame: PageFrame }) {
  const words = messagesFor(frame.locale).list;
  const href = `/kerja/tinjau/${row.number}/${row.taskId}`;
  if (row.holder === 'other') return <p class="small">{words.heldBy(row.holderName)}</p>;
  if (row.holder === 'me')
    return (
      <LinkButton href={href} kind="secondary" icon="pin">
        {words.open}
        <span class="hide"> {row.number}</span>
      </LinkButton>
    );
  return (
    <form method="post" action={`${href}/siapkan`}>
      <CsrfInput />
      <Button icon="hand">
        {row.offline ? words.take : words.claim}
        <span class="hide"> {row.number}</span>
      </Button>
    </form>
  );
}

function Visit({ row, frame }: { row: VisitRow; frame: PageFrame }) {
  const words = messagesFor(frame.locale).list;
  return (
    <Card>
      <p>
        <DueChip {...row.due} />
      </p>
      <p>
        <b>{row.place ?? words.noPlace}</b>
        <span class="line">{row.service}</span>
        <span class="line small">
          {row.step}, <CaseNumber number={row.number} />
        </span>
      </p>
      <p class="small" role="status" data-visit={`${row.number}/${row.taskId}`} />
      <Take row={row} frame={frame} />
    </Card>
  );
}

function Group({ title, rows, frame }: { title: string; rows: readonly VisitRow[]; frame: PageFrame }) {
  if (rows.length === 0) return null;
  return (
    <section class="stack">
      <h2>{title}</h2>
      {rows.map((row) => (
        <Visit key={row.taskId} row={row} frame={frame} />
      ))}
    </section>
  );
}

export function ListView({ frame, rows, sent }: ListViewProps) {
  const { list: words, device } = messagesFor(frame.locale);
  return (
    <VisitPage frame={frame} title={words.title}>
      <PageTitle title={words.title} lead={words.lead} />
      {sent && (
        <div class="inset" role="status">
          <p>{words.sent(groupCaseNumber(sent))}</p>
        </div>
      )}
      <div class="stack" data-module="visits" data-words={JSON.stringify(device)}>
        <div class="stack" data-target="device" hidden />
        {rows.length === 0 && (
          <EmptyState title={words.empty} icon="pin">
            <p>
              <a href="/petugas">{words.emptyNext}</a>
            </p>
          </EmptyState>
        )}
        <Group title={words.today} rows={rows.filter((row) => row.today)} frame={frame} />
        <Group title={words.later} rows={rows.filter((row) => !row.today)} frame={frame} />
      </div>
    </VisitPage>
  );
}
