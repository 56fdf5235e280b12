// Photos of a visit as they are chosen: made small, with the place they were taken at and its distance from the report.
import { formatMetres, metresBetween } from '../../lib/geo/distance.ts';
import { placeInPhoto } from '../../lib/geo/exif.ts';
import { part } from '../client/start.ts';
import { shrink } from '../form/photo.client.ts';
import type { Words } from '../visits/visit.client.ts';
import type { Shot } from './crew-store.ts';

const atMost = 4; // of each kind
const patience = 8000; // ms for the phone to find itself; the photo waits no longer than that

interface Place {
  readonly lat: number;
  readonly long: number;
}
export interface Shots {
  list(): readonly Shot[];
  put(shots: readonly Shot[]): void;
}
export interface ShotsOptions {
  readonly words: Words;
  readonly reported: () => Place | undefined;
  readonly farMetres: number;
  readonly changed: () => void;
}

function whereNow(): Promise<Place | undefined> {
  if (!('geolocation' in navigator)) return Promise.resolve(undefined);
  return new Promise((done) => {
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => done({ lat: coords.latitude, long: coords.longitude }),
      () => done(undefined),
      { enableHighAccuracy: true, timeout: patience, maximumAge: 30_000 },
    );
  });
}

/** The photo's own word first: one from the gallery was taken elsewhere than where the phone is now. */
async function shotOf(file: File, field: string): Promise<Shot> {
  const own = placeInPhoto(new Uint8Array(await file.slice(0, 256_000).arrayBuffer()));
  const [place, small] = await Promise.all([own ?? whereNow(), shrink(file).catch(() => file)]);
  return {
    ...{ key: crypto.randomUUID(), field, name: small.name, type: small.type, bytes: await small.arrayBuffer() },
    ...(place ? { ...place, source: own ? ('photo' as const) : ('phone' as const) } : {}),
  };
}

export function watchShots(element: HTMLElement, options: ShotsOptions): Shots {
  let shots: readonly Shot[] = [];
  const draw = () => {
    for (const box of element.querySelectorAll<HTMLElement>('[data-photos]')) {
      const field = box.dataset.photos ?? '';
      part(box, `places-${field}`)?.replaceChildren(
        ...shots.filter((shot) => shot.field === field).map((shot) => lineOf(shot, options, remove)),
      );
    }
  };
  const remove = (shot: Shot) => {
    shots = shots.filter((one) => one !== shot);
    draw();
    options.changed();
  };
  const take = async (input: HTMLInputElement, field: string) => {
    const files = [...(input.files ?? [])];
    input.value = ''; // they lie in our list now, and the next photo comes on top of them
    for (const file of files) {
      if (shots.filter((shot) => shot.field === field).length >= atMost) break;
      shots = [...shots, await shotOf(file, field)];
      draw();
      options.changed();
    }
  };
  // Before the picker's own script: it would keep the photos in the input.
  for (const box of element.querySelectorAll<HTMLElement>('[data-photos]'))
    box.addEventListener(
      'change',
      (event) => {
        const input = event.target;
        if (!(input instanceof HTMLInputElement) || input.type !== 'file') return;
        event.stopPropagation();
        void take(input, box.dataset.photos ?? '');
      },
      true,
    );
  return {
    list: () => shots,
    put: (kept) => {
      shots = kept;
      draw();
    },
  };
}

function lineOf(shot: Shot, { words, reported, farMetres }: ShotsOptions, remove: (shot: Shot) => void): HTMLElement {
  const line = document.createElement('li');
  const about = document.createElement('span');
  const from = reported();
  const { lat, long } = shot;
  const metres = from && lat !== undefined && long !== undefined ? metresBetween(from, { lat, long }) : undefined;
  const far = metres !== undefined && metres > farMetres;
  const sentence = metres === undefined ? words.unknown : far ? words.far : words.distance;
  const locale = document.documentElement.lang === 'en' ? 'en' : 'id';
  about.textContent = `${shot.name}. ${(sentence ?? '').replace('{d}', formatMetres(metres ?? 0, locale))}`;
  if (far) about.className = 'crew-far';
  const away = document.createElement('button');
  away.type = 'button';
  away.className = 'button button-quiet';
  away.textContent = words.takeAway ?? '';
  away.setAttribute('aria-label', `${words.takeAway ?? ''} ${shot.name}`);
  away.addEventListener('click', () => remove(shot));
  line.append(about, away);
  return line;
}
