export { assetsModule } from './module.ts';
export { metresBetween, type Point } from './rules.ts';
export { assetsNear, findAsset } from './service.ts';
export type { Asset } from './types.ts';
