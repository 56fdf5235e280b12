// An ended session must not cost typed text: it is asked for before the form leaves, and a copy lives as long as this tab.
const waitMilliseconds = 4000;

export function guardSession(root: HTMLElement, form: HTMLFormElement): void {
  const key = `loket:${root.dataset.entry ?? ''}`;
  restore(root, form, key);
  form.addEventListener('input', () => {
    remember(form, key);
    nameEntry(root.dataset.entry);
  });
  let passed = false;
  form.addEventListener(
    'submit',
    (event) => {
      if (passed) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      const button = event.submitter;
      void isSignedIn().then((signedIn) => {
        if (!signedIn) return say(root, form);
        passed = true;
        form.requestSubmit(button instanceof HTMLElement ? button : null);
        passed = false;
      });
    },
    true,
  );
}

/** No answer counts as signed in: then the browser itself says that the network is gone. */
async function isSignedIn(): Promise<boolean> {
  const cut = new AbortController();
  const timer = window.setTimeout(() => cut.abort(), waitMilliseconds);
  const answer = await fetch('/kerja/loket/sesi', { redirect: 'manual', signal: cut.signal }).catch(() => undefined);
  window.clearTimeout(timer);
  return answer === undefined || answer.type !== 'opaqueredirect';
}

function say(root: HTMLElement, form: HTMLFormElement): void {
  root.querySelector('[data-session]')?.remove();
  const box = document.createElement('div');
  box.className = 'inset stack';
  box.dataset.session = '';
  box.setAttribute('role', 'alert');
  const text = document.createElement('p');
  text.textContent = root.dataset.sessionOver ?? '';
  const link = document.createElement('a');
  link.href = '/petugas/masuk';
  link.target = '_blank';
  link.textContent = root.dataset.signIn ?? '';
  box.append(text, link);
  form.before(box);
  box.scrollIntoView({ block: 'center' });
}

/** The address names the entry from the first letter on: reloaded or opened again after signing in, it leads back to it. */
function nameEntry(entry: string | undefined): void {
  const address = new URL(location.href);
  if (!entry || address.searchParams.get('isian') === entry) return;
  address.searchParams.set('isian', entry);
  history.replaceState(history.state, '', address);
}

/** What was sent is not kept in the tab any longer. */
export function forgetSent(root: HTMLElement): void {
  sessionStorage.removeItem(`loket:${root.dataset.sentEntry ?? ''}`);
}

type Kept = readonly (readonly [string, string])[];

function remember(form: HTMLFormElement, key: string): void {
  const kept: [string, string][] = [];
  new FormData(form).forEach((value, name) => {
    if (typeof value === 'string' && !name.startsWith('_csrf')) kept.push([name, value]);
  });
  // sessionStorage ends with the tab, and the entry's page removes it once it was sent.
  sessionStorage.setItem(key, JSON.stringify(kept));
}

function restore(root: HTMLElement, form: HTMLFormElement, key: string): void {
  const text = sessionStorage.getItem(key);
  if (text === null || root.querySelector('.summary-bad')) return;
  const kept = new Map<string, string[]>();
  for (const [name, value] of JSON.parse(text) as Kept) kept.set(name, [...(kept.get(name) ?? []), value]);
  for (const control of form.elements) {
    if (control instanceof HTMLInputElement && (control.type === 'radio' || control.type === 'checkbox'))
      control.checked = kept.get(control.name)?.includes(control.value) ?? false;
    else if (isWritten(control) && kept.has(control.name)) control.value = kept.get(control.name)?.[0] ?? '';
  }
}

function isWritten(control: Element): control is HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement {
  if (control instanceof HTMLInputElement) return !['hidden', 'file', 'submit'].includes(control.type);
  return control instanceof HTMLSelectElement || control instanceof HTMLTextAreaElement;
}
