export { type Loaded, loadDefinition } from './load.ts';
export type { Resolve, SourceText } from './shared.ts';
