import { formatMetres, metresBetween } from '../../lib/geo/distance.ts';
import { part } from '../client/start.ts';
import { retryEvery, settling, type Words, wordsOf } from '../visits/visit.client.ts';
import { keepPages } from '../visits/worker-link.ts';
import { dropCrewVisit, type KeptJob, type KeptVisit, keepJobs, readCrewVisits } from './crew-store.ts';
import { scope, stateText } from './crew-visit.client.ts';
import { trySending } from './send-crew.ts';

/** The list: kept on the phone, nearest first when asked, and what of it still waits to be sent. */
export function crewList(element: HTMLElement): void {
  const words = wordsOf(element);
  nearestFirst(element, words);
  const toMap = part(element, 'to-map');
  if (toMap) toMap.hidden = document.querySelector('#peta') === null;
  if (!('indexedDB' in window)) return;
  void keep(element, words);
  const send = () => void sendWaiting(element, words);
  window.addEventListener('online', () => window.setTimeout(send, settling));
  window.setInterval(() => navigator.onLine && send(), retryEvery);
  send();
}

const cardsOf = (element: HTMLElement) => [...element.querySelectorAll<HTMLElement>('[data-number]')];

function jobOf({ dataset }: HTMLElement): KeptJob {
  const { number = '', title = '', text = '', place = '', lat, long } = dataset;
  return { number, title, text, place, ...(lat && long ? { lat: Number(lat), long: Number(long) } : {}) };
}

async function keep(element: HTMLElement, words: Words): Promise<void> {
  const line = part(element, 'state');
  const say = (text: string | undefined) => {
    if (line) line.textContent = text ?? '';
  };
  window.addEventListener('offline', () => say(words.stale));
  if (!navigator.onLine) return say(words.stale);
  const cards = cardsOf(element);
  await keepJobs(cards.map(jobOf));
  const photos = cards.flatMap((card) => card.querySelector('img')?.getAttribute('src') ?? []);
  const { mapScript, mapCss, mapOutlines } = element.dataset;
  const assets = [mapScript, mapCss, mapOutlines].flatMap((path) => path ?? []);
  const pages = [scope, `${scope}/tanpa-sinyal`];
  const ready = await keepPages({ scope, pages, photos, assets }).catch(() => false);
  // Not every browser says that it is without a network: then nothing can be kept anew, and the worker gave us this page.
  say(ready ? words.ready : navigator.serviceWorker?.controller ? words.stale : words.notReady);
}

/** Asks the phone where it is only when pressed; sorting needs no network. */
function nearestFirst(element: HTMLElement, words: Words): void {
  const button = part(element, 'nearest');
  const list = part(element, 'jobs');
  const line = part(element, 'state');
  if (!button || !list || !line || !('geolocation' in navigator)) return;
  const locale = document.documentElement.lang === 'en' ? 'en' : 'id';
  button.hidden = false;
  button.addEventListener('click', () => {
    line.textContent = element.dataset.searching ?? '';
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => {
        const here = { lat: coords.latitude, long: coords.longitude };
        const away = cardsOf(element).map((card) => {
          const { lat, long } = jobOf(card);
          const metres = lat === undefined || long === undefined ? undefined : metresBetween(here, { lat, long });
          const said = part(card, 'away');
          if (said && metres !== undefined)
            said.textContent = (words.away ?? '').replace('{d}', formatMetres(metres, locale));
          return { card, metres: metres ?? Number.POSITIVE_INFINITY };
        });
        list.replaceChildren(...away.sort((a, b) => a.metres - b.metres).map(({ card }) => card));
        line.textContent = words.sorted ?? '';
      },
      () => {
        line.textContent = element.dataset.denied ?? '';
      },
      { enableHighAccuracy: true, timeout: 15_000, maximumAge: 60_000 },
    );
  });
}

async function sendWaiting(element: HTMLElement, words: Words): Promise<void> {
  const { officer } = element.dataset;
  const all = (await readCrewVisits().catch(() => [])).filter((one) => one.officer === officer);
  // What was sent before this list was opened has been told.
  for (const { key } of all.filter(({ state }) => state === 'sent' || state === 'closed')) await dropCrewVisit(key);
  for (const visit of all.filter(({ state }) => state === 'draft' || state === 'mistakes'))
    mark(element, visit, words, visit.sentence ?? words.draft ?? '');
  for (const visit of all.filter(({ state }) => state === 'waiting')) {
    mark(element, visit, words, words.sending ?? '');
    const tried = await trySending(visit);
    mark(element, tried.visit, words, stateText(words, tried));
  }
}

/** On the report's own card, or on one of its own when the report has left the list. */
function mark(element: HTMLElement, visit: KeptVisit, words: Words, text: string): void {
  const card = cardsOf(element).find(({ dataset }) => dataset.number === visit.number);
  const line = (card && part(card, 'kept')) ?? lineFor(element, visit, words);
  if (line) line.textContent = text;
}

function lineFor(element: HTMLElement, { key, number }: KeptVisit, words: Words): HTMLElement | undefined {
  const box = part(element, 'unsent');
  if (!box) return undefined;
  const there = box.querySelector<HTMLElement>(`[data-visit="${key}"]`);
  if (there) return there;
  const card = document.createElement('div');
  card.className = 'card';
  const link = document.createElement('a');
  link.href = `${scope}/${number}`;
  link.textContent = (words.open ?? '{number}').replace('{number}', number);
  const line = document.createElement('p');
  line.className = 'small';
  line.dataset.visit = key;
  card.append(link, line);
  box.append(card);
  box.hidden = false;
  return line;
}
