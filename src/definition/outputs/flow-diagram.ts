// The swim-lane diagram of a service as a drawing, legible on A4 landscape.
import { type Locale, say } from '../../lib/locale.ts';
import { sayDuration } from '../compiler/durations.ts';
import type { ServiceDefinition } from '../schema.ts';
import { type FlowArrow, type FlowBox, type FlowLayout, flowLayout } from './flow-layout.ts';
import { outputWords } from './html.ts';
import { type SvgNode, svgNode } from './svg.ts';

const box = { width: 148, height: 78 } as const;
const gap = { x: 40, y: 14 } as const;
const laneTitle = 112;
const letter = 12;
const ink = '#1d2327';
const soft = '#5b636b';
const paper = { state: '#ffffff', task: '#eef4f6', final: '#f3efe6' } as const;

/** A box with its place on the sheet; used by the drawing and by the tests that look for overlaps. */
export interface PlacedBox extends FlowBox {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface Sheet {
  readonly width: number;
  readonly height: number;
  readonly boxes: readonly PlacedBox[];
  readonly lanes: readonly { readonly title: string; readonly y: number; readonly height: number }[];
}

export function flowSheet(layout: FlowLayout): Sheet {
  let top = 0;
  const lanes = layout.lanes.map((lane) => {
    const height = lane.rows * (box.height + gap.y) + gap.y;
    const placed = { id: lane.id, title: lane.title, y: top, height };
    top += height;
    return placed;
  });
  const tops = new Map(lanes.map((lane) => [lane.id, lane.y]));
  const boxes = layout.boxes.map((one) => ({
    ...one,
    ...box,
    x: laneTitle + gap.x / 2 + one.column * (box.width + gap.x),
    y: (tops.get(one.lane) ?? 0) + gap.y + one.row * (box.height + gap.y),
  }));
  return { width: laneTitle + layout.columns * (box.width + gap.x), height: top, boxes, lanes };
}

export function flowDiagram(def: ServiceDefinition, locale: Locale): SvgNode {
  const layout = flowLayout(def, locale);
  const sheet = flowSheet(layout);
  const places = new Map(sheet.boxes.map((one) => [one.id, one]));
  const words = outputWords(locale);
  return svgNode(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      viewBox: `0 0 ${sheet.width} ${sheet.height}`,
      width: sheet.width,
      height: sheet.height,
      role: 'img',
      'aria-label': words.diagram({ title: say(def.title, locale) }),
      'font-family': 'system-ui, sans-serif',
      'font-size': letter,
    },
    [
      arrowHead(),
      ...sheet.lanes.map((lane, index) => drawLane(lane, sheet.width, index)),
      ...layout.arrows.map((arrow, index) => drawArrow(arrow, places, index)),
      ...sheet.boxes.map((one) => drawBox(one, locale)),
    ],
  );
}

function arrowHead(): SvgNode {
  const size = { id: 'ujung', viewBox: '0 0 8 8', refX: 7, refY: 4, markerWidth: 8, markerHeight: 8, orient: 'auto' };
  return svgNode('defs', {}, [svgNode('marker', size, [svgNode('path', { d: 'M0 0 L8 4 L0 8 Z', fill: ink })])]);
}

function drawLane(lane: Sheet['lanes'][number], width: number, index: number): SvgNode {
  return svgNode('g', {}, [
    svgNode('rect', {
      x: 0.5,
      y: lane.y + 0.5,
      width: width - 1,
      height: lane.height,
      fill: index % 2 === 0 ? '#fbfaf7' : '#f4f5f6',
      stroke: '#c9c3b8',
    }),
    ...linesOf(lane.title, 14, 5).map((line, at) =>
      svgNode('text', { x: 10, y: lane.y + 24 + at * 16, 'font-weight': 700, fill: ink }, [line]),
    ),
  ]);
}

function drawBox(one: PlacedBox, locale: Locale): SvgNode {
  const lines = linesOf(one.label, 21, 3);
  const time = one.time === undefined ? [] : [say(sayDuration(one.time), locale)];
  const first = one.y + (one.height - (lines.length + time.length) * 16) / 2 + 12;
  const text = (line: string, at: number, fill: string) =>
    svgNode('text', { x: one.x + one.width / 2, y: first + at * 16, 'text-anchor': 'middle', fill }, [line]);
  return svgNode('g', { 'data-step': one.id }, [
    svgNode('title', {}, [one.label]),
    svgNode('rect', {
      x: one.x,
      y: one.y,
      width: one.width,
      height: one.height,
      rx: one.kind === 'final' ? 24 : one.kind === 'task' ? 0 : 6,
      fill: paper[one.kind],
      stroke: ink,
    }),
    ...lines.map((line, at) => text(line, at, ink)),
    ...time.map((line) => text(line, lines.length, soft)),
  ]);
}

/** Between the columns, each arrow on a track of its own, so that two are not taken for one. */
function drawArrow(arrow: FlowArrow, places: ReadonlyMap<string, PlacedBox>, index: number): SvgNode {
  const from = places.get(arrow.from);
  const to = places.get(arrow.to);
  if (from === undefined || to === undefined) return svgNode('g', {});
  const track = gap.x * (0.2 + 0.12 * (index % 5));
  const shift = ((index % 5) - 2) * 7;
  const [y1, y2] = [from.y + from.height / 2 + shift, to.y + to.height / 2 + shift];
  const forward = to.x > from.x;
  const sideways = from.column === to.column;
  const start = from.x + from.width;
  const end = forward ? to.x : to.x + to.width;
  const middle = forward ? to.x - gap.x + track : sideways ? start + track : to.x + to.width + track;
  const d =
    forward || sideways ? `M${start} ${y1} H${middle} V${y2} H${end}` : `M${from.x} ${y1} H${middle} V${y2} H${end}`;
  return svgNode('path', {
    d,
    fill: 'none',
    stroke: arrow.kind === 'forward' ? ink : soft,
    'stroke-width': arrow.kind === 'forward' ? 1.5 : 1,
    ...(arrow.kind === 'forward' ? {} : { 'stroke-dasharray': '5 4' }),
    'marker-end': 'url(#ujung)',
  });
}

function linesOf(text: string, width: number, most: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(/\s+/)) {
    const last = lines.at(-1);
    if (last !== undefined && `${last} ${word}`.length <= width) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines.length <= most ? lines : [...lines.slice(0, most - 1), `${lines[most - 1]}...`];
}
