import type { ComponentChildren } from 'preact';
import { useWords } from '../context.ts';
import { Icon } from '../icon/icon.tsx';

export interface TableColumn {
  readonly key: string;
  readonly label: string;
  readonly numeric?: boolean | undefined; // right-aligned, tabular figures
  readonly sortHref?: string | undefined; // sorting is a link, the server sorts
  readonly sorted?: 'ascending' | 'descending' | undefined;
}
export interface TableRow {
  readonly key: string;
  readonly cells: Readonly<Record<string, ComponentChildren>>; // by column key; the first column heads the row
}
export interface DataTableProps {
  readonly caption: string;
  readonly captionHidden?: boolean | undefined;
  readonly columns: readonly TableColumn[];
  readonly rows: readonly TableRow[];
  readonly stacked?: boolean | undefined; // rows become cards on phones; otherwise the table scrolls sideways
}

/** Rows and columns with a caption; prints every row, pagination is separate. */
export function DataTable({ caption, captionHidden, columns, rows, stacked }: DataTableProps) {
  const table = (
    <table class={stacked ? 'table table-stacked' : 'table'}>
      <caption class={captionHidden ? 'hide' : undefined}>{caption}</caption>
      <thead>
        <tr>
          {columns.map((column) => (
            <HeadCell key={column.key} column={column} />
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.key}>
            {columns.map((column, index) => (
              <BodyCell key={column.key} column={column} head={index === 0}>
                {row.cells[column.key]}
              </BodyCell>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
  return stacked ? table : <TableScroll label={caption}>{table}</TableScroll>;
}

/** Sideways scrolling that the keyboard can reach too. */
export function TableScroll({ label, children }: { label: string; children: ComponentChildren }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard (WCAG 2.1.1)
    <section class="table-scroll" tabIndex={0} aria-label={label}>
      {children}
    </section>
  );
}

function HeadCell({ column }: { column: TableColumn }) {
  const words = useWords().table;
  const said = column.sorted === 'ascending' ? words.sortedAscending : words.sortedDescending;
  return (
    <th scope="col" class={column.numeric ? 'end' : undefined} aria-sort={column.sorted}>
      {column.sortHref ? (
        <a href={column.sortHref}>
          {column.label}
          {column.sorted && (
            <span class={column.sorted}>
              <Icon name="down" size="small" />
              <span class="hide">, {said}</span>
            </span>
          )}
        </a>
      ) : (
        column.label
      )}
    </th>
  );
}

interface BodyCellProps {
  readonly column: TableColumn;
  readonly head: boolean;
  readonly children: ComponentChildren;
}
function BodyCell({ column, head, children }: BodyCellProps) {
  const look = column.numeric ? 'end num' : undefined;
  if (head) {
    return (
      <th scope="row" class={look}>
        {children}
      </th>
    );
  }
  return (
    <td class={look} data-label={column.label}>
      {children}
    </td>
  );
}

export interface PaginationProps {
  readonly page?: number | undefined;
  readonly total?: number | undefined; // pages; leave out with keyset paging
  readonly previousHref?: string | undefined;
  readonly nextHref?: string | undefined;
}

/** Previous and next; prints nothing when there is only one page. */
export function Pagination({ page, total, previousHref, nextHref }: PaginationProps) {
  const words = useWords().pagination;
  if (!previousHref && !nextHref) return null;
  return (
    <nav class="pages" aria-label={words.label}>
      {previousHref && (
        <a class="button button-secondary" href={previousHref} rel="prev">
          <Icon name="left" />
          <span>{words.previous}</span>
        </a>
      )}
      {page !== undefined && total !== undefined && <span class="num">{words.page(page, total)}</span>}
      {nextHref && (
        <a class="button button-secondary" href={nextHref} rel="next">
          <span>{words.next}</span>
          <Icon name="right" />
        </a>
      )}
    </nav>
  );
}
