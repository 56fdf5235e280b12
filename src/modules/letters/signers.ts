// The printer and the signer of this process, made on first use. Only the built-in test signer is set up so far; a certified
// one (BSrE) speaks the same interface and is chosen here when the region has its agreement.
import { join } from 'node:path';
import type { Platform } from '../../platform/context.ts';
import { createLetterPrinter, type LetterPrinter } from '../../platform/pdf/letter-printer.ts';
import type { Signer, TrustedAuthorities } from '../../platform/signing/signer.ts';
import { createTestSigner, type TestSigner } from '../../platform/signing/test-signer.ts';

interface Desk {
  readonly printer: LetterPrinter;
  readonly signer: Promise<TestSigner>;
}
// One per data folder: contexts come and go, the plumbing behind them stays.
const desks = new Map<string, Desk>();

function deskOf(platform: Platform): Desk {
  const { dataDir } = platform.config;
  const known = desks.get(dataDir);
  if (known) return known;
  const desk: Desk = {
    printer: createLetterPrinter({
      templatesDir: join(platform.region.dir, 'letters'),
      fontsDir: join(dataDir, 'fonts'),
    }),
    signer: createTestSigner({ dataDir }),
  };
  desks.set(dataDir, desk);
  return desk;
}

export function printerOf(platform: Platform): LetterPrinter {
  return deskOf(platform).printer;
}
export function signerOfRegion(platform: Platform): Promise<Signer> {
  return deskOf(platform).signer;
}

/** Whose signatures the public page believes. */
export async function authoritiesOf(platform: Platform): Promise<TrustedAuthorities> {
  return { test: [(await deskOf(platform).signer).authority] };
}

/** What kind of signature new letters get. */
export function signerKindOf(_platform: Platform): 'test' | 'certified' {
  return 'test';
}

export async function closeSigners(platform: Platform): Promise<void> {
  const { dataDir } = platform.config;
  await desks.get(dataDir)?.printer.close();
  desks.delete(dataDir);
}
