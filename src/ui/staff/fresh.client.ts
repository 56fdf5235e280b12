import { fill } from '../client/start.ts';

const every = 30_000; // ms; a quiet look for new work

/** "3 baru, muat ulang": asks data-url for {count} and offers a reload; never moves the table under the reader's hand. */
export function fresh(element: HTMLElement): void {
  const { url, text } = element.dataset;
  const link = element.querySelector('span');
  if (!url || !link) return;
  window.setInterval(() => {
    if (document.hidden) return;
    void fetch(url, { credentials: 'same-origin' })
      .then((answer) => (answer.ok ? answer.json() : null))
      .then((body: { count?: number } | null) => {
        const count = body?.count ?? 0;
        element.hidden = count === 0;
        link.textContent = fill(text, count);
      })
      .catch(() => undefined);
  }, every);
}
