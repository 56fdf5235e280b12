// The map of the public board, in a script of its own: 40 kB that only pages with a map load, and only after the list is there.
import { type CircleMarker, circleMarker, control, map as createMap, featureGroup, tileLayer } from 'leaflet';

interface Feature {
  readonly geometry: { readonly coordinates: readonly [number, number] };
  readonly properties: {
    readonly title: string;
    readonly state: string;
    readonly status: string;
    readonly place: string;
    readonly code: string;
  };
}
const looks: Readonly<Record<string, string>> = { open: 'open', waiting: 'open', closed: 'closed', refused: 'closed' };
const fullAnswer = 500;

function popupOf({ properties }: Feature): HTMLElement {
  const box = document.createElement('div');
  const link = document.createElement('a');
  link.href = `/laporan/${encodeURIComponent(properties.code)}`;
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

/** Markers are drawn as SVG paths: each becomes a button that Tab reaches and Enter opens. */
function reachable(marker: CircleMarker, name: string): void {
  const path = marker.getElement();
  path?.setAttribute('tabindex', '0');
  path?.setAttribute('role', 'button');
  path?.setAttribute('aria-label', name);
  path?.addEventListener('keydown', (event) => {
    if (!(event instanceof KeyboardEvent) || (event.key !== 'Enter' && event.key !== ' ')) return;
    event.preventDefault();
    marker.openPopup();
  });
}

interface Found {
  readonly features: readonly Feature[];
  readonly thinned?: boolean;
}
async function pointsFrom(address: string, box?: string): Promise<Found> {
  const answer = await fetch(box ? `${address}${address.includes('?') ? '&' : '?'}kotak=${box}&sebar=1` : address);
  if (!answer.ok) throw new Error(String(answer.status));
  return (await answer.json()) as Found;
}

async function show(element: HTMLElement): Promise<void> {
  const { points, tiles, attribution, many, failed, zoomIn, zoomOut } = element.dataset;
  if (!points) return;
  const note = document.createElement('p');
  note.className = 'small';
  note.setAttribute('role', 'status');
  element.after(note);
  try {
    const all = await pointsFrom(points);
    const { features } = all;
    if (features.length === 0) return;
    element.hidden = false;
    const board = createMap(element, { zoomControl: false, scrollWheelZoom: false, maxZoom: 19 });
    board.attributionControl.setPrefix(false);
    control.zoom({ zoomInTitle: zoomIn, zoomOutTitle: zoomOut }).addTo(board);
    if (tiles) tileLayer(tiles, { attribution, maxZoom: 19 }).addTo(board);
    const group = featureGroup().addTo(board);
    const draw = (found: Found): void => {
      group.clearLayers();
      for (const feature of found.features) {
        const marker = markerOf(feature).addTo(group);
        reachable(marker, `${feature.properties.title}. ${feature.properties.state}`);
      }
      note.textContent = found.thinned || found.features.length >= fullAnswer ? (many ?? '') : '';
    };
    board.fitBounds(featureGroup(features.map(markerOf)).getBounds(), { maxZoom: 16, padding: [24, 24] });
    draw(all);
    board.on('moveend', async () => {
      if (features.length < fullAnswer) return; // everything there is stands on the map already
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
