import type { RegionTheme } from './tokens/tokens.ts';

export interface AssetManifest {
  readonly css: string;
  readonly staffCss?: string;
  readonly script: string;
  readonly staffScript: string;
  readonly visitWorker: string;
  readonly counterScript: string;
  readonly crewScript: string;
  readonly font: string;
  readonly mark: string;
}
export function buildAssets(outDir: string, options?: { theme?: RegionTheme | undefined }): Promise<AssetManifest>;
