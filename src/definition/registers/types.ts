// A register of another office as the service language knows it: what it needs to be asked, what it may state, what it may tell.
import type { FieldType, LocalText } from '../schema.ts';

/** One thing the register must be told. `usual` are the questions taken when a service names none. */
export interface RegisterNeed {
  readonly types: readonly FieldType[];
  readonly usual: readonly string[];
  readonly required: boolean;
}
export interface RegisterDeclaration {
  readonly name: string; // 'population', as services write it
  readonly label: LocalText;
  readonly holder: LocalText; // who keeps it, as people know it
  readonly needs: Readonly<Record<string, RegisterNeed>>;
  /** Yes or no, about the very person or business that was asked for: none is true unless what was told fits. */
  readonly statements: Readonly<Record<string, LocalText>>;
  /** Single values for prefilling, with the types of question they can fill. Never a whole record. */
  readonly facts: Readonly<Record<string, readonly FieldType[]>>;
  /** Ids of papers that usually only show what a statement says: used for the advice to authors. */
  readonly papers: Readonly<Record<string, readonly string[]>>;
}
