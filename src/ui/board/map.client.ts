// The map of the public board, in a script of its own: 40 kB that only pages with a map load, and only after the list is there.
import { type CircleMarker, circleMarker, control, map as createMap, featureGroup, tileLayer } from 'leaflet';

interface Feature {
  readonly geometry: { readonly coordinates: readonly [number, number] };
  readonly properties: {
    readonly title: string;
    readonly state: string;
    readonly status: string;
    readonly place: string;
    readonly href: string;
  };
}
interface GeoJson extends Omit<Feature, 'properties'> {
  readonly properties: Omit<Feature['properties'], 'href'> & { readonly code: string };
}
const looks: Readonly<Record<string, string>> = { open: 'open', waiting: 'open', closed: 'closed', refused: 'closed' };
const fullAnswer = 500;

function popupOf({ properties }: Feature): HTMLElement {
  const box = document.createElement('div');
  const link = document.createElement('a');
  link.href = properties.href;
  link.textContent = properties.title;
  const about = document.createElement('p');
  about.textContent = [properties.state, properties.place].filter(Boolean).join('. ');
  box.append(link, about);
  return box;
}

function markerOf(feature: Feature): CircleMarker {
  const [long, lat] = feature.geometry.coordinates;
  const className = `boardmap-${looks[feature.properties.status] ?? 'open'}`;
  return circleMarker([lat, long], { radius: 8, weight: 2, className }).bindPopup(popupOf(feature));
}

/** The page's own list is the map for keyboards and readers of screens: points are no stops on the way to it. */
function notAStop(marker: CircleMarker): void {
  marker.getElement()?.setAttribute('aria-hidden', 'true');
}

/** A list whose cards carry their point needs no other answer, and works without a network. */
function pointsOn(listId: string): readonly Feature[] {
  const cards = [...document.querySelectorAll<HTMLElement>(`#${listId} [data-lat]`)];
  return cards.map(({ dataset: { lat, long, title = '', text = '', place = '', href = '' } }) => ({
    geometry: { coordinates: [Number(long), Number(lat)] as const },
    properties: { title, state: text, status: 'open', place, href },
  }));
}

interface Found {
  readonly features: readonly Feature[];
  readonly thinned?: boolean;
}
async function pointsFrom(address: string, box?: string): Promise<Found> {
  const answer = await fetch(box ? `${address}${address.includes('?') ? '&' : '?'}kotak=${box}&sebar=1` : address);
  if (!answer.ok) throw new Error(String(answer.status));
  const { features, thinned } = (await answer.json()) as { features: readonly GeoJson[]; thinned?: boolean };
  const known = features.map(({ geometry, properties }) => ({
    geometry,
    properties: { ...properties, href: `/laporan/${encodeURIComponent(properties.code)}` },
  }));
  return { features: known, ...(thinned === undefined ? {} : { thinned }) };
}

async function show(element: HTMLElement): Promise<void> {
  const { points, cards, tiles, attribution, many, failed, zoomIn, zoomOut } = element.dataset;
  if (!points && !cards) return;
  const note = document.createElement('p');
  note.className = 'small';
  note.setAttribute('role', 'status');
  element.after(note);
  try {
    const all = cards ? { features: pointsOn(cards) } : await pointsFrom(points ?? '');
    const { features } = all;
    if (features.length === 0) return;
    element.hidden = false;
    const board = createMap(element, { zoomControl: false, scrollWheelZoom: false, keyboard: false, maxZoom: 19 });
    board.attributionControl.setPrefix(false);
    control.zoom({ zoomInTitle: zoomIn, zoomOutTitle: zoomOut }).addTo(board);
    if (tiles) tileLayer(tiles, { attribution, maxZoom: 19 }).addTo(board);
    const group = featureGroup().addTo(board);
    const draw = (found: Found): void => {
      group.clearLayers();
      for (const feature of found.features) {
        const marker = markerOf(feature).addTo(group);
        notAStop(marker);
      }
      note.textContent = found.thinned || found.features.length >= fullAnswer ? (many ?? '') : '';
    };
    board.fitBounds(featureGroup(features.map(markerOf)).getBounds(), { maxZoom: 16, padding: [24, 24] });
    draw(all);
    board.on('moveend', async () => {
      if (!points || features.length < fullAnswer) return; // everything there is stands on the map already
      const bounds = board.getBounds();
      const corners = [bounds.getSouth(), bounds.getWest(), bounds.getNorth(), bounds.getEast()];
      const inside = await pointsFrom(points, corners.map((degrees) => degrees.toFixed(5)).join(',')).catch(
        () => undefined,
      );
      if (inside) draw(inside);
    });
  } catch {
    note.textContent = failed ?? '';
  }
}

for (const element of document.querySelectorAll<HTMLElement>('[data-module="board-map"]')) void show(element);
