// The ground of every map: a tile server's pictures, and the region's own outlines, drawn as a sketch where there are no pictures.
import {
  divIcon,
  type LatLngBounds,
  type Map as LeafletMap,
  latLngBounds,
  marker,
  type PathOptions,
  type Polygon,
  polygon,
  polyline,
  svg,
  tileLayer,
} from 'leaflet';
import type { Outline, Position, Shape } from '../../lib/geo/outline.ts';
import { type Drawn, drawnAt } from './drawn.ts';

export interface Sketch extends Drawn {
  readonly bounds: LatLngBounds;
  /** An area as a layer of its own, to be drawn out. */
  readonly areaOf: (code: string, options: PathOptions) => Polygon | undefined;
}

/** Puts the ground under a map. The sketch is empty on the side of the sea. */
export async function layGround(
  map: LeafletMap,
  { tiles, attribution, outlines: address }: { readonly [name: string]: string | undefined },
): Promise<Sketch | undefined> {
  if (tiles) tileLayer(tiles, { attribution, maxZoom: 19 }).addTo(map);
  const drawn = await drawnAt(address);
  if (!drawn) return undefined;
  const pane = paneOf(map, 'sketch', '250');
  const renderer = svg({ pane: 'sketch', padding: 0.5 });
  const quiet = (className: string): PathOptions => ({ renderer, pane: 'sketch', interactive: false, className });
  if (!tiles) {
    for (const shore of ['sketch-sea', 'sketch-shore'])
      for (const line of drawn.coast) polyline(turned(line), quiet(shore)).addTo(map);
  }
  for (const { shape } of drawn.outlines)
    polygon(layered(shape), quiet(tiles ? 'sketch-line' : 'sketch-area')).addTo(map);
  if (!tiles) {
    for (const line of drawn.coast) polyline(turned(line), quiet('sketch-coast')).addTo(map);
    nameAreas(map, drawn.outlines);
  }
  for (const path of pane.querySelectorAll('path')) path.setAttribute('aria-hidden', 'true');
  const known = new Map(drawn.outlines.map((outline) => [outline.code, outline]));
  return {
    ...drawn,
    bounds: latLngBounds(drawn.outlines.flatMap(({ shape }) => turned(shape.flat(2)))),
    areaOf: (code, options) => {
      const outline = known.get(code);
      return outline && polygon(layered(outline.shape), options);
    },
  };
}

function paneOf(map: LeafletMap, name: string, level: string): HTMLElement {
  const pane = map.createPane(name);
  pane.style.zIndex = level;
  pane.style.pointerEvents = 'none';
  pane.setAttribute('aria-hidden', 'true');
  return pane;
}
const turned = (line: readonly Position[]): [number, number][] => line.map(([long, lat]) => [lat, long]);
const layered = (shape: Shape): [number, number][][][] => shape.map((part) => part.map(turned));

const [letterWide, lineHigh] = [6.4, 15]; // pixels of the quiet names

/** Names stand where they have room: the largest areas first, none over another, none wider than what it names. */
function nameAreas(map: LeafletMap, outlines: readonly Outline[]): void {
  paneOf(map, 'names', '260');
  const names = outlines.map(({ name, centre: [long, lat], shape }) => {
    const label = document.createElement('span');
    label.textContent = name;
    const icon = divIcon({ html: label, className: 'sketch-name', iconSize: [0, 0] });
    marker([lat, long], { icon, pane: 'names', interactive: false, keyboard: false }).addTo(map);
    return { label, at: [lat, long] as [number, number], bounds: latLngBounds(turned(shape.flat(2))) };
  });
  const place = (): void => {
    const taken: { readonly x: number; readonly y: number; readonly wide: number }[] = [];
    const sized = names.map((one) => {
      const [high, low] = [map.project(one.bounds.getNorthEast()), map.project(one.bounds.getSouthWest())];
      return {
        ...one,
        wide: (one.label.textContent ?? '').length * letterWide,
        across: high.x - low.x,
        tall: low.y - high.y,
      };
    });
    for (const { label, at, wide, across, tall } of sized.sort((a, b) => b.across * b.tall - a.across * a.tall)) {
      const { x, y } = map.project(at);
      const free = taken.every(
        (other) => Math.abs(other.x - x) > (other.wide + wide) / 2 || Math.abs(other.y - y) > lineHigh,
      );
      const shown = free && across > wide * 0.8 && tall > lineHigh * 1.5;
      label.hidden = !shown;
      if (shown) taken.push({ x, y, wide });
    }
  };
  place();
  map.on('zoomend', place);
}
