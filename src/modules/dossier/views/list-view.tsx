import { groupCaseNumber } from '../../../lib/case-number.ts';
import {
  Button,
  CaseNumber,
  CsrfInput,
  EmptyState,
  type PageFrame,
  PageTitle,
  type StatusKind,
  StatusTag,
} from '../../../ui/index.ts';
import { messagesFor } from '../messages.ts';
import { DossierPage } from './shell.tsx';

export interface WatchedRow {
  readonly number: string;
  readonly service: string;
  readonly status: StatusKind;
  readonly state: string;
  readonly news: number;
  readonly since: string;
}

function Row({ frame, row }: { frame: PageFrame; row: WatchedRow }) {
  const words = messagesFor(frame.locale).list;
  return (
    <tr>
      <th scope="row">
        <a href={`/petugas/berkas/${row.number}`}>
          <CaseNumber number={row.number} />
        </a>
      </th>
      <td data-label={words.columns.what}>{row.service}</td>
      <td data-label={words.columns.state}>
        <StatusTag reader="staff" status={row.status} />
        <span class="small line">{row.state}</span>
      </td>
      <td data-label={words.columns.news}>
        {row.news > 0 ? <strong>{words.news(row.news)}</strong> : words.noNews}
        <span class="small line">{words.since(row.since)}</span>
      </td>
      <td data-label={words.columns.stop}>
        <form method="post" action={`/petugas/berkas/${row.number}/berhenti-pantau`} data-module="form">
          <CsrfInput />
          <input type="hidden" name="kembali" value="daftar" />
          <Button kind="secondary" small>
            {words.stop}
            <span class="hide"> {groupCaseNumber(row.number)}</span>
          </Button>
        </form>
      </td>
    </tr>
  );
}

export function ListView({ frame, rows }: { frame: PageFrame; rows: readonly WatchedRow[] }) {
  const words = messagesFor(frame.locale).list;
  const { number, what, state, news, stop } = words.columns;
  return (
    <DossierPage frame={frame} title={words.title} onList>
      <PageTitle title={words.title} lead={words.lead} />
      {rows.length === 0 && (
        <EmptyState title={words.empty} icon="eye">
          <p>{words.emptyNote}</p>
        </EmptyState>
      )}
      {rows.length > 0 && (
        <table class="table table-stacked">
          <caption>{words.caption}</caption>
          <thead>
            <tr>
              {[number, what, state, news, stop].map((label) => (
                <th key={label} scope="col">
                  {label}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <Row key={row.number} frame={frame} row={row} />
            ))}
          </tbody>
        </table>
      )}
    </DossierPage>
  );
}
