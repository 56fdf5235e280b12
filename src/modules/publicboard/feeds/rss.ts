// RSS 2.0 with its own address inside (atom:link), as the feed validator asks.
import type { Locale } from '../../../lib/locale.ts';
import { type Entry, placeOf } from './entry.ts';

export interface Channel {
  readonly title: string;
  readonly description: string;
  readonly page: string; // the list with the same filters
  readonly self: string;
  readonly locale: Locale;
}

const references: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
/** XML 1.0 knows most control characters not even as a reference, so they are left out. */
const safe = (text: string): string =>
  text
    .replace(/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, '')
    .replace(/[&<>"]/g, (sign) => references[sign] ?? sign);
const element = (name: string, text: string): string => `<${name}>${safe(text)}</${name}>`;

export function entriesAsRss(entries: readonly Entry[], channel: Channel): string {
  const items = entries.map((entry) => {
    const { title, text, updatedAt, code } = entry.problem;
    const about = [entry.state, entry.unit, placeOf(entry)].filter(Boolean).join('. ');
    return [
      '<item>',
      element('title', title),
      element('link', entry.address),
      // A new change is a new item: readers show what moved.
      `<guid isPermaLink="false">${safe(`${code}-${updatedAt.getTime()}`)}</guid>`,
      element('pubDate', updatedAt.toUTCString()),
      entry.category === undefined ? '' : element('category', entry.category),
      element('description', `${text}\n${about}.`),
      '</item>',
    ].join('');
  });
  const latest = entries[0]?.problem.updatedAt;
  return [
    '<?xml version="1.0" encoding="UTF-8"?>\n<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom"><channel>',
    ...[element('title', channel.title), element('link', channel.page), element('description', channel.description)],
    `<language>${channel.locale}</language>`,
    latest ? element('lastBuildDate', latest.toUTCString()) : '',
    `<atom:link href="${safe(channel.self)}" rel="self" type="application/rss+xml"/>`,
    ...items,
    '</channel></rss>\n',
  ].join('');
}
