// The nouns: a thing of the city with a label, and a list of such things as it is brought in.

export interface Asset {
  readonly code: string; // 'PJU-0412', as printed on the label
  readonly kind: string; // 'lampu', 'tempat-sampah', 'saluran', ...: content of the list that is brought in
  readonly name: string;
  readonly category: string; // id of a complaint category
  readonly ownerCode: string; // code of the unit that answers for it
  readonly areaCode: string | null;
  readonly place: string; // street and landmark
  readonly lat: number; // WGS84
  readonly long: number;
  readonly active: boolean;
}
/** A row as read; what is wrong with it is in `ImportProblem`. */
export type ReadAsset = Omit<Asset, 'active'>;

export const problemKinds = [
  'code',
  'duplicate',
  'kind',
  'name',
  'category',
  'owner',
  'area',
  'position',
  'geometry',
  'too-long',
] as const;
export interface ImportProblem {
  readonly line: number; // of the file, from 1; of a GeoJSON file the feature's place in the list
  readonly kind: (typeof problemKinds)[number];
  readonly value: string;
}
export interface ReadList {
  readonly assets: readonly { readonly line: number; readonly asset: ReadAsset }[];
  readonly problems: readonly ImportProblem[];
}
export interface ImportResult {
  readonly added: number;
  readonly changed: number;
  readonly same: number;
  readonly problems: readonly ImportProblem[];
}
export const mostAssets = 50_000; // of one list
