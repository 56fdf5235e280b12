// What the letter templates of a region are given. Texts are finished sentences in the letter's language; dates are
// already written out. docs/letters.md describes each part for people who write templates.

/** One line of a label and value table. */
export interface LetterRow {
  readonly label: string;
  readonly value: string;
}

export interface LetterSigner {
  /** "an." line: the official on whose behalf it is signed, for example "Wali Kota Parepare". */
  readonly onBehalfOf?: string;
  /** "Plt." (acting) or "Plh." (for the day) before the title. */
  readonly acting?: 'Plt.' | 'Plh.';
  readonly title: string;
  readonly name: string;
  /** Civil servant rank, for example "Penata Tk. I". */
  readonly rank?: string;
  readonly nip?: string;
}

/** A second official who confirms the letter (the camat for heirs). */
export interface LetterConfirmation {
  readonly heading: string;
  readonly text?: string;
  readonly number?: string;
  readonly date?: string;
  readonly signer: LetterSigner;
}

export interface LetterInputs {
  readonly paper?: 'a4' | 'f4';
  readonly letterhead: {
    /** From the government down to the unit; the last line is the unit and printed largest. */
    readonly lines: readonly string[];
    readonly address?: string;
    readonly contact?: string;
  };
  readonly title: string;
  readonly number: string;
  /** What the letter is about, printed as "Hal" or "tentang" by templates that have such a line. */
  readonly subject?: string;
  /** Numbered legal bases. */
  readonly legalBasis?: readonly string[];
  /** Paragraphs are separated by an empty line. */
  readonly opening: string;
  readonly rows: readonly LetterRow[];
  readonly table?: {
    readonly caption: string;
    readonly columns: readonly string[];
    readonly rows: readonly (readonly string[])[];
  };
  readonly witnesses?: readonly { readonly name: string; readonly note?: string }[];
  /** Numbered provisions (permit), findings (recommendation) or things to bring (result notice). */
  readonly provisions?: { readonly heading: string; readonly items: readonly string[] };
  readonly closing: string;
  readonly addressee?: { readonly name: string; readonly place?: string };
  readonly reasons?: readonly string[];
  /** How to object to a refusal, one step per item. */
  readonly objection?: { readonly heading: string; readonly text?: string; readonly items: readonly string[] };
  readonly confirmation?: LetterConfirmation;
  readonly place: string;
  readonly date: string;
  readonly signer: LetterSigner;
  readonly validUntil?: string;
  readonly copies?: readonly string[];
  readonly verification: {
    /** From platform/qr `qrSvg(url)`. */
    readonly qr: string;
    readonly url: string;
    readonly id: string;
  };
  /** `test` marks every page as not legally valid and prints no footer. Take it from the signer that will sign. */
  readonly signerKind: 'test' | 'certified';
  /** The certified signer's sentence (`Signer.footer`). */
  readonly footer?: string;
}
