// Enter moves on, digits choose, Ctrl+Enter sends: a whole application without the mouse.
import { part } from '../../ui/client/start.ts';
import { settlePath } from './path.ts';

type Control = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

export function keyboard(root: HTMLElement, form: HTMLFormElement): void {
  const keys = root.querySelector<HTMLDetailsElement>('[data-keys] details');
  const jump = root.querySelector<HTMLElement>('[data-jump]');
  const code = jump?.querySelector('input');
  if (jump) jump.hidden = false;
  code?.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter') return;
    event.preventDefault();
    if (goToCode(form, code.value)) code.value = '';
  });
  const functions: Readonly<Record<string, () => void>> = {
    F1: () => keys?.toggleAttribute('open'),
    F2: () => focusOn(nextEmpty(form)),
    F3: () => code?.focus(),
    F4: () => focusOn(controlsOf(form).find((control) => control.closest('[data-document]'))),
    F8: () => press(form, 'show'),
  };
  document.addEventListener('keydown', (event) => {
    const run = functions[event.key];
    if (run && !event.ctrlKey && !event.altKey && !event.metaKey) {
      event.preventDefault();
      run();
      return;
    }
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      press(form, 'send');
    }
  });
  form.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey || event.defaultPrevented) return;
    if (isControl(event.target) && answerKey(form, event.target, event.key, keys)) event.preventDefault();
    else if (event.key === 'Enter' && isControl(event.target) && !keepsEnter(event.target)) {
      event.preventDefault();
      move(form, event.target, event.shiftKey ? -1 : 1);
    }
  });
  if (!form.querySelector('[aria-invalid="true"], .error') || !document.querySelector('[role="alert"]'))
    focusOn(controlsOf(form)[0]);
}

const isControl = (target: EventTarget | null): target is Control =>
  target instanceof HTMLInputElement || target instanceof HTMLSelectElement || target instanceof HTMLTextAreaElement;

/** A long text takes Enter as a new line while it is being written; an empty one is passed over. */
const keepsEnter = (control: Control): boolean =>
  control instanceof HTMLTextAreaElement && control.value !== '' && !control.value.endsWith('\n');

/** What Enter walks through: one stop per question, papers by their tick, files and extras with Tab. */
function controlsOf(form: HTMLFormElement): Control[] {
  const stops: Control[] = [];
  const groups = new Set<string>();
  for (const element of form.elements) {
    if (!isControl(element) || element.disabled || element.closest('[hidden]')) continue;
    if (element.tabIndex < 0 || ['hidden', 'file', 'submit', 'search'].includes(element.type)) continue;
    if (element.type === 'radio') {
      if (groups.has(element.name)) continue;
      groups.add(element.name);
      stops.push(chosenOf(form, element.name) ?? (element as HTMLInputElement));
    } else stops.push(element);
  }
  return stops;
}

function groupOf(form: HTMLFormElement, name: string): HTMLInputElement[] {
  return [...form.querySelectorAll<HTMLInputElement>('input[type="radio"]')].filter((radio) => radio.name === name);
}
const chosenOf = (form: HTMLFormElement, name: string): HTMLInputElement | undefined =>
  groupOf(form, name).find((radio) => radio.checked);

/** The path is followed first: an officer who types ahead must find the next question before the next key, not a frame later. */
function move(form: HTMLFormElement, from: Control, by: 1 | -1): void {
  form.dispatchEvent(new Event(settlePath));
  const stops = controlsOf(form);
  const at = stops.findIndex((stop) => stop === from || (from.type === 'radio' && stop.name === from.name));
  const next = stops[at + by];
  if (next) focusOn(next);
  else if (by === 1) part(form, 'send')?.focus();
}

function focusOn(control: Control | undefined): void {
  if (!control) return;
  control.focus();
  control.scrollIntoView({ block: 'center' });
  if (control instanceof HTMLInputElement && control.type === 'text') control.select();
}

/** Digits and Y/T answer where nothing can be typed. @returns whether the key was used. */
function answerKey(form: HTMLFormElement, control: Control, key: string, keys: HTMLDetailsElement | null): boolean {
  if (!(control instanceof HTMLInputElement) || (control.type !== 'radio' && control.type !== 'checkbox')) return false;
  if (key === '?') {
    keys?.toggleAttribute('open');
    return true;
  }
  return control.type === 'radio' ? chooseRadio(form, control, key) : tick(form, control, key);
}

function chooseRadio(form: HTMLFormElement, control: HTMLInputElement, key: string): boolean {
  const options = groupOf(form, control.name);
  const byLetter: Readonly<Record<string, string>> = { y: 'true', t: 'false', n: 'false' };
  const letter = byLetter[key.toLowerCase()];
  const chosen = /^[1-9]$/.test(key)
    ? options[Number(key) - 1]
    : letter === undefined
      ? undefined
      : options.find((option) => option.value === letter);
  if (!chosen) return false;
  set(chosen, true);
  move(form, chosen, 1);
  return true;
}

/** A lone box is ticked with 1 and left; of several, the digit ticks its own and stays. */
function tick(form: HTMLFormElement, control: HTMLInputElement, key: string): boolean {
  if (!/^[1-9]$/.test(key)) return false;
  const boxes = [
    ...(control.closest('fieldset')?.querySelectorAll<HTMLInputElement>('input[type="checkbox"]') ?? [control]),
  ];
  const box = boxes[Number(key) - 1];
  if (!box) return false;
  set(box, !box.checked);
  if (boxes.length === 1) move(form, box, 1);
  return true;
}

function set(box: HTMLInputElement, checked: boolean): void {
  box.checked = checked;
  box.dispatchEvent(new Event('input', { bubbles: true }));
  box.dispatchEvent(new Event('change', { bubbles: true }));
}

function isEmpty(form: HTMLFormElement, control: Control): boolean {
  if (control instanceof HTMLInputElement && control.type === 'radio') return !chosenOf(form, control.name);
  if (control instanceof HTMLInputElement && control.type === 'checkbox') return !control.checked;
  return control.value.trim() === '';
}

function nextEmpty(form: HTMLFormElement): Control | undefined {
  const stops = controlsOf(form);
  const at = stops.indexOf(document.activeElement as Control);
  const after = [...stops.slice(at + 1), ...stops.slice(0, at + 1)];
  return after.find((control) => isEmpty(form, control));
}

function goToCode(form: HTMLFormElement, typed: string): boolean {
  const wanted = typed.trim().toUpperCase();
  const place = [...form.querySelectorAll<HTMLElement>('[data-code]')].find((one) => one.dataset.code === wanted);
  const control = controlsOf(form).find((stop) => place?.contains(stop));
  focusOn(control);
  return control !== undefined;
}

function press(form: HTMLFormElement, target: string): void {
  const button = part<HTMLButtonElement>(form, target);
  if (button) form.requestSubmit(button);
}
