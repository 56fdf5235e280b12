// Start and stop: the minutes are added to those that stand in the form, where they can still be changed by hand.
import { part } from '../client/start.ts';
import { clock } from '../visits/visit.client.ts';

/** @returns what brings the buttons in line with the form, after it was filled from what was kept. */
export function workTime(element: HTMLElement, changed: () => void): () => void {
  const box = part(element, 'time');
  const began = box?.querySelector<HTMLInputElement>('[data-target=began]');
  const minutes = box?.querySelector<HTMLInputElement>('[name=menit]');
  const [start, stop, line] = box ? [part(box, 'start'), part(box, 'stop'), part(box, 'running')] : [];
  if (!box || !began || !minutes || !start || !stop || !line) return () => undefined;
  const draw = () => {
    const running = began.value !== '';
    start.hidden = running;
    stop.hidden = !running;
    line.textContent = running ? (box.dataset.running ?? '').replace('{time}', clock(began.value)) : '';
  };
  start.addEventListener('click', () => {
    began.value = new Date().toISOString();
    draw();
    stop.focus();
    changed();
  });
  stop.addEventListener('click', () => {
    const passed = Math.max(1, Math.round((Date.now() - new Date(began.value).getTime()) / 60_000));
    minutes.value = String((Number.parseInt(minutes.value, 10) || 0) + passed);
    began.value = '';
    draw();
    start.focus();
    changed();
  });
  draw();
  return draw;
}
