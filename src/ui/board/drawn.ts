// What a region has drawn of itself, as a browser reads it.
import type { Outline, Position, Shape } from '../../lib/geo/outline.ts';

interface Written {
  readonly features: readonly {
    readonly properties: { readonly code?: string; readonly name?: string; readonly centre?: Position };
    readonly geometry: { readonly coordinates: unknown };
  }[];
}
export interface Drawn {
  readonly outlines: readonly Outline[];
  readonly coast: readonly (readonly Position[])[];
}

/** Kept by the browser under an address that names its version. */
export async function drawnAt(address: string | undefined): Promise<Drawn | undefined> {
  const answer = address ? await fetch(address).catch(() => undefined) : undefined;
  if (!answer?.ok) return undefined;
  const { features } = (await answer.json()) as Written;
  const outlines = features.flatMap(({ properties: { code, name, centre }, geometry }) =>
    code && name && centre ? [{ code, name, centre, shape: geometry.coordinates as Shape }] : [],
  );
  const coast = features.flatMap(({ properties, geometry }) =>
    properties.code ? [] : (geometry.coordinates as readonly (readonly Position[])[]),
  );
  return outlines.length > 0 ? { outlines, coast } : undefined;
}
