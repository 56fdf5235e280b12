import { unsentOfCrew } from '../crew/crew-store.ts';
import { isUnsent, readVisits } from './visit-store.ts';

/** Signing out empties the device. Whoever has unsent visits on it is asked once more. */
export function signOut(element: HTMLElement): void {
  if (!('indexedDB' in window)) return;
  let unsent = 0;
  let warned = false;
  const countUnsent = async () => {
    unsent = (await readVisits()).filter(isUnsent).length + (await unsentOfCrew());
  };
  void countUnsent().catch(() => undefined);
  element.addEventListener('submit', (event) => {
    if (unsent === 0 || warned) return;
    event.preventDefault();
    warned = true;
    const line = document.createElement('p');
    line.setAttribute('role', 'alert');
    line.textContent = (element.dataset.unsent ?? '').replace('{n}', String(unsent));
    line.className = 'inset';
    document.querySelector('main')?.prepend(line);
    line.scrollIntoView();
  });
}
