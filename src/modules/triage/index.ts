export { type Found, scanForPersonal, scrub } from './gate/scan.ts';
export { triageModule } from './module.ts';
export {
  categoriesChangedAt,
  findCategory,
  likeness,
  listCategories,
  listGroups,
  ownerOf,
  recordLabel,
  suggest,
} from './service.ts';
export type { Category, Suggestion } from './types.ts';
