// Practice: every press is counted, and the time a practised hand would need is reckoned from it.
import { keystrokeSeconds } from '../../lib/keystroke-level.ts';

export function tally(root: HTMLElement): void {
  const line = root.querySelector<HTMLElement>('[data-tally]');
  if (!line) return;
  let keys = 0;
  const decided = new Set<Element>();
  document.addEventListener(
    'keydown',
    (event) => {
      if (event.repeat) return;
      keys += 1;
      const target = event.target instanceof Element ? event.target : root;
      decided.add(target.closest('[data-question], [data-document], fieldset, .field') ?? target);
      const seconds = Math.round(keystrokeSeconds({ keys, decisions: decided.size }));
      line.dataset.keys = String(keys);
      line.dataset.decisions = String(decided.size);
      line.textContent = (line.dataset.tally ?? '')
        .replace('{keys}', String(keys))
        .replace('{seconds}', String(seconds));
    },
    true,
  );
}
