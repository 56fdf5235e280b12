import { fill, part } from '../client/start.ts';
import { areaOfPlace } from './area-of-place.ts';
import { type Place, placeOfPhoto } from './exif-place.ts';

/** The place of a report: the phone's own, where a photo was taken, or a tap on the map. Nothing is asked of the phone unpressed. */
export function reportPlace(element: HTMLElement): void {
  const lat = element.querySelector<HTMLInputElement>('[name="lokasi.lat"]');
  const long = element.querySelector<HTMLInputElement>('[name="lokasi.lng"]');
  const said = part(element, 'place-said');
  if (!lat || !long || !said) return;
  const set = ({ lat: north, long: east }: Place, text: string | undefined) => {
    lat.value = north.toFixed(6);
    long.value = east.toFixed(6);
    said.textContent = text ?? '';
    const detail = { lat: north, long: east };
    element.dispatchEvent(new CustomEvent('placed', { detail }));
    for (const field of [lat, long]) field.dispatchEvent(new Event('input', { bubbles: true }));
  };
  const now = (): Place | undefined =>
    lat.value && long.value ? { lat: Number(lat.value), long: Number(long.value) } : undefined;
  areaOfPlace(element);
  mine(element, said, set);
  photographed(element, set);
  onMap(element, { set, now });
}
type Setter = (place: Place, text: string | undefined) => void;

function mine(element: HTMLElement, said: HTMLElement, set: Setter): void {
  const button = part(element, 'mine');
  if (!button || !('geolocation' in navigator)) return;
  button.hidden = false;
  button.addEventListener('click', () => {
    said.textContent = element.dataset.searching ?? '';
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => {
        const { latitude, longitude, accuracy } = coords;
        set({ lat: latitude, long: longitude }, fill(element.dataset.found, Math.round(accuracy)));
      },
      () => {
        said.textContent = element.dataset.denied ?? '';
      },
      { enableHighAccuracy: true, timeout: 15_000, maximumAge: 60_000 },
    );
  });
}

/** The files are looked at before they are shrunk, which would lose what they say. */
function photographed(element: HTMLElement, set: Setter): void {
  const offer = part(element, 'photo-offer');
  const where = part(element, 'photo-where');
  const take = part(element, 'photo-take');
  const leave = part(element, 'photo-leave');
  if (!offer || !where || !take || !leave) return;
  let found: Place | undefined;
  const photos = element.closest('form');
  photos?.addEventListener(
    'change',
    (event) => {
      const { target } = event;
      if (!(target instanceof HTMLInputElement) || target.type !== 'file' || target.name !== 'foto') return;
      void firstPlace([...(target.files ?? [])]).then((place) => {
        found = place;
        offer.hidden = place === undefined;
        if (!place) return;
        const text = `${place.lat.toFixed(4)}, ${place.long.toFixed(4)}`;
        where.textContent = (element.dataset.photo ?? '').replace('{place}', text);
      });
    },
    true,
  );
  take.addEventListener('click', () => {
    offer.hidden = true;
    if (found) set(found, element.dataset.photoUsed);
  });
  leave.addEventListener('click', () => {
    offer.hidden = true;
  });
}
async function firstPlace(files: readonly File[]): Promise<Place | undefined> {
  for (const file of files) {
    const place = await placeOfPhoto(file);
    if (place) return place;
  }
  return undefined;
}

/** The map is 40 kB: loaded when somebody asks for it. */
function onMap(
  element: HTMLElement,
  { set, now }: { readonly set: Setter; readonly now: () => Place | undefined },
): void {
  const open = part(element, 'open-map');
  const ground = part(element, 'map');
  const { script, css } = element.dataset;
  if (!open || !ground || !script) return;
  open.hidden = false;
  ground.addEventListener('tapped', (event) => {
    if (event instanceof CustomEvent) set(event.detail as Place, element.dataset.tapped);
  });
  element.addEventListener('placed', (event) => {
    if (event instanceof CustomEvent) ground.dispatchEvent(new CustomEvent('show', { detail: event.detail }));
  });
  open.addEventListener('click', () => {
    open.hidden = true;
    ground.hidden = false;
    const place = now();
    if (place) ground.dataset.at = `${place.lat},${place.long}`;
    const look = document.createElement('link');
    look.rel = 'stylesheet';
    look.href = css ?? '';
    const load = document.createElement('script');
    load.src = script;
    document.head.append(look, load);
  });
}
