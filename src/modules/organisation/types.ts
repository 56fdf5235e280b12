import type { LocalDate } from '../../lib/dates/local-date.ts';
import type { Outline, Position } from '../../lib/geo/outline.ts';
import type { LocalText } from '../../lib/locale.ts';
import type { HolidayKind, WorkDuration } from '../../lib/working-time/calendar.ts';

/** What a map without pictures draws, and what tells the kelurahan of a point: a sketch until the region has surveyed it. */
export interface Boundaries {
  readonly outlines: readonly Outline[];
  readonly coast: readonly (readonly Position[])[];
  readonly confirmed: boolean; // all of it surveyed by the region itself
}

export const areaLevels = ['regency', 'district', 'village'] as const;
export type AreaLevel = (typeof areaLevels)[number];
export interface Area {
  readonly code: string; // '73.72.04.1004', as in Kepmendagri 300.2.2-2138/2025
  readonly name: string;
  readonly level: AreaLevel;
  readonly parentCode: string | undefined;
}

export interface UnitDetails {
  readonly address?: string | undefined;
  readonly phone?: string | undefined;
  readonly email?: string | undefined;
  readonly hours?: string | undefined;
  readonly legalBasis?: string | undefined;
  readonly note?: string | undefined;
  readonly handles: readonly string[];
  readonly sources: readonly string[];
}
/** An agency, office, kelurahan or outside partner; `id` never changes, `code` is the name other content files use. */
export interface Unit {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly label: LocalText; // the name in both languages
  readonly short: string;
  readonly kind: string; // dinas, badan, kecamatan, kelurahan, puskesmas, upt, mitra...: the list is content
  readonly parentId: string | undefined;
  readonly areaCode: string | undefined;
  readonly covers: readonly string[]; // areas served when they are not simply everything under areaCode
  readonly confidence: 'sourced' | 'typical';
  readonly details: UnitDetails;
  readonly active: boolean;
}

export interface AreaGroup {
  readonly code: string;
  readonly name: string; // the kecamatan
  readonly areas: readonly { readonly code: string; readonly name: string }[];
}
/** Questions about areas answered from memory. */
export interface AreaLookup {
  has(code: string): boolean;
  name(code: string): string | undefined;
  /** True when `code` is `ancestor` or lies inside it. */
  within(code: string, ancestor: string): boolean;
  /** Kelurahan grouped by kecamatan, both in the order of their names. */
  list(): readonly AreaGroup[];
}

export interface RegionSettings {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly timezone: string;
  readonly zoneLabel: 'WIB' | 'WITA' | 'WIT';
  /** What region.yaml says beyond that: phone, address, letterhead, colours. */
  readonly extra: Readonly<Record<string, unknown>>;
}

/** A holiday an administrator adds to or takes from one calendar. */
export interface HolidayChange {
  readonly calendar: string; // code
  readonly day: LocalDate;
  readonly action: 'add' | 'remove';
  readonly name: string;
  readonly kind: HolidayKind;
  readonly decree: string;
}
export interface EscalationRules {
  readonly heads: readonly string[]; // roles, in the order in which they make somebody the head of a unit
  readonly every: WorkDuration; // between one level and the next
  readonly top?: readonly string[] | undefined; // unit codes at the end of every line, in this order
}
