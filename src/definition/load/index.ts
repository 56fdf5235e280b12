export { checkExamples } from './check-examples.ts';
export { type CompiledFile, compileFiles, compileSource } from './compile-files.ts';
export { type Loaded, loadDefinition } from './load.ts';
export { type RegionFolder, readRegion } from './region-env.ts';
export type { Resolve, SourceText } from './shared.ts';
