import type { GeoPoint } from '../../lib/geo/distance.ts';
import { type Outline, type Placed, placeIn } from '../../lib/geo/outline.ts';
import { type Drawn, drawnAt } from '../board/drawn.ts';
import { part } from '../client/start.ts';

interface Choice {
  readonly code: string;
  readonly name: string;
}
/**
 * After a point is set: the kelurahan it lies in is filled in, near a border proposed, outside of the city asked about. What somebody chose
 * by hand stays; only a choice of ours gives way to the next point.
 */
export function areaOfPlace(element: HTMLElement): void {
  const select = element.querySelector<HTMLSelectElement>('select[name=wilayah]');
  const said = part(element, 'area-said');
  const buttons = part(element, 'area-choices');
  const { outlines: address, areaFound = '' } = element.dataset;
  if (!select || !said || !buttons || !address) return;
  let drawn: Promise<Drawn | undefined> | undefined;
  let ours = '';
  let asked = 0;
  const choose = (code: string): void => {
    select.value = code;
    ours = code;
    buttons.replaceChildren();
    select.dispatchEvent(new Event('change', { bubbles: true }));
  };
  const offer = (choices: readonly Choice[]): void => {
    buttons.replaceChildren(
      ...choices.map(({ code, name }) => {
        const button = document.createElement('button');
        button.type = 'button';
        button.className = 'button button-secondary';
        button.textContent = name;
        button.addEventListener('click', () => {
          choose(code);
          said.textContent = areaFound.replace('{name}', name);
          select.focus();
        });
        return button;
      }),
    );
  };
  const tell = ({ outlines }: Drawn, point: GeoPoint): void => {
    const placed = placeIn(outlines, point);
    const byHand = select.value !== '' && select.value !== ours;
    buttons.replaceChildren();
    if (!byHand) choose(placed.kind === 'sure' ? placed.code : '');
    const choices = choicesOf(outlines, placed);
    const agreed = choices.some(({ code }) => code === select.value);
    if (!agreed) offer(choices);
    const text = sentence(placed.kind, { agreed, byHand }, element.dataset);
    said.textContent = text.replace('{name}', choices[0]?.name ?? '');
  };
  element.addEventListener('placed', async (event) => {
    if (!(event instanceof CustomEvent)) return;
    const mine = ++asked;
    drawn ??= drawnAt(address);
    const known = await drawn;
    if (!known) drawn = undefined; // without a signal: asked for again at the next point
    if (known && mine === asked) tell(known, event.detail as GeoPoint);
  });
}

function choicesOf(outlines: readonly Outline[], placed: Placed): Choice[] {
  if (placed.kind === 'outside') return [];
  const codes = [placed.code, ...(placed.kind === 'near' ? placed.others : [])];
  return codes.flatMap((code) => outlines.filter((one) => one.code === code));
}

function sentence(
  kind: Placed['kind'],
  { agreed, byHand }: { readonly agreed: boolean; readonly byHand: boolean },
  { areaFound, areaNear, areaOther, areaOutside }: DOMStringMap,
): string {
  if (kind === 'outside') return areaOutside ?? '';
  if (agreed) return (kind === 'sure' ? areaFound : '') ?? '';
  return (byHand ? areaOther : areaNear) ?? '';
}
