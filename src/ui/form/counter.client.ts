import { fill } from '../client/start.ts';

/** Counts down while typing; becomes a spoken status only when few characters are left. */
export function counter(element: HTMLElement): void {
  const line = document.getElementById(`${element.id}-counter`);
  if (!line || !(element instanceof HTMLTextAreaElement)) return;
  const max = Number(element.dataset.max);
  const show = () => {
    const left = max - element.value.length;
    line.textContent = left < 0 ? fill(line.dataset.over, -left) : fill(line.dataset.left, left);
    line.classList.toggle('counter-over', left < 0);
    line.setAttribute('aria-live', left < max / 10 ? 'polite' : 'off');
  };
  element.addEventListener('input', show);
  show();
}
