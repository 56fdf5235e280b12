// At the telephone: digits take a suggested category, and known problems near by stand there while the caller still speaks.
import { part } from '../client/start.ts';
import { similarTo } from '../report/similar.ts';

const quiet = 400; // ms after the last answer
const joinKeys = ['F6', 'F7', 'F9'];

export function phoneReport(element: HTMLElement): void {
  const form = element.closest('form');
  if (!form) return;
  suggestedByDigit(form);
  const list = part(form, 'similar-list');
  document.addEventListener('keydown', (event) => {
    const at = joinKeys.indexOf(event.key);
    const button = at < 0 ? undefined : list?.querySelectorAll<HTMLButtonElement>('button[name="_ikut"]')[at];
    if (!button) return;
    event.preventDefault();
    form.requestSubmit(button);
  });
  let timer = 0;
  let asked = 0;
  const look = async () => {
    const mine = ++asked;
    const typed = new FormData(form);
    const text = (name: string) => String(typed.get(name) ?? '').trim() || undefined;
    if (text('isi') === undefined) return;
    const found = await similarTo({ text: text('isi'), category: text('kategori'), area: text('wilayah') });
    if (mine !== asked || !list) return;
    list.replaceChildren(
      ...found.map((problem, at) => known(problem, `${joinKeys[at] ?? ''} ${element.dataset.join ?? ''}`)),
    );
    const box = part(form, 'similar');
    if (box) box.hidden = found.length === 0;
    const looked = form.querySelector<HTMLInputElement>('[name="_dilihat"]');
    if (looked) looked.value = '1';
  };
  const soon = () => {
    window.clearTimeout(timer);
    timer = window.setTimeout(() => void look(), quiet);
  };
  form.addEventListener('change', soon);
  soon();
}

/** On the list of categories a digit takes the suggestion of that number and goes on; it waits for suggestions that are on their way. */
function suggestedByDigit(form: HTMLFormElement): void {
  const select = form.querySelector<HTMLSelectElement>('select[name=kategori]');
  const buttons = part(form, 'buttons');
  if (!select || !buttons) return;
  let wanted = -1;
  const take = () => {
    const button = buttons.querySelectorAll('button')[wanted];
    if (!button) return;
    wanted = -1;
    if (select.value !== button.value) button.click();
    select.dispatchEvent(new Event('input', { bubbles: true }));
    select.dispatchEvent(new Event('change', { bubbles: true }));
  };
  new MutationObserver(() => {
    for (const button of buttons.querySelectorAll('button')) button.tabIndex = -1; // the list below is the one stop of the keyboard
    take();
  }).observe(buttons, { childList: true });
  select.addEventListener('keydown', (event) => {
    if (!/^[1-3]$/.test(event.key)) return;
    event.preventDefault();
    wanted = Number(event.key) - 1;
    take();
    form.querySelector<HTMLElement>('select[name=wilayah]')?.focus();
  });
}

interface Known {
  readonly code: string;
  readonly title: string;
  readonly text: string;
  readonly about: string;
}
function known({ code, title, text, about }: Known, label: string): HTMLElement {
  const box = document.createElement('div');
  box.className = 'phone-known stack';
  const name = document.createElement('b');
  name.textContent = title;
  const first = document.createElement('p');
  first.append(name, ` ${text}`);
  const second = document.createElement('p');
  second.className = 'small';
  second.textContent = about;
  const join = document.createElement('button');
  join.className = 'button button-secondary';
  join.name = '_ikut';
  join.value = code;
  join.textContent = label;
  box.append(first, second, join);
  return box;
}

/** Where one key is the usual next step, it is there without looking for it. */
export function takeFocus(element: HTMLElement): void {
  if (document.querySelector('[role="alert"]')) return;
  element.querySelector<HTMLElement>('input:not([type=hidden]),button,a[href]')?.focus();
}
