// How many open problems each kelurahan has: a drawing, and the same as a list.
import type { Outline, Position } from '../../../lib/geo/outline.ts';
import type { Locale } from '../../../lib/locale.ts';
import { AreaSketch, Details, type SelectGroup } from '../../../ui/index.ts';
import { addressWith, type BoardQuery } from '../filter.ts';
import { messagesFor } from '../messages.ts';

export interface CountedAreas {
  readonly outlines: readonly Outline[]; // none: the region has drawn none
  readonly coast: readonly (readonly Position[])[];
  readonly counts: ReadonlyMap<string, number>;
  readonly groups: readonly SelectGroup[]; // kelurahan by kecamatan
}
const ofArea = (code: string): string => addressWith('/laporan', { wilayah: code, status: 'ditangani' });

type SketchProps = CountedAreas & { readonly query: BoardQuery; readonly away?: boolean };
export function Sketch({ outlines, coast, counts, query, away }: SketchProps) {
  return (
    <AreaSketch outlines={outlines} coast={coast} counts={counts} chosen={query.wilayah} hrefOf={ofArea} away={away} />
  );
}

export function AreaCounts({ counts, groups, locale }: CountedAreas & { readonly locale: Locale }) {
  const words = messagesFor(locale).areas;
  return (
    <Details summary={words.title}>
      {groups.map((group) => (
        <section key={group.label}>
          <h3>{group.label}</h3>
          <ul class="areacounts">
            {group.options.map(({ value, label }) => (
              <li key={value}>
                <a href={ofArea(value)}>{label}</a> {counts.get(value) ?? 0}
              </li>
            ))}
          </ul>
        </section>
      ))}
    </Details>
  );
}
