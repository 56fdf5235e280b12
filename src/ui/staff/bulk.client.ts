import { fill, part } from '../client/start.ts';

/** "Pilih semua" and a running count over a table with boxes. */
export function bulk(form: HTMLElement): void {
  const boxes = [...form.querySelectorAll<HTMLInputElement>('.pick input')];
  const head = form.querySelector('thead th');
  const count = part(form, 'count');
  if (boxes.length === 0 || !head) return;
  const all = document.createElement('input');
  all.type = 'checkbox';
  all.className = 'pick-all';
  all.setAttribute('aria-label', form.dataset.all ?? '');
  head.replaceChildren(all);
  const show = () => {
    const chosen = boxes.filter((box) => box.checked).length;
    all.checked = chosen === boxes.length;
    all.indeterminate = chosen > 0 && chosen < boxes.length;
    if (count) count.textContent = fill(form.dataset.selected, chosen);
  };
  all.addEventListener('change', () => {
    for (const box of boxes) box.checked = all.checked;
    show();
  });
  form.addEventListener('change', show);
  show();
}
