import { part } from '../client/start.ts';
import { fillForm, readForm } from '../visits/form-memory.ts';
import type { Mistake } from '../visits/post.ts';
import { clock, retryEvery, settling, showErrors, type Words, wordsOf } from '../visits/visit.client.ts';
import { dropPage, keepPages } from '../visits/worker-link.ts';
import { type KeptVisit, keepCrewVisit, openVisitTo, readJob } from './crew-store.ts';
import { type Tried, trySending } from './send-crew.ts';
import { watchShots } from './shots.ts';
import { workTime } from './work-time.ts';

const quiet = 400; // ms after the last key
export const scope = '/lapangan';

/** The form of a visit: kept on the phone while it is filled in, sent once, in parts, when there is a network. */
export function crewVisit(element: HTMLElement): void {
  const form = element.querySelector('form');
  if (!form || !('indexedDB' in window)) return;
  void begin(element, form);
}

/** On the page that stands in for one that was not kept, the address says which report it is, and the kept list what it is about. */
async function knownPlace(element: HTMLElement): Promise<{ number: string; lat?: number; long?: number }> {
  const { number = '', lat, long } = element.dataset;
  if (number !== '') return lat && long ? { number, lat: Number(lat), long: Number(long) } : { number };
  const named = window.location.pathname.split('/')[2] ?? '';
  const job = await readJob(named).catch(() => undefined);
  const card = part(document, 'known');
  if (card && job) {
    card.replaceChildren(
      ...[`${job.title}, ${job.number}`, job.text, job.place].map((text) => {
        const line = document.createElement('p');
        line.textContent = text;
        return line;
      }),
    );
    card.hidden = false;
  }
  return { number: named, ...(job?.lat && job.long ? { lat: job.lat, long: job.long } : {}) };
}

async function begin(element: HTMLElement, form: HTMLFormElement): Promise<void> {
  const words = wordsOf(element);
  const officer = element.dataset.officer ?? '';
  const place = await knownPlace(element);
  const { number } = place;
  const line = part(element, 'state');
  const say = (text: string | undefined) => {
    if (line) line.textContent = text ?? '';
  };
  const found = await openVisitTo(number, officer).catch(() => null);
  if (found === null) return; // no storage here: the form is sent the ordinary way
  let kept: KeptVisit | undefined = found;
  const reported = () =>
    place.lat !== undefined && place.long !== undefined ? { lat: place.lat, long: place.long } : undefined;
  const later = afterQuiet(() => {
    if (kept?.state === 'waiting' || kept?.state === 'sent') return;
    void save('draft', kept?.solved ?? false).then((now) => say(words.keptAt?.replace('{time}', clock(now.savedAt))));
  });
  const shots = watchShots(element, { words, reported, farMetres: Number(element.dataset.far), changed: later.start });
  const drawTime = workTime(element, later.start);
  const save = async (state: KeptVisit['state'], solved: boolean): Promise<KeptVisit> => {
    kept = { ...(await filledIn(form, kept)), officer, number, state, solved, photos: shots.list() };
    await keepCrewVisit(kept);
    return kept;
  };
  const attempt = async () => {
    if (kept?.state !== 'waiting') return;
    say(words.sending);
    const tried = await trySending(kept);
    kept = tried.visit;
    showTried(element, form, tried);
    say(stateText(words, tried));
  };
  const submit = (solved: boolean) => {
    const errors = mistakesIn(form, words, solved && !shots.list().some(({ field }) => field === 'sesudah'));
    showErrors(form, { errors });
    if (errors[0]) {
      say(errors[0].message);
      form.querySelector<HTMLElement>(`[name="${errors[0].field}"]`)?.focus();
      return;
    }
    void save('waiting', solved).then(() => {
      form.hidden = true;
      say(words.waiting);
      return attempt();
    });
  };

  listen(element, form, { changed: later.start, submit: (solved) => [later.stop(), submit(solved)] });
  if (kept) {
    fillForm(form, { fields: kept.fields, photos: [] });
    shots.put(kept.photos);
    drawTime();
    form.hidden = kept.state === 'waiting';
    say(kept.state === 'waiting' ? words.waiting : words.keptAt?.replace('{time}', clock(kept.savedAt)));
  } else {
    say(words.preparing);
    const ready = await keepPages({ scope, pages: [window.location.pathname] }).catch(() => false);
    say(ready ? words.readyPage : words.notReady);
  }
  window.addEventListener('online', () => window.setTimeout(() => void attempt(), settling));
  window.setInterval(() => navigator.onLine && void attempt(), retryEvery);
  void attempt();
}

function afterQuiet(act: () => void): { start: () => void; stop: () => void } {
  let timer = 0;
  const stop = () => window.clearTimeout(timer);
  const start = () => {
    stop();
    timer = window.setTimeout(act, quiet);
  };
  return { start, stop };
}

interface Heard {
  readonly changed: () => void;
  readonly submit: (solved: boolean) => unknown;
}
function listen(element: HTMLElement, form: HTMLFormElement, { changed, submit }: Heard): void {
  part(element, 'another')?.addEventListener('click', () => window.location.reload());
  for (const name of ['input', 'change']) form.addEventListener(name, changed);
  // Before the form's own listener: the ordinary way of sending is for browsers without storage.
  element.addEventListener(
    'submit',
    (event) => {
      event.preventDefault();
      event.stopPropagation();
      const { submitter } = event;
      submit(submitter instanceof HTMLButtonElement && submitter.value === '1');
    },
    true,
  );
}

async function filledIn(form: HTMLFormElement, kept: KeptVisit | undefined) {
  const { fields } = await readForm(form, []);
  const now = new Date().toISOString();
  return {
    key: kept?.key ?? crypto.randomUUID(),
    visit: kept?.visit,
    time: kept?.time,
    visitedAt: kept?.visitedAt ?? now,
    savedAt: now,
    csrf: form.querySelector<HTMLInputElement>('input[name="_csrf"]')?.value ?? '',
    fields: fields.filter(([name]) => !ownNames.has(name)),
  };
}

function showTried(element: HTMLElement, form: HTMLFormElement, tried: Tried): void {
  form.hidden = tried.outcome !== 'mistakes';
  const another = part(element, 'another');
  if (another) another.hidden = tried.outcome !== 'sent' && tried.outcome !== 'closed';
  showErrors(form, tried);
  const over = tried.outcome === 'closed' || (tried.outcome === 'sent' && tried.visit.solved);
  if (over) void dropPage(`${scope}/${tried.visit.number}`, scope).catch(() => undefined); // nothing more to do there
}

const ownNames = new Set(['key', 'selesai', '_sebelum', '_sesudah']);

/** What the office would send back hours later is told now. */
function mistakesIn(form: HTMLFormElement, words: Words, needsReason: boolean): Mistake[] {
  const text = (name: string) => String(new FormData(form).get(name) ?? '').trim();
  const wrong: readonly (readonly [boolean, string, string | undefined])[] = [
    [text('dikerjakan') === '', 'dikerjakan', words.work_missing],
    [!/^(\d{1,3}|1[0-3]\d\d|14[0-3]\d|1440)?$/.test(text('menit')), 'menit', words.minutes_wrong],
    [needsReason && text('tanpa_foto') === '', 'tanpa_foto', words.proof_missing],
  ];
  return wrong.flatMap(([is, field, message]) => (is ? [{ field, message: message ?? '' }] : []));
}

export function stateText(words: Words, { outcome, visit }: Tried): string {
  const left = visit.photos.filter(({ sent }) => !sent).length;
  const time = visit.time ?? '';
  const waiting =
    visit.visit !== undefined && left > 0 ? words.photosLeft?.replace('{n}', String(left)) : words.waiting;
  const texts: Readonly<Record<Tried['outcome'], string | undefined>> = {
    sent: (visit.solved ? words.sentSolved : words.sent)?.replace('{time}', time),
    closed: `${words.sent?.replace('{time}', time) ?? ''}. ${visit.sentence ?? ''}`,
    mistakes: visit.sentence,
    'sign-in': words.signIn,
    'other-officer': words.otherOfficer,
    refused: words.refused,
    'no-network': waiting,
  };
  return texts[outcome] ?? '';
}
