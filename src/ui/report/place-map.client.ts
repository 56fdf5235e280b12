// The map on which the place of a report is tapped, in a script of its own: loaded when somebody opens it.
import { circleMarker, control, map as createMap, type LatLng, latLng } from 'leaflet';
import { layGround } from '../board/sketch.client.ts';

interface Known {
  readonly geometry: { readonly coordinates: readonly [number, number] };
  readonly properties: { readonly title: string; readonly place: string };
}
const cityZoom = 14;
const streetZoom = 17;

/** What is known already: on a ground without streets these points tell where one is. */
async function knownFrom(address: string | undefined): Promise<readonly Known[]> {
  const answer = address ? await fetch(address).catch(() => undefined) : undefined;
  return answer?.ok ? ((await answer.json()) as { features: readonly Known[] }).features : [];
}

function read(text: string): LatLng {
  const [lat = 0, long = 0] = text.split(',').map(Number);
  return latLng(lat, long);
}

function show(element: HTMLElement): void {
  const { zoomIn, zoomOut, known, centre = '', at, about = '' } = element.dataset;
  const ground = createMap(element, { zoomControl: false, maxZoom: 19, zoomSnap: 0.5 });
  ground.attributionControl.setPrefix(false);
  control.zoom({ zoomInTitle: zoomIn, zoomOutTitle: zoomOut }).addTo(ground);
  ground.setView(read(at ?? centre), at ? streetZoom : cityZoom);
  void layGround(ground, element.dataset).then((sketch) => {
    if (sketch) ground.attributionControl.addAttribution(about);
  });
  void knownFrom(known).then((features) => {
    for (const { geometry, properties } of features)
      circleMarker([geometry.coordinates[1], geometry.coordinates[0]], {
        radius: 4,
        weight: 1,
        className: 'placemap-known',
      })
        .bindTooltip([properties.title, properties.place].filter(Boolean).join('. '))
        .addTo(ground);
  });
  const pin = circleMarker(ground.getCenter(), { radius: 11, weight: 3, className: 'boardmap-open' });
  const put = (place: LatLng) => pin.setLatLng(place).addTo(ground);
  const choose = (place: LatLng) => {
    put(place);
    element.dispatchEvent(new CustomEvent('tapped', { detail: { lat: place.lat, long: place.lng } }));
  };
  if (at) put(read(at));
  ground.on('click', ({ latlng }) => choose(latlng));
  // Without a pointer: the arrows move the map, Enter takes its middle.
  element.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' || event.target !== element) return;
    event.preventDefault();
    choose(ground.getCenter());
  });
  element.addEventListener('show', (event) => {
    if (!(event instanceof CustomEvent)) return;
    const { lat, long } = event.detail as { lat: number; long: number };
    put(latLng(lat, long));
    ground.setView(latLng(lat, long), Math.max(ground.getZoom(), streetZoom));
  });
}

for (const element of document.querySelectorAll<HTMLElement>('[data-place-map]')) show(element);
