// "Apakah ini masalah yang sama?" inside the page: asked once, before sending, when there is a network.
import { said, type Words } from './outbox-list.ts';

interface Similar {
  readonly code: string;
  readonly title: string;
  readonly text: string;
  readonly about: string;
  readonly photos: readonly string[];
}
const patience = 4000; // ms; a slow network must not keep anybody from reporting

export async function similarTo(body: Readonly<Record<string, unknown>>): Promise<readonly Similar[]> {
  const { text, category, area, lat, long } = body;
  const asked = JSON.stringify({ text, category, area, lat, long });
  const headers = { 'content-type': 'application/json' };
  const options = { method: 'POST', headers, body: asked, signal: AbortSignal.timeout(patience) };
  const answer = await fetch('/api/v1/complaints/similar', options).catch(() => undefined);
  return answer?.ok ? ((await answer.json()) as { problems: readonly Similar[] }).problems : [];
}

export function showSimilar(
  place: HTMLElement,
  { problems, words, csrf }: { readonly problems: readonly Similar[]; readonly words: Words; readonly csrf: string },
): void {
  const list = place.querySelector('[data-target="similar-list"]');
  list?.replaceChildren(...problems.map((problem) => card(problem, words, csrf)));
  place.hidden = false;
  place.querySelector('h2')?.focus();
  place.scrollIntoView();
}

function card({ code, title, text, about, photos }: Similar, words: Words, csrf: string): HTMLElement {
  const box = document.createElement('article');
  box.className = 'card similar stack';
  box.append(said('h3', title));
  for (const address of photos) {
    const picture = document.createElement('img');
    picture.src = address;
    picture.alt = words.photo ?? '';
    picture.className = 'similar-photo';
    box.append(picture);
  }
  const send = document.createElement('button');
  send.type = 'button';
  send.className = 'button button-secondary';
  send.textContent = words.meToo ?? '';
  send.setAttribute('aria-label', `${words.meToo ?? ''}: ${title}`);
  send.addEventListener('click', () => join(code, csrf));
  box.append(said('p', text), said('p', about, 'small'), send);
  return box;
}

/** A form of its own: the one around it is the report. */
function join(code: string, csrf: string): void {
  const form = document.createElement('form');
  form.method = 'post';
  form.action = `/laporan/${encodeURIComponent(code)}/ikut`;
  const token = document.createElement('input');
  token.type = 'hidden';
  token.name = '_csrf';
  token.value = csrf;
  form.append(token);
  document.body.append(form);
  form.submit();
}
