// Is this letter real, and is this file the one we signed?
import { AppError } from '../../lib/errors.ts';
import type { Context } from '../../platform/context.ts';
import { sha256Hex } from '../../platform/signing/hash.ts';
import { verifySignedPdf } from '../../platform/signing/verify.ts';
import { authoritiesOf } from './signers.ts';
import { findBySha256, findByVerifyId } from './store.ts';
import type { Letter } from './types.ts';

export async function getByVerifyId(ctx: Context, verifyId: string): Promise<Letter> {
  const letter = /^[\w-]{12}$/.test(verifyId) ? await findByVerifyId(ctx.db, verifyId) : undefined;
  if (!letter) throw new AppError('not_found', 'letters.not_found');
  return letter;
}

/** same: byte for byte ours. altered: carries our letter's signature but was changed. other: another letter of ours. unknown: none of ours. */
export type Verdict = 'same' | 'other' | 'altered' | 'unknown';
export interface Comparison {
  readonly verdict: Verdict;
  readonly letter: Letter | undefined; // the letter the file is, when it is one of ours
}

/**
 * Compares an uploaded file with what was signed. The hash alone decides "same"; the signature only tells a changed letter
 * from a stranger's file.
 * @param expected the letter whose page the file was given on, if any.
 */
export async function compareFile(ctx: Context, file: Uint8Array, expected: Letter | undefined): Promise<Comparison> {
  const letter = await findBySha256(ctx.db, sha256Hex(file));
  if (letter) return { verdict: expected && expected.id !== letter.id ? 'other' : 'same', letter };
  // Not one of the files we filed. A signature of ours on other bytes is a letter that was changed.
  const checked = verifySignedPdf(file, await authoritiesOf(ctx));
  return { verdict: checked.signed ? 'altered' : 'unknown', letter: undefined };
}
