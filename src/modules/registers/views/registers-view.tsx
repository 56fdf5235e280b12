import { DataTable, Inset, type PageFrame, PageTitle, StaffPage, StatusTag, Warning } from '../../../ui/index.ts';
import { messagesFor } from '../messages.ts';

export interface RegisterRow {
  readonly name: string;
  readonly label: string;
  readonly holder: string;
  readonly state: 'up' | 'down' | 'untried' | 'off' | 'not-connected';
  readonly simulated: boolean;
  readonly last: string | undefined;
  readonly asked: number;
  readonly failed: number;
  readonly averageMilliseconds: number | undefined;
}

const marks = {
  up: 'done',
  down: 'refused',
  untried: 'received',
  off: 'cancelled',
  'not-connected': 'cancelled',
} as const;

/** For the administrator: which registers answer, how often they are asked, how fast they are. */
export function RegistersView({ frame, rows }: { frame: PageFrame; rows: readonly RegisterRow[] }) {
  const words = messagesFor(frame.locale);
  const { columns } = words;
  const nav = [
    { href: '/petugas', label: words.nav.inbox, icon: 'inbox' as const },
    { href: '/petugas/layanan', label: words.nav.services, icon: 'grid' as const },
    { href: '/petugas/register', label: words.nav.registers, icon: 'search' as const, current: true },
  ];
  return (
    <StaffPage frame={frame} title={words.title} nav={nav} wide>
      <PageTitle title={words.title} lead={words.lead} />
      {rows.some((row) => row.simulated) && <Warning>{words.simulated}</Warning>}
      <DataTable
        caption={words.title}
        captionHidden
        stacked
        columns={[
          { key: 'register', label: columns.register },
          { key: 'holder', label: columns.holder },
          { key: 'state', label: columns.state },
          { key: 'last', label: columns.last },
          { key: 'asked', label: columns.asked, numeric: true },
          { key: 'failed', label: columns.failed, numeric: true },
          { key: 'average', label: columns.average, numeric: true },
        ]}
        rows={rows.map((row) => ({ key: row.name, cells: cellsOf(row, words) }))}
      />
      <Inset>
        <p>{words.hint}</p>
      </Inset>
    </StaffPage>
  );
}

function cellsOf(row: RegisterRow, words: ReturnType<typeof messagesFor>) {
  const percent = row.asked === 0 ? 0 : Math.round((row.failed / row.asked) * 100);
  return {
    register: [row.label, row.simulated ? ` (${words.simulator})` : ''].join(''),
    holder: row.holder,
    state: <StatusTag status={marks[row.state]} label={words.states[row.state]} reader="staff" />,
    last: row.last ?? words.never,
    asked: String(row.asked),
    failed: words.share(row.failed, percent),
    average: row.averageMilliseconds === undefined ? words.nothing : words.milliseconds(row.averageMilliseconds),
  };
}
