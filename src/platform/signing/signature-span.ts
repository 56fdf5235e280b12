// Finds signatures in the raw bytes of a PDF. Nothing else of the file is interpreted: a signature is worth something
// exactly when every byte outside its own hexadecimal string was signed.

export interface SignatureSpan {
  /** First byte of `<` and the byte after `>` of the signature's hexadecimal string. */
  readonly gapStart: number;
  readonly gapEnd: number;
  /** The byte after the last signed one. */
  readonly end: number;
  /** Where the text of the /ByteRange entry begins. */
  readonly entryStart: number;
}

export interface FoundSignatures {
  /** False also when there is no trace of a signature. */
  readonly mentioned: boolean;
  readonly tooMany: boolean;
  readonly spans: readonly SignatureSpan[]; // well-formed ones, in order of their end
}

// A letter carries one or two; the limit bounds the work a hostile file can ask for.
const maximumSignatures = 8;
const maximumMentions = 64;
const byteRange =
  /\/ByteRange\s{0,16}\[\s{0,16}(\d{1,10})\s{1,16}(\d{1,10})\s{1,16}(\d{1,10})\s{1,16}(\d{1,10})\s{0,64}\]/g;

/** All well-formed signature spans of the file. Never throws. */
export function findSignatures(bytes: Uint8Array): FoundSignatures {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  const spans: SignatureSpan[] = [];
  let mentions = 0;
  for (const match of text.matchAll(byteRange)) {
    mentions += 1;
    if (mentions > maximumMentions) break;
    const [start = -1, firstLength = -1, gapEnd = -1, secondLength = -1] = match.slice(1).map(Number);
    const span = { gapStart: firstLength, gapEnd, end: gapEnd + secondLength, entryStart: match.index };
    if (start === 0 && isWellFormed(text, span)) spans.push(span);
  }
  spans.sort((left, right) => left.end - right.end);
  return {
    mentioned: text.includes('/ByteRange'),
    tooMany: spans.length > maximumSignatures || mentions > maximumMentions,
    spans: spans.slice(-maximumSignatures),
  };
}

function isWellFormed(text: string, { gapStart, gapEnd, end }: SignatureSpan): boolean {
  if (gapStart <= 0 || gapEnd < gapStart + 4 || end < gapEnd || end > text.length) return false;
  const gap = text.slice(gapStart, gapEnd);
  // One letter case only: hexadecimal digits whose case was changed are a changed file too.
  return gap.length % 2 === 0 && (/^<[0-9a-f]+>$/.test(gap) || /^<[0-9A-F]+>$/.test(gap));
}
