// The number a case has at somebody else: whoever sent it can ask there as well, with the number they know.
import type { Context } from '../../../platform/context.ts';
import { messagesFor } from '../messages.ts';
import { listNumbersElsewhere, saveNumberElsewhere } from '../store/numbers-elsewhere.ts';

/** The national service for complaints is named, not a place. */
export const sp4nHolder = { holder: 'sp4n', holderName: 'SP4N-LAPOR!' } as const;

export async function noteNumberElsewhere(
  ctx: Context,
  noted: { readonly caseId: string; readonly holder: string; readonly holderName: string; readonly number: string },
): Promise<void> {
  await saveNumberElsewhere(ctx.db, { ...noted, notedAt: ctx.clock.now() });
}

/** For a page in the reader's language: "Nomor di PLN", "Nomor SP4N-LAPOR!". */
export async function numbersElsewhere(
  ctx: Context,
  caseId: string,
): Promise<{ readonly holder: string; readonly label: string; readonly value: string }[]> {
  const words = messagesFor(ctx.locale).elsewhere;
  return (await listNumbersElsewhere(ctx.db, caseId)).map(({ holder, holderName, number }) => ({
    ...{ holder, value: number },
    label: holder === sp4nHolder.holder ? words.numberOf(holderName) : words.numberAt(holderName),
  }));
}
