// What the page of one message shows, for the mayor's people and for a head.
import type { DefinitionRow, PageFrame, SelectOption, StatusKind } from '../../../ui/index.ts';

export interface MessageViewProps {
  readonly frame: PageFrame;
  readonly as: 'mayor' | 'head';
  readonly base: string; // address of this page
  readonly number: string;
  readonly standing: { readonly status: StatusKind; readonly label: string };
  readonly body: string; // without the sender
  readonly photos: readonly string[]; // addresses
  readonly facts: readonly DefinitionRow[];
  readonly said: readonly { readonly label: string; readonly text: string }[];
  readonly story: readonly {
    readonly id: string;
    readonly title: string;
    readonly time: string;
    readonly note: string;
    readonly state: 'done' | 'now';
  }[];
  readonly state: string;
  readonly anonymous: boolean;
  readonly offices: readonly SelectOption[];
  readonly office:
    | {
        readonly code: string;
        readonly name: string;
        readonly full: string;
        readonly tel: string | undefined;
        readonly told: boolean;
      }
    | undefined; // asked last, or the one the words speak of
  readonly seen: string;
  readonly requestId: string;
  readonly open: string | undefined; // which form
  readonly flash: string | undefined;
  readonly undo: boolean;
  readonly moved: boolean;
  readonly typed: Typed | undefined;
  readonly revealed:
    | { readonly name: string; readonly phone: string; readonly tel: string | undefined; readonly text: string }
    | undefined;
}
export interface Typed {
  readonly step: string;
  readonly unit?: string | undefined;
  readonly batas?: string | undefined;
  readonly teks?: string | undefined;
  readonly alasan?: string | undefined;
  readonly requestId?: string | undefined;
  readonly errors: readonly { readonly field: string; readonly message: string }[];
}

/** Ids of controls: several forms of this page ask for a text. */
export const controlOf = (step: string, field: string): string => `${step}-${field}`;
