import type { Locale } from '../../../lib/locale.ts';
import { addressWith, type BoardQuery } from '../filter.ts';
import { messagesFor } from '../messages.ts';

export interface ReuseViewProps {
  readonly query: BoardQuery;
  readonly month: string;
  readonly publicUrl: string;
  readonly locale: Locale;
}

/** The way out for programs, other sites and people with a spreadsheet. */
export function ReuseView({ query, month, publicUrl, locale }: ReuseViewProps) {
  const words = messagesFor(locale);
  const { reuse } = words;
  const line = `<iframe src="${publicUrl}/laporan/sisipan" title="${words.embed.title}" width="100%" height="420" loading="lazy"></iframe>`;
  return (
    <>
      <h2>{reuse.title}</h2>
      <p>{reuse.lead}</p>
      <ul>
        <li>
          <a href={addressWith('/laporan.rss', query)}>{reuse.rss}</a>
        </li>
        <li>
          <a href={addressWith('/laporan.geojson', query)}>{reuse.geojson}</a>
        </li>
        <li>
          <a href={addressWith('/laporan.csv', query)}>{reuse.csv}</a>
        </li>
        <li>
          <a href={`/laporan/data/${month}.csv`}>{reuse.month}</a>
        </li>
      </ul>
      <p class="small">{reuse.embed}</p>
      <p class="small boardcode">
        <code>{line}</code>
      </p>
    </>
  );
}
