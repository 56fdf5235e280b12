// A service asked in text messages: what is remembered between two messages, and what comes back for one.
import type { FieldError } from '../../lib/errors.ts';
import type { Locale } from '../../lib/locale.ts';
import type { Answers, AreaLookup, Env } from '../fields/types.ts';
import type { Profile } from './profile.ts';

/** The areas a person may choose from, kelurahan by kecamatan: a chat has no list to scroll, so names are searched. */
export interface DialogueAreas extends AreaLookup {
  list(): readonly {
    readonly code: string;
    readonly name: string;
    readonly areas: readonly { readonly code: string; readonly name: string }[];
  }[];
}

/** `locale` is the language a dialogue starts in; afterwards the person decides (`state.language`). */
export interface DialogueEnv extends Env {
  readonly areas: DialogueAreas;
  readonly version: string; // of the definition: the dialogue stays with it
  readonly profile?: Profile; // default: chat
  readonly titleOf?: (service: string) => string | undefined; // of a service that fits better
}

/** Where the dialogue stands. `path` names what was asked last: `nik`, `alamat.street`, `anak.0.nama`, `dokumen:ktp`. */
export interface DialoguePlace {
  readonly step: 'ask' | 'review' | 'not-eligible' | 'done';
  readonly path?: string;
  readonly offered?: readonly string[]; // area codes behind the numbers of the last reply
  readonly paused?: true;
}

/** All there is to remember; plain JSON. `answers` are raw, as the other channels keep them; null was left out on purpose. */
export interface DialogueState {
  readonly service: string;
  readonly version: string;
  readonly answers: Readonly<Record<string, unknown>>;
  readonly documents: Readonly<Record<string, readonly string[] | null>>; // upload ids; null will follow later
  readonly closed: readonly string[]; // lists and photo series the person declared complete
  readonly at: DialoguePlace;
  readonly language: Locale;
  readonly seq: number; // messages answered so far
}

export interface DialogueMessage {
  readonly text?: string;
  readonly files?: readonly { readonly uploadId: string }[];
  readonly location?: { readonly lat: number; readonly lng: number };
}

/** What `submitApplication` and POST /api/v1/applications take. */
export interface DialogueResult {
  readonly answers: Answers;
  readonly documents: readonly { readonly id: string; readonly uploadId: string }[];
}

export interface DialogueTurn {
  readonly state: DialogueState;
  readonly replies: readonly string[]; // in order, each within the limits of the profile; `{link}` is the web draft's address
  readonly errors: readonly FieldError[]; // of this message, the same codes every channel gives
  readonly help?: true; // the person asked for an officer
  readonly offer?: string; // a service that fits better
  readonly done?: DialogueResult; // the person confirmed: send it
}
