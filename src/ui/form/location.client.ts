import { fill, part } from '../client/start.ts';

/** "Pakai tempat saya sekarang": asks the phone only when pressed and fills in the two fields. */
export function location(element: HTMLElement): void {
  const button = part<HTMLButtonElement>(element, 'locate');
  const said = part(element, 'said');
  if (!button || !said || !('geolocation' in navigator)) return;
  const fields = [...element.querySelectorAll('input')];
  button.hidden = false;
  button.addEventListener('click', () => {
    said.textContent = element.dataset.searching ?? '';
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => {
        const values = [coords.latitude.toFixed(6), coords.longitude.toFixed(6), String(Math.round(coords.accuracy))];
        fields.forEach((field, index) => {
          field.value = values[index] ?? field.value;
        });
        said.textContent = fill(element.dataset.found, Math.round(coords.accuracy));
        fields[0]?.dispatchEvent(new Event('input', { bubbles: true }));
      },
      () => {
        said.textContent = element.dataset.denied ?? '';
      },
      { enableHighAccuracy: true, timeout: 15_000, maximumAge: 60_000 },
    );
  });
}
