export { type Found, scanForPersonal } from './gate/scan.ts';
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
