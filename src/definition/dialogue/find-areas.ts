// A kelurahan by a piece of its name: nobody knows area codes by heart.
import { asciiDigits, foldCase } from '../../lib/people-text/people-text.ts';
import type { DialogueAreas } from './types.ts';

export interface FoundArea {
  readonly code: string;
  readonly name: string;
  readonly within: string; // the kecamatan
}

/** Best matches first: the name itself alone, else names that begin with the text, contain it, or lie in that kecamatan. */
export function findAreas(text: string, areas: DialogueAreas, villagesOnly: boolean): FoundArea[] {
  const wanted = plain(text.length > 80 ? '' : text);
  if (!/\p{L}/u.test(wanted)) return [];
  const all = candidates(areas, villagesOnly);
  const exact = all.filter((area) => plain(area.name) === wanted);
  if (exact.length > 0) return exact;
  const starting = all.filter((area) => plain(area.name).startsWith(wanted));
  const containing = all.filter((area) => plain(area.name).includes(wanted));
  const inside = all.filter((area) => plain(area.within) === wanted);
  return [...new Set([...starting, ...containing, ...inside])];
}

/** "Lompoe" alone, with its kecamatan when another place of the list has the same name. */
export function areaLine(area: FoundArea, list: readonly FoundArea[]): string {
  const twins = list.filter((other) => other.name === area.name).length > 1;
  return twins && area.within !== '' ? `${area.name} (${area.within})` : area.name;
}

/** The area with this code, as found by its name. */
export function areaByCode(code: string, areas: DialogueAreas): FoundArea | undefined {
  return candidates(areas, false).find((area) => area.code === code);
}

function candidates(areas: DialogueAreas, villagesOnly: boolean): FoundArea[] {
  return areas.list().flatMap((group) => {
    const villages = group.areas.map(({ code, name }) => ({ code, name, within: group.name }));
    return villagesOnly ? villages : [...villages, { code: group.code, name: group.name, within: '' }];
  });
}

// "Kel. Bukit Harapan" and "bukitharapan" are the same place.
function plain(text: string): string {
  return asciiDigits(foldCase(text))
    .replace(/^(kelurahan|kel|desa|kecamatan|kec)\b[.\s]*/, '')
    .replace(/[^\p{L}\p{N}]/gu, '');
}
