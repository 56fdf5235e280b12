import { part } from '../client/start.ts';
import { fillForm, readForm, readLabels } from './form-memory.ts';
import type { Mistake } from './post.ts';
import { type Tried, trySending } from './send-visit.ts';
import { type KeptVisit, keepVisit, readVisit } from './visit-store.ts';
import { dropPage, keepPage } from './worker-link.ts';

export const retryEvery = 20_000; // ms
export const settling = 1500; // ms; a network just back often refuses the first request
const quiet = 400; // ms after the last key

export type Words = Readonly<Record<string, string>>;
export const wordsOf = (element: HTMLElement): Words => JSON.parse(element.dataset.words ?? '{}') as Words;
export const clock = (at: string): string => new Date(at).toTimeString().slice(0, 5).replace(':', '.');

/** The form of a visit: kept on the device while it is filled in, sent once when there is a network. */
export function visit(element: HTMLElement): void {
  const form = element.querySelector('form');
  if (!form || !('indexedDB' in window)) return;
  void begin(element, form);
}

async function begin(element: HTMLElement, form: HTMLFormElement): Promise<void> {
  const words = wordsOf(element);
  const line = part(element, 'state');
  const key = element.dataset.key ?? '';
  const officer = element.dataset.officer ?? '';
  const path = form.getAttribute('action') ?? '';
  const say = (text: string | undefined) => {
    if (line) line.textContent = text ?? '';
  };
  const hidden = (name: string) => form.querySelector<HTMLInputElement>(`input[name="${name}"]`)?.value ?? '';
  const found = await readVisit(key).catch(() => null);
  if (found === null) return; // no storage here: the form is sent the ordinary way
  let kept: KeptVisit | undefined = found?.officer === officer ? found : undefined;

  const collect = async (state: KeptVisit['state']): Promise<KeptVisit> => ({
    key,
    officer,
    state,
    address: path,
    csrf: hidden('_csrf'),
    requestId: kept?.requestId ?? hidden('requestId'),
    visitedAt: kept?.visitedAt ?? new Date().toISOString(),
    labels: readLabels(form),
    savedAt: new Date().toISOString(),
    ...(await readForm(form, kept?.photos ?? [])),
  });
  const save = async (state: KeptVisit['state']): Promise<KeptVisit> => {
    kept = await collect(state);
    await keepVisit(kept);
    return kept;
  };
  const tell = (tried: Tried) => {
    kept = tried.visit;
    if (tried.outcome === 'sent') {
      form.hidden = true;
      void dropPage(path);
    }
    if (tried.outcome === 'closed') window.location.reload();
    showErrors(form, tried);
    say(stateText(words, tried));
  };
  const attempt = async () => {
    if (kept?.state !== 'waiting') return;
    say(words.sending);
    tell(await trySending(kept));
  };

  if (kept?.state === 'sent') {
    form.hidden = true;
    say(words.sent?.replace('{time}', kept.time ?? ''));
    return;
  }
  if (kept) {
    fillForm(form, kept);
    say(words.keptAt?.replace('{time}', clock(kept.savedAt)));
  } else say(words.preparing);
  const ready = await keepPage(path).catch(() => false);
  if (!kept) say(ready ? words.ready : words.notReady);

  let timer = 0;
  const later = () => {
    window.clearTimeout(timer);
    timer = window.setTimeout(() => {
      if (kept?.state === 'sent') return;
      void save('draft').then((now) => say(words.keptAt?.replace('{time}', clock(now.savedAt))));
    }, quiet);
  };
  for (const name of ['input', 'change', 'shrunk']) form.addEventListener(name, later);
  // Before the form's own listener: the ordinary way of sending is for browsers without storage.
  element.addEventListener(
    'submit',
    (event) => {
      const { submitter } = event;
      if (submitter instanceof HTMLButtonElement && submitter.name !== '') return;
      event.preventDefault();
      event.stopPropagation();
      window.clearTimeout(timer);
      void save('waiting').then(() => {
        say(words.waiting);
        return attempt();
      });
    },
    true,
  );
  window.addEventListener('online', () => window.setTimeout(() => void attempt(), settling));
  window.setInterval(() => navigator.onLine && void attempt(), retryEvery);
  void attempt();
}

export function stateText(words: Words, { outcome, visit: kept }: Tried): string {
  const texts: Readonly<Record<Tried['outcome'], string | undefined>> = {
    sent: words.sent?.replace('{time}', kept.time ?? ''),
    closed: kept.sentence,
    mistakes: kept.sentence,
    'sign-in': words.signIn,
    'other-officer': words.otherOfficer,
    refused: words.refused,
    'no-network': words.waiting,
  };
  return texts[outcome] ?? '';
}

/** What the office's check found, at the controls it found it. */
export function showErrors(form: HTMLFormElement, { errors = [] }: { readonly errors?: readonly Mistake[] }): void {
  for (const old of form.querySelectorAll('.visit-error')) old.remove();
  for (const { field, message } of errors) {
    const box = form.querySelector(`[id="${field.replaceAll('.', '-')}"]`)?.closest('.field');
    const said = document.createElement('p');
    said.className = 'error visit-error';
    said.textContent = message;
    (box ?? form).prepend(said);
  }
}
