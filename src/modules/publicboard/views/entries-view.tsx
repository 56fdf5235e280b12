import { formatShortDate } from '../../../lib/dates/format.ts';
import { type PageFrame, type StatusKind, StatusTag } from '../../../ui/index.ts';
import type { ProblemStatus } from '../../complaints/index.ts';
import { type Entry, placeOf } from '../feeds/entry.ts';
import { messagesFor } from '../messages.ts';

const tags: Readonly<Record<ProblemStatus, StatusKind>> = {
  open: 'in-progress',
  waiting: 'received',
  closed: 'done',
  refused: 'cancelled',
};

export function Entries({
  entries,
  frame,
  away,
}: {
  entries: readonly Entry[];
  frame: PageFrame;
  away?: boolean; // inside another site: links open the whole page
}) {
  const words = messagesFor(frame.locale);
  const style = { timezone: frame.region.timezone, locale: frame.locale };
  if (entries.length === 0) return null;
  return (
    <ul class="rows">
      {entries.map((entry) => {
        const { code, title, openedAt, reports, status } = entry.problem;
        const about = [placeOf(entry), words.opened(formatShortDate(openedAt, style)), words.reports(reports)];
        return (
          <li key={code}>
            <div>
              <a href={`/laporan/${code}`} {...(away ? { target: '_blank', rel: 'noopener' } : {})}>
                {title}
              </a>
              <p class="small">{about.filter(Boolean).join(' · ')}</p>
            </div>
            <StatusTag status={tags[status]} label={entry.state} />
          </li>
        );
      })}
    </ul>
  );
}
