export { applyEdits, type Edit } from './apply.ts';
export { openDocument, valueAt } from './document.ts';
export { entriesOf } from './entries.ts';
export {
  type Entry,
  type EntryOption,
  type EntryWord,
  entryWords,
  type Section,
  sections,
  type Typed,
} from './entry.ts';
