// What is on this phone, as its owner sees it: where each report stands, "send now", "remove".
import type { KeptReport } from './report-store.ts';

export type Words = Readonly<Record<string, string>>;
export interface Doing {
  readonly send: () => void;
  readonly remove: () => void;
}

export function reportCard(report: KeptReport, words: Words, { send, remove }: Doing): HTMLElement {
  const card = document.createElement('li');
  card.className = 'card stack';
  card.dataset.state = report.state;
  card.append(said('p', stateOf(report, words)));
  const text = String(report.body.text ?? '');
  if (text !== '') card.append(said('p', text.length > 120 ? `${text.slice(0, 119)}…` : text, 'small'));
  if (report.trackingCode) card.append(trackLink(report, words));
  const buttons = document.createElement('div');
  buttons.className = 'buttons';
  if (report.state === 'waiting') buttons.append(button(words.now, 'button button-secondary', send));
  buttons.append(button(report.state === 'sent' ? words.hide : words.remove, 'button button-quiet', remove));
  card.append(buttons);
  return card;
}

function stateOf({ state, number, files, sentence, savedAt, lost = 0 }: KeptReport, words: Words): string {
  if (state === 'refused') return `${words.refused ?? ''} ${sentence ?? ''}`;
  if (state === 'sent')
    return [
      (words.sent ?? '').replace('{number}', grouped(number)),
      ...(lost > 0 ? [(words.lost ?? '').replace('{n}', String(lost))] : []),
    ].join(' ');
  if (number)
    return (words.photosLater ?? '')
      .replace('{number}', grouped(number))
      .replace('{n}', String(files.filter(({ uploadId }) => uploadId === undefined).length));
  const time = new Date(savedAt).toTimeString().slice(0, 5).replace(':', '.');
  return (words.waiting ?? '').replace('{time}', time);
}
const grouped = (number = ''): string => number.replace(/^(\w)(\d{3})(\d{3})(\d{3})$/, '$1 $2 $3 $4');

function trackLink({ trackingCode = '' }: KeptReport, words: Words): HTMLElement {
  const line = document.createElement('p');
  const link = said('a', words.track ?? '');
  link.setAttribute('href', `/lacak/${encodeURIComponent(trackingCode)}`);
  line.append(link);
  return line;
}
function button(text: string | undefined, className: string, act: () => void): HTMLElement {
  const element = said('button', text ?? '', className);
  element.setAttribute('type', 'button');
  element.addEventListener('click', act);
  return element;
}
export function said(tag: string, text: string, className = ''): HTMLElement {
  const element = document.createElement(tag);
  element.textContent = text;
  if (className) element.className = className;
  return element;
}
