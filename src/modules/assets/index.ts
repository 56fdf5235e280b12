export { assetsModule } from './module.ts';
export { assetsNear, findAsset } from './service.ts';
export type { Asset } from './types.ts';
