// Rectangles are drawn on the picture with the finger or the mouse and written into the number fields, which stay the truth: whoever
// cannot draw types, and sees the same black areas.
import { part } from '../client/start.ts';

type Side = 'x' | 'y' | 'width' | 'height';
type Box = Record<Side, number>;
const sides: readonly Side[] = ['x', 'y', 'width', 'height'];
const smallest = 1; // per cent; less is a slip of the finger

export function cover(root: HTMLElement): void {
  const picture = part<HTMLImageElement>(root, 'picture');
  const canvas = part<HTMLCanvasElement>(root, 'canvas');
  if (!picture || !canvas) return;
  const rows = [...root.querySelectorAll<HTMLElement>('[data-target="area"]')];
  const draw = (more?: Box) => {
    showRows(rows);
    paint(canvas, picture, [...rows.map(boxOf), more]);
  };
  canvas.hidden = false;
  const hint = part(root, 'hint');
  if (hint) hint.hidden = false;
  for (const row of rows) row.append(removeButton(row, root.dataset.remove, draw));
  root.addEventListener('input', () => draw());
  window.addEventListener('resize', () => draw());
  if (picture.complete) draw();
  else picture.addEventListener('load', () => draw());
  followPointer(canvas, {
    moved: (box) => draw(box),
    drawn: (box) => {
      const free = rows.find((row) => boxOf(row) === undefined);
      if (free && box.width >= smallest && box.height >= smallest) write(free, box);
      draw();
    },
  });
}

/** Those with numbers, and one free one. */
function showRows(rows: readonly HTMLElement[]): void {
  const isFree = (row: HTMLElement) => [...fields(row).values()].every(({ value }) => value === '');
  const free = rows.find(isFree);
  for (const row of rows) row.hidden = row !== free && isFree(row);
}

function fields(row: HTMLElement): Map<string, HTMLInputElement> {
  const inputs = [...row.querySelectorAll<HTMLInputElement>('input[data-side]')];
  return new Map(inputs.map((input) => [input.dataset.side ?? '', input]));
}
function boxOf(row: HTMLElement): Box | undefined {
  const inputs = fields(row);
  const values = sides.map((side) => Number.parseFloat((inputs.get(side)?.value ?? '').replace(',', '.')));
  const [x = Number.NaN, y = Number.NaN, width = Number.NaN, height = Number.NaN] = values;
  return values.some(Number.isNaN) ? undefined : { x, y, width, height };
}
function write(row: HTMLElement, box: Box | undefined): void {
  const inputs = fields(row);
  for (const side of sides) {
    const input = inputs.get(side);
    if (input) input.value = box ? String(Math.round(box[side] * 10) / 10) : '';
  }
}

function removeButton(row: HTMLElement, label: string | undefined, after: () => void): HTMLElement {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'button button-secondary button-small';
  button.textContent = label ?? '';
  button.addEventListener('click', () => {
    write(row, undefined);
    after();
  });
  return button;
}

function paint(canvas: HTMLCanvasElement, picture: HTMLImageElement, boxes: readonly (Box | undefined)[]): void {
  canvas.width = picture.clientWidth;
  canvas.height = picture.clientHeight;
  const pen = canvas.getContext('2d');
  if (!pen) return;
  pen.fillStyle = '#141414';
  pen.strokeStyle = '#ffd23f';
  pen.lineWidth = 2;
  for (const box of boxes) {
    if (!box) continue;
    const [x, y, width, height] = [
      (box.x / 100) * canvas.width,
      (box.y / 100) * canvas.height,
      (box.width / 100) * canvas.width,
      (box.height / 100) * canvas.height,
    ];
    pen.fillRect(x, y, width, height);
    pen.strokeRect(x, y, width, height);
  }
}

interface Following {
  readonly moved: (box: Box) => void;
  readonly drawn: (box: Box) => void;
}
function followPointer(canvas: HTMLCanvasElement, { moved, drawn }: Following): void {
  let start: { x: number; y: number } | undefined;
  const at = (event: PointerEvent) => {
    const frame = canvas.getBoundingClientRect();
    const within = (value: number) => Math.min(100, Math.max(0, value * 100));
    return {
      x: within((event.clientX - frame.left) / frame.width),
      y: within((event.clientY - frame.top) / frame.height),
    };
  };
  const boxTo = (from: { x: number; y: number }, to: { x: number; y: number }): Box => ({
    x: Math.min(from.x, to.x),
    y: Math.min(from.y, to.y),
    width: Math.abs(from.x - to.x),
    height: Math.abs(from.y - to.y),
  });
  canvas.addEventListener('pointerdown', (event) => {
    start = at(event);
    canvas.setPointerCapture(event.pointerId);
    event.preventDefault();
  });
  canvas.addEventListener('pointermove', (event) => {
    if (start) moved(boxTo(start, at(event)));
  });
  canvas.addEventListener('pointerup', (event) => {
    if (start) drawn(boxTo(start, at(event)));
    start = undefined;
  });
}
