// What one letter costs the worker: printing (child process) and signing, processor time and wall time, warm.
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createLetterPrinter } from '../src/platform/pdf/letter-printer.ts';
import type { Json } from '../src/platform/pdf/printable.ts';
import { sampleLetters } from '../src/platform/pdf/sample-letters.ts';
import { projectRoot } from '../src/platform/root.ts';
import { createTestSigner } from '../src/platform/signing/test-signer.ts';
import { percentile } from './load.ts';

export interface LetterCost {
  readonly wallMedian: number; // milliseconds, print and sign
  readonly wallP95: number;
  readonly cpuMedian: number;
}

const median = (values: number[]): number =>
  percentile(
    [...values].sort((a, b) => a - b),
    0.5,
  );

export async function measureLetters(count: number): Promise<LetterCost> {
  const folder = mkdtempSync(join(tmpdir(), 'loket24-bench-letters-'));
  const printing: number[] = [];
  const printer = createLetterPrinter({
    templatesDir: join(projectRoot, 'regions/parepare/letters'),
    fontsDir: join(folder, 'fonts'),
    onRendered: ({ cpuMs }) => printing.push(cpuMs),
  });
  const signer = await createTestSigner({ dataDir: folder });
  const inputs = sampleLetters.keterangan as unknown as Record<string, Json>;
  const wall: number[] = [];
  const signing: number[] = [];
  const warmup = 10;
  for (let index = 0; index < count + warmup; index++) {
    const start = performance.now();
    const pdf = await printer.render({ template: 'keterangan', inputs });
    const before = process.cpuUsage();
    await signer.sign({ pdf, reason: 'Uji', location: 'Parepare', signerName: 'Uji', at: new Date() });
    const used = process.cpuUsage(before);
    if (index < warmup) continue;
    wall.push(performance.now() - start);
    signing.push((used.user + used.system) / 1000);
  }
  await printer.close();
  const sorted = [...wall].sort((a, b) => a - b);
  return {
    wallMedian: median(wall),
    wallP95: percentile(sorted, 0.95),
    cpuMedian: median(printing.slice(warmup)) + median(signing),
  };
}
