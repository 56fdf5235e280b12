import { part } from '../client/start.ts';
import { trySending } from './send-visit.ts';
import { clock, retryEvery, settling, stateText, type Words, wordsOf } from './visit.client.ts';
import { dropVisit, isUnsent, type KeptVisit, readVisits } from './visit-store.ts';
import { dropPage } from './worker-link.ts';

/** The list: what lies on this device and where it stands; what came too late is shown to be copied. */
export function visits(element: HTMLElement): void {
  if (!('indexedDB' in window)) return;
  void show(element);
  window.addEventListener('online', () => window.setTimeout(() => void show(element), settling));
  window.setInterval(() => navigator.onLine && void show(element), retryEvery);
}

async function show(element: HTMLElement): Promise<void> {
  const words = wordsOf(element);
  const { only } = element.dataset;
  const all = (await readVisits().catch(() => [])).filter((one) => only === undefined || one.key === only);
  for (const kept of all) mark(element, kept, words.keptAt?.replace('{time}', clock(kept.savedAt)) ?? '', words);
  const box = part(element, 'device');
  const stranded = all.filter((one) => one.state === 'closed' || (only !== undefined && isUnsent(one)));
  if (box) {
    box.replaceChildren(...stranded.map((kept) => strandedCard(kept, words)));
    box.hidden = stranded.length === 0;
  }
  if (only !== undefined) return;
  for (const kept of all.filter((one) => one.state === 'waiting')) {
    mark(element, kept, words.sending ?? '', words);
    const tried = await trySending(kept);
    if (tried.outcome === 'sent') void dropPage(kept.address);
    mark(element, tried.visit, stateText(words, tried), words);
  }
}

function mark(element: HTMLElement, kept: KeptVisit, text: string, words: Words): void {
  const line = element.querySelector(`[data-visit="${kept.key}"]`);
  if (!line) return;
  line.textContent = kept.state === 'sent' ? (words.sent ?? '').replace('{time}', kept.time ?? '') : text;
}

function strandedCard(kept: KeptVisit, words: Words): HTMLElement {
  const card = document.createElement('div');
  card.className = 'card stack';
  card.append(text('h2', kept.key.split('/')[0] ?? ''), text('p', kept.sentence ?? words.kept ?? ''));
  const list = document.createElement('dl');
  list.className = 'answers';
  for (const [label, value] of kept.labels) {
    const row = document.createElement('div');
    row.append(text('dt', label), text('dd', value));
    list.append(row);
  }
  const remove = text('button', words.remove ?? '');
  remove.className = 'button button-secondary';
  remove.addEventListener('click', () => {
    void dropVisit(kept.key).then(() => card.remove());
    void dropPage(kept.address);
  });
  card.append(list, text('p', (words.photos ?? '{n}').replace('{n}', String(kept.photos.length))), remove);
  return card;
}

function text(tag: string, content: string): HTMLElement {
  const element = document.createElement(tag);
  element.textContent = content;
  return element;
}
