// The region as a small drawing made by the server: how many there are in each area, by its tint and its number. The same as a list stands
// beside it, so the drawing itself is for eyes only. It is what people without JavaScript have for a map.
import { boxOf, type Outline, type Position } from '../../lib/geo/outline.ts';

export interface AreaSketchProps {
  readonly outlines: readonly Outline[];
  readonly coast: readonly (readonly Position[])[];
  readonly counts: ReadonlyMap<string, number>;
  readonly hrefOf: (code: string) => string;
  readonly chosen?: string | undefined; // shown large and drawn out
  readonly away?: boolean | undefined; // in the frame of another site: links open outside of it
}
const side = 1000; // of the drawing, in its own units
const [roomForNumber, numberHigh] = [70, 40];
const margin = 0.06; // of the drawing, around what is shown

type Project = (position: Position) => readonly [number, number];

export function AreaSketch({ outlines, coast, counts, hrefOf, chosen, away }: AreaSketchProps) {
  const focus = outlines.find(({ code }) => code === chosen);
  const shown = focus ? [focus] : outlines;
  const { project, width, height } = frameOf(shown.flatMap(({ shape }) => shape.flat(2)));
  const most = Math.max(1, ...counts.values());
  const shore = coast.map((line) => pathOf(line, project)).join('');
  return (
    <svg class="areasketch" viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
      <path class="sea" d={shore} />
      {outlines.map(({ code, name, shape }) => {
        const count = counts.get(code) ?? 0;
        const level = count === 0 ? 0 : Math.ceil((3 * count) / most);
        return (
          <a key={code} href={hrefOf(code)} tabindex={-1} {...(away ? { target: '_blank', rel: 'noopener' } : {})}>
            <title>{`${name}: ${count}`}</title>
            <path
              class={code === chosen ? 'chosen' : `level-${level}`}
              d={shape
                .flat()
                .map((ring) => `${pathOf(ring, project)}z`)
                .join('')}
            />
          </a>
        );
      })}
      <path class="coast" d={shore} />
      {outlines.map((outline) => (
        <Count key={outline.code} outline={outline} count={counts.get(outline.code) ?? 0} project={project} />
      ))}
    </svg>
  );
}

/** Only where it has room: an old town of small areas is left to the list. */
function Count({ outline, count, project }: { outline: Outline; count: number; project: Project }) {
  const [west, south, east, north] = boxOf(outline.shape.flat(2));
  const [[left, top], [right, bottom]] = [project([west, north]), project([east, south])];
  if (count === 0 || right - left < roomForNumber || bottom - top < numberHigh) return null;
  const [x, y] = project(outline.centre);
  return (
    <text x={x} y={y}>
      {count}
    </text>
  );
}

/** Fits what is shown into the drawing; north is up, and a metre is as long to the east as to the north. */
function frameOf(positions: readonly Position[]): { project: Project; width: number; height: number } {
  const [west, south, east, north] = boxOf(positions);
  const narrow = Math.cos((((south + north) / 2) * Math.PI) / 180);
  const scale = (side * (1 - 2 * margin)) / Math.max((east - west) * narrow, north - south);
  const edge = side * margin;
  const project: Project = ([long, lat]) => [
    Math.round((long - west) * narrow * scale + edge),
    Math.round((north - lat) * scale + edge),
  ];
  const [width, height] = project([east, south]);
  return { project, width: Math.round(width + edge), height: Math.round(height + edge) };
}

/** Steps from corner to corner in whole units: half the bytes of absolute ones. */
function pathOf(line: readonly Position[], project: Project): string {
  let [atX, atY] = [0, 0];
  let d = '';
  for (const position of line) {
    const [x, y] = project(position);
    if (d !== '' && x === atX && y === atY) continue;
    d += d === '' ? `M${x} ${y}l` : `${x - atX} ${y - atY} `;
    [atX, atY] = [x, y];
  }
  return d.trimEnd();
}
