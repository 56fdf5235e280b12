// The named fee functions a definition may use; docs/service-language.md lists what each reads.
import { areaTimesDays } from './area-times-days.ts';
import { perUnit } from './per-unit.ts';
import { tiered } from './tiered.ts';
import type { FeeFunction } from './types.ts';

export const feeFunctions: ReadonlyMap<string, FeeFunction> = new Map([
  ['area-times-days', areaTimesDays],
  ['per-unit', perUnit],
  ['tiered', tiered],
]);
