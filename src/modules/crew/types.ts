// A visit of the crew to the place of a report, as it is kept.
export interface Material {
  readonly what: string;
  readonly amount: string; // as typed: "2", "1,5", "setengah"
  readonly unit: string;
}
export interface VisitContent {
  readonly work: string; // the reporter reads it when the report is said to be solved
  readonly note: string | null; // for the office
  readonly minutes: number | null;
  readonly materials: readonly Material[];
}
export interface Visit extends VisitContent {
  readonly id: string;
  readonly caseId: string;
  readonly officerId: string;
  readonly unitId: string;
  readonly key: string;
  readonly visitedAt: Date;
  readonly at: Date;
}
export type PhotoKind = 'before' | 'after';
/** phone: where the phone was when the photo was chosen; photo: what the photo itself says. Both are claims. */
export type PlaceSource = 'phone' | 'photo';
export interface VisitPhoto {
  readonly id: string;
  readonly visitId: string;
  readonly caseId: string;
  readonly key: string;
  readonly uploadId: string;
  readonly kind: PhotoKind;
  readonly source: PlaceSource | null;
  readonly lat: number | null;
  readonly long: number | null;
  readonly distanceM: number | null;
  readonly at: Date;
}
