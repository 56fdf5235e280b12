import { part } from '../client/start.ts';
import { keepPages } from '../visits/worker-link.ts';
import { reportCard, type Words } from './outbox-list.ts';
import { dropReport, type KeptFile, type KeptReport, keepReport, readReports } from './report-store.ts';
import { trySending } from './send-report.ts';
import { showSimilar, similarTo } from './similar.ts';

const photosAtMost = 4; // as many as the office takes
const retryEvery = 20_000; // ms
const settling = [1500, 4000, 9000]; // ms; a network just back often refuses the first requests
const levels: Readonly<Record<string, string>> = { tidak: 'open', anonim: 'anonymous', rahasia: 'secret' };
type Kept = KeptReport & { readonly id: number };

/** A report is written to the phone first and sent from there: with a bad network it goes once, later, by itself. */
export function reportOutbox(element: HTMLElement): void {
  const form = element.querySelector('form');
  if (!form || !('indexedDB' in window)) return;
  void readReports().then(
    () => begin(element, form),
    () => undefined, // no storage here: the form is sent the ordinary way
  );
}

function begin(element: HTMLElement, form: HTMLFormElement): void {
  const words = JSON.parse(element.dataset.words ?? '{}') as Words;
  const say = (text: string | undefined) => {
    const line = part(element, 'sending');
    if (line) line.textContent = text ?? '';
  };
  const draw = async (): Promise<Kept[]> => {
    const all = (await readReports()).filter((one): one is Kept => one.id !== undefined);
    const list = part(element, 'kept');
    const box = part(element, 'outbox');
    list?.replaceChildren(
      ...all.map((one) =>
        reportCard(one, words, {
          send: () => void attempt(one).then(draw),
          remove: () => void dropReport(one.id).then(draw),
        }),
      ),
    );
    if (box) box.hidden = all.length === 0;
    return all;
  };
  const attempt = (one: Kept) => trySending(one);
  const sendAll = async () => {
    for (const one of await draw()) if (one.state === 'waiting') await attempt(one);
    await draw();
  };

  let asked = false;
  let busy = false;
  const submit = async (): Promise<void> => {
    const body = bodyOf(form);
    const similar = part(element, 'similar');
    if (!asked && similar && navigator.onLine) {
      asked = true;
      const problems = await similarTo(body);
      if (problems.length > 0) {
        showSimilar(similar, { problems, words, csrf: valueIn(form, '_csrf') });
        return;
      }
    }
    say(words.sending);
    await sendNow({ state: 'waiting', savedAt: new Date().toISOString(), body, files: await filesOf(form) });
  };
  const sendNow = async (report: KeptReport): Promise<void> => {
    const id = await keepReport(report);
    const { outcome, report: after } = await attempt({ ...report, id });
    if (outcome !== 'no-network') await dropReport(id);
    if (outcome === 'refused') {
      form.submit(); // the page that comes back names what to put right
      return;
    }
    if (outcome === 'sent') {
      const said = new URLSearchParams({
        ...(part(element, 'danger')?.hidden === false ? { bahaya: '1' } : {}),
        ...((after.lost ?? 0) > 0 ? { berkas: String(after.lost) } : {}),
      }).toString();
      window.location.assign(`/lacak/${after.trackingCode ?? ''}/tanda-terima${said && '?'}${said}`);
      return;
    }
    asked = false;
    say('');
    emptyForm(element, form);
    await draw();
    part(element, 'outbox')?.scrollIntoView();
  };
  // Before the form's own listener: the ordinary way of sending is for browsers without storage.
  element.addEventListener(
    'submit',
    (event) => {
      const { submitter } = event;
      if (event.target !== form || (submitter instanceof HTMLButtonElement && submitter.name !== '')) return;
      if (valueIn(form, 'isi').trim() === '' || form.querySelector('input[name^="_foto"]')) return;
      event.preventDefault();
      event.stopPropagation();
      if (busy) return;
      // Said here and now: without a network nobody else can, and photos on their way would be refused after the text was taken.
      if (filesIn(form).filter(({ field }) => field === 'foto').length > photosAtMost) {
        say(words.tooMany);
        return;
      }
      busy = true;
      void submit().finally(() => {
        busy = false;
      });
    },
    true,
  );
  window.addEventListener('online', () => {
    for (const wait of settling) window.setTimeout(() => void sendAll(), wait);
  });
  window.setInterval(() => navigator.onLine && void sendAll(), retryEvery);
  void sendAll();
  void keepPages({ scope: '/lapor', pages: ['/lapor'] }).catch(() => false);
}

/** Ready for the next report. A number to call in danger stays where it is. */
function emptyForm(element: HTMLElement, form: HTMLFormElement): void {
  form.reset();
  for (const name of ['similar', 'photo-offer', 'choices']) {
    const shown = part(element, name);
    if (shown) shown.hidden = true;
  }
  for (const line of form.querySelectorAll('[data-target="said"], [data-target="place-said"], [data-target="owner"]'))
    line.textContent = '';
  form.querySelector('textarea')?.dispatchEvent(new Event('input', { bubbles: true }));
}

function valueIn(form: HTMLFormElement, name: string): string {
  const value = new FormData(form).get(name);
  return typeof value === 'string' ? value : '';
}

/** As the interface for programs takes it; what is empty is left out. */
function bodyOf(form: HTMLFormElement): Record<string, unknown> {
  const text = (name: string) => valueIn(form, name).trim() || undefined;
  const degrees = (name: string) => (text(name) === undefined ? undefined : Number(text(name)?.replace(',', '.')));
  const body = {
    text: text('isi'),
    category: text('kategori'),
    lat: degrees('lokasi.lat'),
    long: degrees('lokasi.lng'),
    area: text('wilayah'),
    place: text('patokan'),
    video: text('video'),
    level: levels[text('anonim') ?? ''],
    name: text('nama'),
    phone: text('hp'),
    email: text('email'),
    asset: text('aset'),
    share: text('bagikan') === 'ya' ? true : undefined,
  };
  return Object.fromEntries(Object.entries(body).filter(([, value]) => value !== undefined));
}

const filesIn = (form: HTMLFormElement) =>
  [...new FormData(form)].flatMap(([field, value]) =>
    value instanceof File && value.size > 0 ? [{ field, file: value }] : [],
  );
async function filesOf(form: HTMLFormElement): Promise<KeptFile[]> {
  return Promise.all(
    filesIn(form).map(async ({ field, file }) => ({
      field,
      name: file.name,
      type: file.type,
      bytes: await file.arrayBuffer(),
    })),
  );
}
