// A map of points: the list it stands beside says the same, so nobody needs it. Filled by a script that only pages with a map load.
import type { ComponentChildren } from 'preact';
import { useFrame, useWords } from '../context.ts';

/** What it is drawn on: pictures of a tile server, a sketch of the areas, or both. */
export interface MapGroundProps {
  readonly tiles?: string | undefined;
  readonly attribution?: string | undefined;
  readonly outlines?: string | undefined; // address of the sketch
}
export interface PointMapProps {
  readonly ground: MapGroundProps;
  readonly label: string; // what it shows, and where the same can be read
  readonly id?: string | undefined;
  /** Where the points come from: an address that answers GeoJSON, */
  readonly points?: string | undefined;
  /** or the id of the list whose items carry data-lat and data-long, or data-area alone when only the area is known, */
  readonly cards?: string | undefined;
  /** or the one point itself. */
  readonly at?: { readonly lat: number; readonly long: number } | undefined;
  /** Code of the area that is shown large and drawn out. */
  readonly area?: string | undefined;
  /** Under the map, when `area` stands for a place that nobody pointed at. */
  readonly approximate?: boolean | undefined;
  readonly many?: string | undefined; // said when the answer holds only a part
  readonly small?: boolean | undefined;
  readonly failed?: string | undefined;
  /** Stands here until the map does, and for ever without a script. */
  readonly children?: ComponentChildren;
}

export function PointMap(props: PointMapProps) {
  const frame = useFrame();
  const words = useWords().map;
  const { ground, at, children, small } = props;
  const { mapScript, mapCss } = frame?.assets ?? {};
  const drawn = mapScript !== undefined && !frame?.saveData;
  if (!drawn && !children) return null;
  return (
    <section
      id={props.id}
      class={small ? 'boardmap boardmap-small' : 'boardmap'}
      hidden={!children}
      aria-label={props.label}
      {...(drawn ? { 'data-module': 'board-map' } : {})}
      data-script={mapScript}
      data-css={mapCss}
      data-points={props.points}
      data-cards={props.cards}
      data-at={at && `${at.lat},${at.long}`}
      data-area={props.area}
      data-approximate={props.approximate ? words.approximate : undefined}
      data-about={words.about}
      data-outlines={ground.outlines}
      data-tiles={ground.tiles}
      data-attribution={ground.attribution}
      data-failed={props.failed ?? words.failed}
      data-many={props.many}
      data-zoom-in={words.zoomIn}
      data-zoom-out={words.zoomOut}
    >
      {children}
    </section>
  );
}
