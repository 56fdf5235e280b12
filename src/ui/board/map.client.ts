// The map beside a list, in a script of its own: 45 kB that only pages with a map load, and only after the list is there.
import {
  type CircleMarker,
  circleMarker,
  control,
  map as createMap,
  type FeatureGroup,
  featureGroup,
  type LatLngBounds,
  type Map as LeafletMap,
  latLng,
  type Path,
} from 'leaflet';
import { layGround, type Sketch } from './sketch.client.ts';

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
const edge = { padding: [24, 24] as [number, number] };
const closest = { tiles: 16, sketch: 14.5 }; // on a sketch nothing is to be seen further in

function aboutOf({ properties }: Pick<Feature, 'properties'>): HTMLElement {
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
  const marker = circleMarker([lat, long], { radius: 8, weight: 2, className });
  return feature.properties.title === '' ? marker : marker.bindPopup(aboutOf(feature));
}

/** The page's own list is the map for keyboards and readers of screens: points are no stops on the way to it. */
function notAStop(path: Path): void {
  path.getElement()?.setAttribute('aria-hidden', 'true');
}

interface Found {
  readonly features: readonly Feature[];
  readonly thinned?: boolean;
  readonly areas?: ReadonlyMap<string, readonly Feature['properties'][]>; // of which nobody pointed at a place
}
/** A list whose cards carry their point needs no other answer, and works without a network. */
function pointsOn(listId: string): Found {
  const cards = [...document.querySelectorAll<HTMLElement>(`#${listId} [data-lat], #${listId} [data-area]`)];
  const areas = new Map<string, Feature['properties'][]>();
  const features: Feature[] = [];
  for (const { dataset } of cards) {
    const { lat, long, area, title = '', text = '', place = '', href = '' } = dataset;
    const properties = { title, state: text, status: 'open', place, href };
    if (lat && long) features.push({ geometry: { coordinates: [Number(long), Number(lat)] }, properties });
    else if (area) areas.set(area, [...(areas.get(area) ?? []), properties]);
  }
  return { features, areas };
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
function pointAt(place: string): Found {
  const [lat = 0, long = 0] = place.split(',').map(Number);
  const properties = { title: '', state: '', status: 'open', place: '', href: '' };
  return { features: [{ geometry: { coordinates: [long, lat] }, properties }] };
}
async function found({ cards, points, at }: DOMStringMap): Promise<Found> {
  if (at) return pointAt(at);
  if (cards) return pointsOn(cards);
  return points ? pointsFrom(points) : { features: [] };
}

function noteUnder(element: HTMLElement): HTMLElement {
  const note = document.createElement('p');
  note.className = 'small';
  note.setAttribute('role', 'status');
  element.after(note);
  return note;
}

/** Outlines stand for places that nobody pointed at: an area, never a point in it. */
function drawAreas(
  board: LeafletMap,
  { sketch, all, area }: { sketch: Sketch; all: Found; area: string | undefined },
): FeatureGroup {
  const group = featureGroup().addTo(board);
  const draw = (code: string): Path | undefined => sketch.areaOf(code, { className: 'boardmap-area' })?.addTo(group);
  const chosen = area ? draw(area) : undefined;
  if (chosen) notAStop(chosen);
  for (const [code, told] of all.areas ?? []) {
    const path = draw(code);
    if (!path) continue;
    const box = document.createElement('div');
    box.append(...told.map((properties) => aboutOf({ properties })));
    path.bindPopup(box);
    notAStop(path);
  }
  return group;
}

function viewOf(
  points: FeatureGroup,
  areas: FeatureGroup | undefined,
  sketch: Sketch | undefined,
): LatLngBounds | undefined {
  if (areas && areas.getLayers().length > 0)
    return points.getLayers().length > 0 ? areas.getBounds().extend(points.getBounds()) : areas.getBounds();
  return points.getLayers().length > 0 ? points.getBounds() : sketch?.bounds;
}

async function show(element: HTMLElement): Promise<void> {
  const { points, area, many = '', failed = '', about = '', approximate = '', zoomIn, zoomOut } = element.dataset;
  const note = noteUnder(element);
  const stays = !element.hidden; // the drawing of the server, when the map cannot come
  try {
    const all = await found(element.dataset);
    if (all.features.length === 0 && !element.dataset.outlines) return;
    element.replaceChildren();
    element.hidden = false;
    const board = createMap(element, {
      zoomControl: false,
      scrollWheelZoom: false,
      keyboard: false,
      maxZoom: 19,
      zoomSnap: 0.5,
    });
    board.attributionControl.setPrefix(false);
    control.zoom({ zoomInTitle: zoomIn, zoomOutTitle: zoomOut }).addTo(board);
    const group = featureGroup();
    for (const feature of all.features) markerOf(feature).addTo(group);
    const fit = { maxZoom: element.dataset.tiles ? closest.tiles : closest.sketch, ...edge };
    board.fitBounds(viewOf(group, undefined, undefined) ?? latLng(-2.5, 118).toBounds(5_000_000), fit);
    const sketch = await layGround(board, element.dataset);
    if (!sketch && all.features.length === 0) {
      board.remove();
      element.hidden = true;
      return;
    }
    const areas = sketch && drawAreas(board, { sketch, all, area });
    const view = area && areas && areas.getLayers().length > 0 ? areas.getBounds() : viewOf(group, areas, sketch);
    if (view) board.fitBounds(view, fit);
    if (sketch) board.attributionControl.addAttribution(about);
    const draw = (now: Found): void => {
      group.clearLayers().addTo(board);
      for (const feature of now.features) notAStop(markerOf(feature).addTo(group));
      const part = now.thinned || now.features.length >= fullAnswer;
      note.textContent = [part ? many : '', approximate].filter(Boolean).join(' ');
    };
    draw(all);
    board.on('moveend', async () => {
      if (!points || all.features.length < fullAnswer) return; // everything there is stands on the map already
      const bounds = board.getBounds();
      const corners = [bounds.getSouth(), bounds.getWest(), bounds.getNorth(), bounds.getEast()];
      const inside = await pointsFrom(points, corners.map((degrees) => degrees.toFixed(5)).join(',')).catch(
        () => undefined,
      );
      if (inside) draw(inside);
    });
  } catch {
    if (!stays) element.hidden = true;
    note.textContent = failed;
  }
}

for (const element of document.querySelectorAll<HTMLElement>('[data-module="board-map"]')) void show(element);
