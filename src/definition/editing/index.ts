export { applyEdits, type Edit } from './apply.ts';
export { openDocument, valueAt } from './document.ts';
export { entriesOf } from './entries.ts';
export {
  type Entry,
  type EntryOption,
  type EntryWord,
  type Section,
  sections,
  type Typed,
} from './entry.ts';
export { type Merge, mergeTexts } from './merge.ts';
