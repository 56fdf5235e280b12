import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestApp, type TestApp } from '../../../tests/support/app.ts';
import { createTestClock } from '../../../tests/support/clock.ts';
import { newId } from '../../platform/ids.ts';
import { sha256Hex } from '../../platform/signing/hash.ts';
import { verifySignedPdf } from '../../platform/signing/verify.ts';
import { commandFrom, getForOfficer, openForOfficer, performAction, trackCase } from '../cases/index.ts';
import { aCase, anOfficer } from '../cases/testing.ts';
import { closeSigners } from './index.ts';
import { printLetter, readLetterFile } from './print.ts';
import { authoritiesOf } from './signers.ts';
import { findByCase } from './store.ts';
import type { Letter } from './types.ts';
import { compareFile, getByVerifyId } from './verify.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp({ loadRegion: true, clock: createTestClock('2026-11-23T09:00:00+08:00') });
}, 120_000);
afterAll(async () => {
  await closeSigners(app.platform);
  await app.close();
});

async function does(username: string, number: string, action: string) {
  const ctx = app.ctx(await anOfficer(app.ctx(), username));
  const target = await getForOfficer(ctx, number);
  const { definition } = await openForOfficer(ctx, number);
  return performAction(ctx, {
    number,
    requestId: newId(),
    command: await commandFrom(ctx, definition, target.state, { action, data: {} }),
  });
}

async function readyToSign(service = 'sk-domisili'): Promise<{ number: string; id: string; code: string }> {
  const { target, trackingCode } = await aCase(app.ctx(), { service });
  await does('petugas.lompoe', target.number, 'lengkap');
  await does('kasi.lompoe', target.number, 'paraf');
  return { number: target.number, id: target.id, code: trackingCode };
}

async function signedLetter(): Promise<{ letter: Letter; code: string }> {
  const { number, id, code } = await readyToSign();
  await does('lurah.lompoe', number, 'ttd');
  const letter = await findByCase(app.platform.db, id);
  if (!letter) throw new Error('no letter');
  await printLetter(app.ctx(), letter.id);
  return { letter: (await findByCase(app.platform.db, id)) ?? letter, code };
}

test('letters signed at the same moment are numbered without gaps or doubles', async () => {
  const ready = [];
  for (let index = 0; index < 8; index++) ready.push(await readyToSign());
  await Promise.all(ready.map(({ number }) => does('lurah.lompoe', number, 'ttd')));
  const rows = await app.database.query('select seq from letters.letter order by seq');
  expect(rows.map((row) => row['seq'])).toEqual(rows.map((_, index) => index + 1));
});

test('a signature that fails takes no number', async () => {
  const { number } = await readyToSign();
  const [before] = await app.database.query('select last from letters.counter');
  const ctx = app.ctx(await anOfficer(app.ctx(), 'lurah.lompoe'));
  const target = await getForOfficer(ctx, number);
  const { definition } = await openForOfficer(ctx, number);
  const command = await commandFrom(ctx, definition, target.state, { action: 'ttd', data: {} });
  const jobs = { add: () => Promise.reject(new Error('the queue is gone')) };
  await expect(performAction({ ...ctx, jobs }, { number, requestId: newId(), command })).rejects.toThrow(
    'the queue is gone',
  );
  expect((await app.database.query('select last from letters.counter'))[0]).toEqual(before);
});

test('the printed letter is signed over the whole document and says it is only a test', async () => {
  const { letter, code } = await signedLetter();
  const file = await readLetterFile(app.ctx(), letter);
  const check = verifySignedPdf(file, await authoritiesOf(app.platform));
  expect(check).toMatchObject({
    signed: true,
    intact: true,
    coversWholeDocument: true,
    trusted: true,
    certified: false,
    problems: [],
  });
  expect(letter.number).toMatch(/\/LOMPOE\/XI\/2026$/);
  const tracked = await trackCase(app.ctx(), code);
  expect(tracked.target.state.letter).toMatchObject({ number: letter.number });
});

test('printing twice gives the same letter once', async () => {
  const { letter } = await signedLetter();
  const first = sha256Hex(await readLetterFile(app.ctx(), letter));
  await printLetter(app.ctx(), letter.id);
  expect(sha256Hex(await readLetterFile(app.ctx(), letter))).toBe(first);
  expect(letter.sha256).toBe(first);
});

test('the public page tells the same file from an altered, another and a strange one', async () => {
  const { letter } = await signedLetter();
  const other = (await signedLetter()).letter;
  const ctx = app.ctx();
  const file = await readLetterFile(ctx, letter);
  const altered = Uint8Array.from(file);
  altered[Math.floor(altered.length / 3)] = (altered[Math.floor(altered.length / 3)] ?? 0) ^ 1;
  expect(await compareFile(ctx, file, letter)).toMatchObject({ verdict: 'same' });
  expect(await compareFile(ctx, file, other)).toMatchObject({ verdict: 'other', letter: { id: letter.id } });
  expect(await compareFile(ctx, altered, letter)).toMatchObject({ verdict: 'altered' });
  expect(await compareFile(ctx, Buffer.from('%PDF-1.7 something else %%EOF'), letter)).toMatchObject({
    verdict: 'unknown',
  });
  await expect(getByVerifyId(ctx, 'AAAAAAAAAAAA')).rejects.toMatchObject({ kind: 'not_found' });
});

test('the verification page names the holder only masked', async () => {
  const { letter } = await signedLetter();
  const answer = await app.fastify.inject({ url: `/verifikasi/${letter.verifyId}` });
  expect(answer.statusCode).toBe(200);
  expect(answer.body).toContain(letter.number);
  expect(answer.body).toContain('tidak berlaku secara hukum');
  expect(answer.body).toContain('A*** T**** W********');
  expect(answer.body).not.toContain('Wulandari');
  expect(answer.body).not.toContain('7372011708900001');
});

test('the letter is at the tracking page and nowhere for a stranger', async () => {
  const { code } = await signedLetter();
  const own = await app.fastify.inject({ url: `/lacak/${code}/surat.pdf` });
  expect([own.statusCode, own.headers['content-type']]).toEqual([200, 'application/pdf']);
  const stranger = await app.fastify.inject({
    url: `/lacak/${code.replace(/.$/, code.endsWith('2') ? '3' : '2')}/surat.pdf`,
  });
  expect(stranger.statusCode).toBe(404);
});

test('letters of two services whose numbers look alike never carry the same number', async () => {
  const numbers: string[] = [];
  for (const service of ['pengantar-skck', 'sk-penghasilan', 'sk-beda-nama', 'pengantar-skck']) {
    const { number, id } = await readyToSign(service);
    await does('lurah.lompoe', number, 'ttd');
    numbers.push((await findByCase(app.platform.db, id))?.number ?? '');
  }
  expect(new Set(numbers).size).toBe(4);
});

test('a letter the camat confirms is signed by the lurah and carries both', async () => {
  const { target } = await aCase(app.ctx(), { service: 'sk-tanah' });
  const steps = [
    ['petugas.lompoe', 'lengkap'],
    ['kasi.lompoe', 'paraf'],
    ['lurah.lompoe', 'ttd-lurah'],
    ['camat.bacukiki', 'kuatkan'],
  ] as const;
  for (const [who, action] of steps) await does(who, target.number, action);
  const letter = await findByCase(app.platform.db, target.id);
  expect(letter?.facts.signer.title).toContain('Lurah');
  expect(letter?.facts.confirmer?.title).toContain('Camat');
  await printLetter(app.ctx(), letter?.id ?? '');
  expect(
    (await readLetterFile(app.ctx(), (await findByCase(app.platform.db, target.id)) ?? (letter as Letter))).length,
  ).toBeGreaterThan(5000);
});
