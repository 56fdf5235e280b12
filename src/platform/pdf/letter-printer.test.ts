import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { projectRoot } from '../root.ts';
import { createLetterPrinter, type LetterPrinter, workerEnvironment } from './letter-printer.ts';
import { sampleLetters } from './sample-letters.ts';

// Child processes and real keys: slow when the machine is busy.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const at = new Date('2026-11-24T03:00:00Z');
const rows = [{ label: 'Nama', value: 'Siti' }];
let folder: string;
let printer: LetterPrinter;

async function writeTemplate(name: string, text: string): Promise<string> {
  await writeFile(join(folder, `${name}.typ`), text);
  return name;
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'loket24-letters-'));
  await writeFile(join(tmpdir(), 'loket24-outside.txt'), 'rahasia');
  printer = createLetterPrinter({ templatesDir: folder, fontsDir: join(folder, 'fonts') });
});

afterAll(async () => {
  await printer.close();
  await rm(folder, { recursive: true });
});

describe('letter printer', () => {
  it('gives the same bytes for the same inputs and time', async () => {
    const template = await writeTemplate('same', '#set document(title: "x", date: auto)\n#sys.inputs.letter');
    const first = await printer.render({ template, inputs: { rows }, at });
    expect(Buffer.from(first).equals(await printer.render({ template, inputs: { rows }, at }))).toBe(true);
    const later = await printer.render({ template, inputs: { rows }, at: new Date('2026-11-25T03:00:00Z') });
    expect(Buffer.from(first).equals(later)).toBe(false);
  });

  it('uses a template as it is on disk now', async () => {
    const template = await writeTemplate('edited', 'one page');
    const before = await printer.render({ template, inputs: {}, at });
    await writeTemplate('edited', 'one page #pagebreak() two pages');
    const after = await printer.render({ template, inputs: {}, at });
    expect(Buffer.from(after).equals(before)).toBe(false);
  });

  it('ends a letter that takes longer than its time limit and prints the next one', async () => {
    const endless = await writeTemplate('endless', '#for a in range(100000) { for b in range(100000) { } }');
    const next = await writeTemplate('quick', 'done');
    const slow = printer.render({ template: endless, inputs: {}, timeoutMs: 700 });
    const waiting = printer.render({ template: next, inputs: {}, at });
    await expect(slow).rejects.toMatchObject({ code: 'pdf.timed_out' });
    expect(await waiting).toBeInstanceOf(Uint8Array);
  });
});

describe('a template', () => {
  it('lets no template read a file outside its folder', async () => {
    const template = await writeTemplate('reader', '#read("../loket24-outside.txt")');
    const failure = await printer.render({ template, inputs: {} }).catch((error: unknown) => error);
    expect(failure).toMatchObject({ code: 'pdf.template_failed' });
    expect(String((failure as Error).cause)).toMatch(/access denied/);
  });

  it('lets no template fetch a package', async () => {
    const template = await writeTemplate('importer', '#import "@preview/example:0.1.0": *');
    const failure = await printer.render({ template, inputs: {} }).catch((error: unknown) => error);
    expect(failure).toMatchObject({ code: 'pdf.template_failed' });
    expect(String((failure as Error).cause)).toMatch(/package/);
  });

  it('refuses names that are not templates of the folder', async () => {
    for (const template of ['tidak-ada', '../letters/keterangan', '', 'a/b', '_surat']) {
      await expect(printer.render({ template, inputs: {} })).rejects.toMatchObject({ code: 'pdf.unknown_template' });
    }
  });

  it('treats what people typed as text and never as markup or code', async () => {
    const template = await writeTemplate('hostile', '#let d = json(bytes(sys.inputs.letter))\n#d.value');
    for (const value of [
      '#panic("x")',
      '$ unclosed',
      '#include "same.typ"',
      '*',
      '`',
      '\\',
      '"',
      '😀 ᨅᨔ 漢',
      '\ud800',
    ]) {
      expect(await printer.render({ template, inputs: { value }, at })).toBeInstanceOf(Uint8Array);
    }
  });
});

describe('the child process', () => {
  it('is not told the settings and secrets of the server', async () => {
    process.env.DATABASE_URL ??= 'postgres://loket24@localhost/loket24';
    const names = Object.keys(workerEnvironment(folder));
    expect(names).toContain('HTTPS_PROXY');
    expect(names.filter((name) => /DATABASE|SECRET|SMTP|LOKET/.test(name))).toEqual([]);
  });

  it('ends when idle, and a new one starts for the next letter', async () => {
    const template = await writeTemplate('quick', 'done');
    const brief = createLetterPrinter({ templatesDir: folder, fontsDir: join(folder, 'fonts'), idleMs: 40 });
    for (let round = 0; round < 4; round += 1) {
      expect(await brief.render({ template, inputs: {}, at })).toBeInstanceOf(Uint8Array);
      await delay(round * 40);
    }
    await brief.close();
    await expect(brief.render({ template, inputs: {} })).rejects.toMatchObject({ code: 'pdf.closed' });
  });

  it('prints many letters asked for at once, each with its own text', async () => {
    const template = await writeTemplate('many', '#set document(title: json(bytes(sys.inputs.letter)).title)\nx');
    const letters = await Promise.all(
      Array.from({ length: 30 }, (_, index) => printer.render({ template, inputs: { title: `Surat-${index}-` }, at })),
    );
    letters.forEach((pdf, index) => {
      expect(Buffer.from(pdf).toString('latin1')).toContain(`Surat-${index}-`);
    });
  });
});

describe('speed', () => {
  it('prints a letter in at most 50 ms of worker time when warm', async () => {
    const cpu: number[] = [];
    const wall: number[] = [];
    const warm = createLetterPrinter({
      templatesDir: join(projectRoot, 'regions/parepare/letters'),
      fontsDir: join(folder, 'fonts'),
      onRendered: ({ cpuMs }) => cpu.push(cpuMs),
    });
    for (let index = 0; index < 210; index += 1) {
      const startedAt = performance.now();
      const number = `400.12.2.1/${index}/KL-LOMPOE/XI/2026`;
      await warm.render({ template: 'keterangan', inputs: { ...sampleLetters.keterangan, number }, at });
      wall.push(performance.now() - startedAt);
    }
    await warm.close();
    const [cpuMedian, wallMedian, wallP95] = [
      quantile(cpu.slice(10), 0.5),
      quantile(wall.slice(10), 0.5),
      quantile(wall.slice(10), 0.95),
    ];
    console.log(
      `letter, warm, 200 renders: cpu median ${cpuMedian} ms, wall median ${wallMedian} ms, p95 ${wallP95} ms`,
    );
    expect(cpuMedian).toBeLessThanOrEqual(50);
  });
});

function quantile(values: readonly number[], fraction: number): number {
  const sorted = [...values].sort((left, right) => left - right);
  return Math.round((sorted[Math.floor(sorted.length * fraction)] ?? Number.NaN) * 10) / 10;
}
