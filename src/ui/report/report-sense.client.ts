import { part } from '../client/start.ts';

interface Guess {
  readonly id: string;
  readonly name: string;
  readonly owner: string | null;
}
interface Sensed {
  readonly categories: readonly Guess[];
  readonly danger: readonly string[];
  readonly area: string | null; // the kelurahan the text names
}
const quiet = 500; // ms after the last key
const fewest = 8; // characters worth asking about

/** While somebody writes: what it is probably about and whose work that is, one tap to choose; words of danger show 112 at once. */
export function reportSense(element: HTMLElement): void {
  const text = element.querySelector('textarea');
  const select = element.querySelector<HTMLSelectElement>('select[name=kategori]');
  const buttons = part(element, 'buttons');
  if (!text || !select || !buttons) return;
  let asked = 0;
  let timer = 0;
  let guesses: readonly Guess[] = [];

  const tellOwner = () => {
    const owner = part(element, 'owner');
    const guess = guesses.find(({ id }) => id === select.value);
    for (const button of buttons.querySelectorAll('button'))
      button.setAttribute('aria-pressed', String(button.value === select.value && select.value !== ''));
    if (!owner) return;
    const { owner: named = '', unknown = '' } = element.dataset;
    owner.textContent = guess ? (guess.owner === null ? unknown : named.replace('{unit}', guess.owner)) : '';
  };
  const show = ({ categories, danger, area }: Sensed) => {
    const alarm = part(element, 'danger');
    if (alarm) alarm.hidden = danger.length === 0;
    guesses = categories;
    buttons.replaceChildren(...categories.map((guess) => choice(guess, select, tellOwner)));
    const choices = part(element, 'choices');
    if (choices) choices.hidden = categories.length === 0;
    if (element.dataset.area && area) fillArea(element, area);
    tellOwner();
  };
  const ask = async () => {
    const mine = ++asked;
    const said = text.value.trim();
    if (said.length < fewest) return;
    const area = element.closest('form')?.querySelector<HTMLSelectElement>('[name=wilayah]')?.value;
    const body = JSON.stringify({ text: said.slice(0, 4000), ...(area ? { area } : {}) });
    const headers = { 'content-type': 'application/json' };
    const answer = await fetch('/api/v1/complaints/suggest', { method: 'POST', headers, body }).catch(() => undefined);
    if (answer?.ok && mine === asked) show((await answer.json()) as Sensed);
  };
  text.addEventListener('input', () => {
    window.clearTimeout(timer);
    timer = window.setTimeout(() => void ask(), quiet);
  });
  text.addEventListener('change', () => {
    window.clearTimeout(timer);
    void ask(); // whoever goes on does not wait
  });
  select.addEventListener('change', tellOwner);
  void ask(); // a page that came back has its text already
}

/** Only where nothing was chosen yet: what somebody chose stays. */
function fillArea(element: HTMLElement, area: string): void {
  const areas = element.closest('form')?.querySelector<HTMLSelectElement>('select[name=wilayah]');
  if (areas?.value !== '') return;
  areas.value = area;
  areas.dispatchEvent(new Event('change', { bubbles: true }));
}

function choice(guess: Guess, select: HTMLSelectElement, chosen: () => void): HTMLButtonElement {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'sense-choice';
  button.value = guess.id;
  const name = document.createElement('b');
  name.textContent = guess.name;
  const owner = document.createElement('span');
  owner.textContent = guess.owner ?? '';
  button.append(name, owner);
  button.addEventListener('click', () => {
    select.value = select.value === guess.id ? '' : guess.id;
    chosen();
  });
  return button;
}
