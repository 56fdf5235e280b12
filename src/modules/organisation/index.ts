export type { CalendarRef } from './directory.ts';
export {
  areaLookup,
  calendarFor,
  escalationSettings,
  findUnitByCode,
  getCalendar,
  getUnit,
  listUnits,
  parentUnit,
  regionSettings,
  unitForArea,
} from './directory.ts';
export { calendarWith, changeHoliday, currentCalendars } from './holidays.ts';
export { checked, readYaml } from './load/files.ts';
export { type LoadResult, loadRegion } from './load/load-region.ts';
export { organisationModule } from './module.ts';
export { boundaries, type MapGround, mapGround, placeOfPoint } from './outlines.ts';
export { announceChange, currentRevision, forgetMemory } from './snapshot.ts';
export type {
  Area,
  AreaGroup,
  AreaLookup,
  Boundaries,
  HolidayChange,
  RegionSettings,
  Unit,
  UnitDetails,
} from './types.ts';
