import { DataTable, EmptyState, type PageFrame, PageTitle, StaffPage, StatusTag } from '../../../ui/index.ts';
import { messagesFor } from '../messages.ts';

export interface AdminRow {
  readonly slug: string;
  readonly title: string;
  readonly unit: string;
  readonly version: number;
  readonly published: string;
  readonly confidence: 'sourced' | 'typical';
  readonly unconfirmed: readonly string[]; // keys of evidence, '*' for all
  readonly findings: readonly { readonly code: string; readonly message: string }[];
}

/** For the administrator: what is published, and what nobody has confirmed yet. */
export function AdminView({ frame, rows }: { frame: PageFrame; rows: readonly AdminRow[] }) {
  const words = messagesFor(frame.locale).admin;
  const { columns } = words;
  const nav = [
    { href: '/petugas', label: words.nav.inbox, icon: 'inbox' as const },
    { href: '/petugas/layanan', label: words.nav.services, icon: 'grid' as const, current: true },
  ];
  return (
    <StaffPage frame={frame} title={words.title} nav={nav} wide>
      <PageTitle
        title={words.title}
        lead={words.lead(rows.length, rows.filter((row) => row.unconfirmed.length > 0).length)}
      />
      {rows.length === 0 && <EmptyState title={words.empty} />}
      {rows.length > 0 && (
        <DataTable
          caption={words.title}
          captionHidden
          stacked
          columns={[
            { key: 'service', label: columns.service },
            { key: 'unit', label: columns.unit },
            { key: 'version', label: columns.version, numeric: true },
            { key: 'published', label: columns.published },
            { key: 'confidence', label: columns.confidence },
            { key: 'parts', label: columns.parts },
            { key: 'findings', label: columns.findings },
          ]}
          rows={rows.map((row) => ({ key: row.slug, cells: cellsOf(row, words) }))}
        />
      )}
    </StaffPage>
  );
}

function cellsOf(row: AdminRow, words: ReturnType<typeof messagesFor>['admin']) {
  const parts = row.unconfirmed.map((part) => (part === '*' ? words.allParts : (words.parts[part] ?? part)));
  return {
    service: <a href={`/layanan/${row.slug}/standar`}>{row.title}</a>,
    unit: row.unit,
    version: String(row.version),
    published: row.published,
    confidence: (
      <StatusTag
        status={row.confidence === 'sourced' ? 'done' : 'in-progress'}
        label={words.confidences[row.confidence]}
        reader="staff"
      />
    ),
    parts: parts.length === 0 ? words.nothing : parts.join(', '),
    findings:
      row.findings.length === 0
        ? words.nothing
        : row.findings.map(({ code, message }) => <p key={`${code}${message}`}>{words.finding(code, message)}</p>),
  };
}
