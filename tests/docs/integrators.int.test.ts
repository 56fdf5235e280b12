// Runs the examples of docs/integrators.md, in order, in one shell against the application.
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createApiKey, findOfficerByUsername } from '../../src/modules/identity/index.ts';
import { projectRoot } from '../../src/platform/root.ts';
import { startTestApp, type TestApp } from '../support/app.ts';
import { type Block, blocksOf, shapeGaps } from './blocks.ts';

let app: TestApp;
let folder: string;
let blocks: readonly Block[] = [];
let answers: ReadonlyMap<Block, string>;

beforeAll(async () => {
  blocks = blocksOf(await readFile(join(projectRoot, 'docs/integrators.md'), 'utf8'));
  folder = await mkdtemp(join(tmpdir(), 'loket24-docs-'));
  app = await startTestApp({ loadRegion: true, listen: true, worker: true });
  answers = await runAll();
}, 120_000);
afterAll(async () => {
  await app.close();
  await rm(folder, { recursive: true, force: true });
});

describe('the examples for integrators', () => {
  test('are many, and every shown answer follows a request', () => {
    expect(blocks.filter(({ language }) => language === 'sh').length).toBeGreaterThan(10);
    const orphans = blocks.filter(({ language }, at) => language === 'json' && blocks[at - 1]?.language !== 'sh');
    expect(orphans).toEqual([]);
  });

  test('answer what the page shows', () => {
    const gaps = blocks.flatMap((block, at) => {
      const before = blocks[at - 1];
      if (block.language !== 'json' || before === undefined) return [];
      const actual = answers.get(before) ?? '';
      return shapeGaps(JSON.parse(block.text), parsed(actual)).map((gap) => `line ${block.line}: ${gap}`);
    });
    expect(gaps).toEqual([]);
  });

  test('give the states, refusals and the letter the page speaks of', () => {
    const shown = (language: string, word: string) =>
      blocks.findIndex((block) => block.language === language && block.text.includes(word));
    const answerTo = (word: string) => answers.get(blocks[shown('sh', word)] as Block) ?? '';
    expect(parsed(answerTo('7f9b2d'))).toMatchObject({ status: 422, code: 'applications.incomplete' });
    expect(parsed(answerTo('/track/'))).toMatchObject({ service: 'sk-domisili', status: 'received' });
    expect(parsed(answerTo('actions/lengkap'))).toMatchObject({ state: 'diparaf', version: 2 });
    expect(parsed(answerTo('act ttd'))).toMatchObject({ state: 'terbit', status: 'done' });
    expect(answerTo('letter.pdf').trim()).toBe('%PDF-');
  });
});

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

async function runAll(): Promise<Map<Block, string>> {
  const scripts = blocks.filter(({ language }) => language === 'sh');
  const photo = join(folder, 'foto.jpg');
  await sharp({ create: { width: 400, height: 300, channels: 3, background: '#ccc' } })
    .jpeg()
    .toFile(photo);
  const lines = scripts.flatMap(({ text, line }) => [`printf '\\n@@%s@@\\n' ${line}`, text]);
  const env = { ...process.env, URL: app.url, DIR: folder, PHOTO: photo, ...(await keys()) };
  const script = `set -eu\n${lines.join('\n')}\n`;
  const { stdout } = await promisify(execFile)('bash', ['-c', script], {
    env,
    maxBuffer: 32 * 1024 * 1024,
    timeout: 90_000,
  });
  const parts = stdout.split(/\n@@(\d+)@@\n/).slice(1);
  return new Map(scripts.map((block, at) => [block, parts[at * 2 + 1] ?? '']));
}

async function keys(): Promise<Record<string, string>> {
  const ctx = app.ctx();
  const keyOf = async (username: string) => {
    const officer = await findOfficerByUsername(ctx, username);
    return createApiKey(ctx, { name: 'contoh', scope: 'inbox', officerId: officer?.id });
  };
  return {
    KEY_PETUGAS: await keyOf('petugas.lompoe'),
    KEY_KASI: await keyOf('kasi.lompoe'),
    KEY_LURAH: await keyOf('lurah.lompoe'),
  };
}
