// Prints, signs and files one letter. Run by a job, any number of times: a letter already printed is left alone.
import { AppError } from '../../lib/errors.ts';
import type { Context } from '../../platform/context.ts';
import type { Json } from '../../platform/pdf/printable.ts';
import { sha256Hex } from '../../platform/signing/hash.ts';
import { recordLetterReady } from '../cases/index.ts';
import { getVersion } from '../catalogue/index.ts';
import { composeLetter } from './compose.ts';
import { printerOf, signerOfRegion } from './signers.ts';
import { findLetter, markPrinted } from './store.ts';
import type { Letter } from './types.ts';

export function fileKeyOf(letter: Pick<Letter, 'id'>): string {
  return `letters/${letter.id}.pdf`;
}

async function makeFile(ctx: Context, letter: Letter): Promise<Uint8Array> {
  const { definition } = await getVersion(ctx, letter.versionId);
  const inputs = await composeLetter(ctx, definition, letter);
  const template = definition.letter?.template ?? 'keterangan';
  // LetterInputs holds only strings and plain objects of them.
  const pdf = await printerOf(ctx).render({
    template,
    inputs: inputs as unknown as Record<string, Json>,
    at: letter.signedAt,
  });
  const signer = await signerOfRegion(ctx);
  const { name } = letter.facts.signer;
  return signer.sign({
    pdf,
    reason: `${inputs.title} ${letter.number}`,
    location: inputs.place,
    signerName: name,
    at: letter.signedAt,
  });
}

export async function printLetter(ctx: Context, id: string): Promise<void> {
  const letter = await findLetter(ctx.db, id);
  if (!letter) return;
  if (letter.printedAt === null) {
    const file = await makeFile(ctx, letter);
    await ctx.files.put(fileKeyOf(letter), file);
    await markPrinted(ctx.db, letter.id, { sha256: sha256Hex(file), at: ctx.clock.now() });
  }
  await recordLetterReady(ctx, letter.caseNumber, {
    letterId: letter.id,
    number: letter.number,
    at: letter.signedAt.toISOString(),
  });
}

/** The signed file. @throws unavailable while it is still being printed. */
export async function readLetterFile(ctx: Context, letter: Letter): Promise<Uint8Array> {
  const file = letter.printedAt === null ? undefined : await ctx.files.get(fileKeyOf(letter));
  if (!file) throw new AppError('unavailable', 'letters.being_printed');
  return file;
}
