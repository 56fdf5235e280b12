import { part } from '../client/start.ts';
import { sendWithProgress } from './upload.client.ts';

/** Double-tap guard, quiet saving of drafts, and a progress bar when photos travel. */
export function form(element: HTMLElement): void {
  if (!(element instanceof HTMLFormElement)) return;
  guard(element);
  if (element.dataset.autosaveUrl) autosave(element, element.dataset.autosaveUrl);
}

function guard(form: HTMLFormElement): void {
  let sent = 0;
  form.addEventListener('submit', (event) => {
    if (Date.now() - sent < 8000) {
      event.preventDefault();
      return;
    }
    sent = Date.now();
    const button = event.submitter;
    if (button) busy(button, form.dataset.sending);
    if (form.dataset.uploading && hasFile(form)) {
      event.preventDefault();
      sendWithProgress(form, button, () => {
        sent = 0;
        if (button) idle(button);
      });
    }
  });
  window.addEventListener('pageshow', () => {
    sent = 0;
    for (const button of form.querySelectorAll<HTMLElement>('[aria-disabled]')) idle(button);
  });
}

function busy(button: HTMLElement, text: string | undefined): void {
  button.setAttribute('aria-disabled', 'true');
  const label = button.querySelector('span');
  if (!label || !text || button.classList.contains('button-quiet')) return;
  button.dataset.label = label.textContent;
  label.textContent = text;
}

function idle(button: HTMLElement): void {
  button.removeAttribute('aria-disabled');
  const label = button.querySelector('span');
  const text = button.dataset.label;
  if (label && text) label.textContent = text;
}

function hasFile(form: HTMLFormElement): boolean {
  return [...form.querySelectorAll<HTMLInputElement>('input[type=file]')].some(
    (input) => (input.files?.length ?? 0) > 0,
  );
}

function autosave(form: HTMLFormElement, url: string): void {
  const line = part(form, 'draft');
  let timer = 0;
  const save = async () => {
    const body = new URLSearchParams();
    new FormData(form).forEach((value, key) => {
      if (typeof value === 'string') body.append(key, value);
    });
    const answer = await fetch(url, { method: 'POST', body, credentials: 'same-origin' }).catch(() => null);
    if (!line) return;
    const time = new Date().toTimeString().slice(0, 5).replace(':', '.');
    line.textContent = answer?.ok ? `${line.dataset.saved ?? ''} ${time}` : (line.dataset.failed ?? '');
  };
  form.addEventListener('input', () => {
    window.clearTimeout(timer);
    timer = window.setTimeout(() => void save(), 2000);
  });
  form.addEventListener('submit', () => window.clearTimeout(timer));
}
