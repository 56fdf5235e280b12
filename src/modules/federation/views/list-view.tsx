import {
  Confirmation,
  DataTable,
  EmptyState,
  type PageFrame,
  PageTitle,
  StaffPage,
  StatusTag,
  Warning,
} from '../../../ui/index.ts';
import { messagesFor } from '../messages.ts';
import { marks } from '../pages/texts.ts';
import type { ForwardState } from '../types.ts';
import { partnerNav } from './nav.ts';

export interface ListRow {
  readonly id: string;
  readonly number: string;
  readonly partner: string;
  readonly state: ForwardState;
  readonly theirId: string | null;
  readonly contact: string | undefined;
  readonly trouble: string | undefined;
}
export interface PartnerLine {
  readonly name: string;
  readonly connected: boolean;
  readonly simulated: boolean;
  readonly checked: string | undefined;
  readonly trouble: string | undefined;
}
export interface ListViewProps {
  readonly frame: PageFrame;
  readonly rows: readonly ListRow[];
  readonly partners: readonly PartnerLine[];
  readonly done?: 'resent' | 'noted' | undefined;
}

export function ListView({ frame, rows, partners, done }: ListViewProps) {
  const words = messagesFor(frame.locale);
  const list = words.list;
  return (
    <StaffPage frame={frame} title={list.title} nav={partnerNav(frame)} wide>
      {done && <Confirmation title={list[done]} />}
      <PageTitle title={list.title} lead={list.lead} />
      {partners.some(({ simulated }) => simulated) && <Warning>{list.simulated}</Warning>}
      {rows.length === 0 ? <EmptyState title={list.empty} /> : <Rows frame={frame} rows={rows} />}
      <h2>{list.partners}</h2>
      <DataTable
        caption={list.partners}
        captionHidden
        stacked
        columns={[
          { key: 'partner', label: list.partner },
          { key: 'state', label: list.state },
          { key: 'trouble', label: list.trouble },
        ]}
        rows={partners.map(({ name, connected, simulated, checked, trouble }) => ({
          key: name,
          cells: {
            partner: name,
            state: [
              connected ? (simulated ? list.simulator : list.connected) : list.notConnected,
              checked && list.checked(checked),
            ]
              .filter(Boolean)
              .join(', '),
            trouble: trouble ?? list.none,
          },
        }))}
      />
    </StaffPage>
  );
}

function Rows({ frame, rows }: Pick<ListViewProps, 'frame' | 'rows'>) {
  const words = messagesFor(frame.locale);
  const list = words.list;
  return (
    <DataTable
      caption={list.title}
      captionHidden
      stacked
      columns={[
        { key: 'report', label: list.report },
        { key: 'partner', label: list.partner },
        { key: 'state', label: list.state },
        { key: 'number', label: list.number },
        { key: 'contact', label: list.contact },
        { key: 'trouble', label: list.trouble },
      ]}
      rows={rows.map((row) => ({
        key: row.id,
        cells: {
          report: <a href={`/kerja/mitra/${row.id}`}>{row.number}</a>,
          partner: row.partner,
          state: <StatusTag status={marks[row.state]} label={words.states[row.state]} reader="staff" />,
          number: row.theirId ?? list.none,
          contact: row.contact ?? list.none,
          trouble: row.trouble ?? list.none,
        },
      }))}
    />
  );
}
