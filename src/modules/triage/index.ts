export { dangerIn } from './classify/danger.ts';
export { type Found, scanForPersonal, scrub } from './gate/scan.ts';
export { triageModule } from './module.ts';
export {
  categoriesChangedAt,
  findCategory,
  listCategories,
  listGroups,
  ownerOf,
  recordLabel,
  suggest,
} from './service.ts';
export type { Category, Suggestion } from './types.ts';
