// What a fee function is: pure, exact, and able to say how it came to its amount.
import type { LocalText } from '../../lib/locale.ts';
import type { Answer } from '../fields/types.ts';
import type { FieldType } from '../schema.ts';

export type TableRow = Readonly<Record<string, string | number>>;

/** What a fee function may look at: the answers `of` names, and the tariff. */
export interface FeeInputs {
  readonly given: Readonly<Record<string, Answer>>; // by the function's own names for them
  readonly rows: readonly TableRow[]; // of the tariff; empty without one
  readonly key: string; // the column that finds a row
  readonly column: string; // the column with the rate
}

/** An amount in whole rupiah and the sum in words: "2 m2 x 30 hari x Rp500 = Rp30.000". */
export interface Reckoned {
  readonly amount: number;
  readonly how: LocalText;
}

export interface FeeFunction {
  /** What may be named in `of`, with the types of question it can be read from. */
  readonly inputs: Readonly<Record<string, readonly FieldType[]>>;
  /** Sets of inputs of which one must be complete. */
  readonly needs: readonly (readonly string[])[];
  readonly needsTable: boolean;
  /** The fee, or undefined when what was given does not determine one (a missing answer, a kind without a row, days that run backwards). */
  readonly reckon: (inputs: FeeInputs) => Reckoned | undefined;
}
