// The two tables of the comparison, short on the board and whole on a page of their own.
import type { DataTableProps, PageFrame } from '../../../ui/index.ts';
import { messagesFor } from '../messages.ts';
import type { Trends } from '../service/trends.ts';

export type TrendRows = Trends;

export function officeTable(frame: PageFrame, offices: Trends['offices']): DataTableProps {
  const words = messagesFor(frame.locale).trends;
  return {
    caption: words.offices,
    stacked: true, // four columns are too many for a phone
    columns: [
      { key: 'name', label: words.office },
      { key: 'now', label: words.now, numeric: true },
      { key: 'before', label: words.before, numeric: true },
      { key: 'inTime', label: words.inTime, numeric: true },
    ],
    rows: offices.map(({ name, now, before, inTime, decided }) => ({
      key: name,
      cells: { name, now: String(now), before: String(before), inTime: words.inTimeOf(inTime, decided) },
    })),
  };
}

export function areaTable(frame: PageFrame, areas: Trends['areas']): DataTableProps {
  const words = messagesFor(frame.locale).trends;
  return {
    caption: words.areas,
    columns: [
      { key: 'name', label: words.area },
      { key: 'now', label: words.now, numeric: true },
      { key: 'before', label: words.before, numeric: true },
    ],
    rows: areas.map(({ name, now, before }) => ({
      key: name,
      cells: { name, now: String(now), before: String(before) },
    })),
  };
}
