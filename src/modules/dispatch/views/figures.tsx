import { DataTable, Details, type PageFrame } from '../../../ui/index.ts';
import { addressOf } from '../filter.ts';
import { messagesFor } from '../messages.ts';

export interface ShownFigures {
  readonly offices: readonly {
    readonly code: string;
    readonly name: string;
    readonly open: string;
    readonly late: string;
  }[];
  readonly misrouted: string | undefined;
  readonly days: number;
}

/** How the offices stand, folded away until somebody wants to know. */
export function Figures({ frame, figures }: { frame: PageFrame; figures: ShownFigures }) {
  const words = messagesFor(frame.locale).figures;
  const { offices, misrouted, days } = figures;
  if (offices.length === 0 && misrouted === undefined) return null;
  return (
    <Details summary={words.title}>
      {misrouted !== undefined && <p>{words.misrouted(misrouted, days)}</p>}
      <DataTable
        caption={words.caption}
        columns={[
          { key: 'unit', label: words.unit },
          { key: 'open', label: words.open, numeric: true },
          { key: 'late', label: words.late, numeric: true },
        ]}
        rows={offices.map(({ code, name, open, late }) => ({
          key: code,
          cells: { unit: <a href={addressOf({ tampil: 'dinas', unit: code })}>{name}</a>, open, late },
        }))}
      />
    </Details>
  );
}
