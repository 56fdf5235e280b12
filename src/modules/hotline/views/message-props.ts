// What the page of one message shows, for the mayor's people and for a head.
import type { ComponentChildren } from 'preact';
import type { DefinitionRow, PageFrame, SelectOption, StatusKind } from '../../../ui/index.ts';
import type { TapsProps } from './taps.tsx';
import type { UndoProps } from './undo.tsx';

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
    readonly note: ComponentChildren;
    readonly state: 'done' | 'now';
  }[];
  readonly state: string;
  readonly taps: TapsProps | undefined; // one tap each, for the mayor
  readonly asked: readonly { readonly code: string; readonly name: string }[]; // who is asked now
  readonly mayAdd: boolean; // another office may be asked as well
  readonly explains: boolean; // a head who explains to the mayor
  readonly mayAnswer: boolean; // a head who has not spoken
  readonly anonymous: boolean;
  readonly offices: readonly SelectOption[];
  readonly office:
    | {
        readonly code: string;
        readonly name: string;
        readonly full: string;
        readonly tel: string | undefined;
      }
    | undefined; // asked last, or the one the words speak of
  readonly seen: string;
  readonly requestId: string;
  readonly open: string | undefined; // which form
  readonly done: UndoProps | undefined; // what was just done
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
