// What the counter's one screen is drawn from.
import type { FieldError } from '../../../lib/errors.ts';
import type { PageFrame, SelectGroup } from '../../../ui/index.ts';
import type { messagesFor } from '../messages.ts';
import type { EntryDocument, EntryMode, EntryNote } from '../types.ts';
import type { Asked } from './questions.ts';

export interface CounterViewProps {
  readonly frame: PageFrame;
  readonly service: string;
  readonly slug: string;
  readonly mode: EntryMode;
  readonly practice: boolean;
  readonly entryId: string;
  readonly versionId: string;
  readonly oldVersion: boolean;
  readonly asked: Asked;
  readonly rules: string; // the definition's questions as JSON, for the script that follows the path
  readonly today: string;
  readonly areas: readonly SelectGroup[];
  readonly raw: Readonly<Record<string, unknown>>;
  readonly documents: readonly EntryDocument[];
  readonly seen: readonly string[];
  readonly note: EntryNote;
  readonly declarations: readonly string[];
  readonly errors: readonly FieldError[];
  readonly notices: readonly string[]; // said once at the top
  readonly asksEmail: boolean;
  readonly asksIdentity: boolean; // whoever reports or writes need not show who they are
}

export type Words = ReturnType<typeof messagesFor>['counter'];
/** Of the parts of the screen. */
export type Inner = CounterViewProps & { readonly words: Words };
