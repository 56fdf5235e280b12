import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { startTestApp, type TestApp } from '../../../tests/support/app.ts';
import { createTestClock } from '../../../tests/support/clock.ts';
import { newId } from '../../platform/ids.ts';
import { createSmtpMailer } from '../../platform/mail/smtp-mailer.ts';
import {
  closeLapsed,
  commandFrom,
  getForOfficer,
  openForOfficer,
  performAction,
  trackCase,
  writeMessage,
} from './index.ts';
import { remind } from './service/remind.ts';
import { aCase, anOfficer } from './testing.ts';

let app: TestApp;
let smtp: SMTPServer;
let received: string[] = [];

beforeAll(async () => {
  smtp = new SMTPServer({
    authOptional: true,
    onData(stream, _session, done) {
      let text = '';
      stream.on('data', (chunk: Buffer) => {
        text += chunk.toString();
      });
      stream.on('end', () => {
        received.push(text);
        done();
      });
    },
  });
  await new Promise<void>((resolve) => {
    smtp.listen(0, '127.0.0.1', resolve);
  });
  const { port } = smtp.server.address() as AddressInfo;
  const mailer = createSmtpMailer(`smtp://127.0.0.1:${port}?ignoreTLS=true`, 'Loket24 <loket@contoh.go.id>');
  app = await startTestApp({
    loadRegion: true,
    worker: true,
    mailer,
    clock: createTestClock('2026-11-23T09:00:00+08:00'),
  });
}, 120_000);
afterAll(async () => {
  await app.close();
  await new Promise<void>((resolve) => {
    smtp.close(() => resolve());
  });
});
beforeEach(() => {
  received = [];
});

async function mails(count: number): Promise<string[]> {
  for (let tries = 0; tries < 100 && received.length < count; tries++)
    await new Promise((resolve) => setTimeout(resolve, 50));
  return received;
}

async function asksCorrection(number: string): Promise<void> {
  const ctx = app.ctx(await anOfficer(app.ctx(), 'petugas.lompoe'));
  const target = await getForOfficer(ctx, number);
  const { definition } = await openForOfficer(ctx, number);
  const data = { documents: ['ktp-el-pemohon'], reason: 'tidak-terbaca', note: 'Foto KTP buram.' };
  await performAction(ctx, {
    number,
    requestId: newId(),
    command: await commandFrom(ctx, definition, target.state, { action: 'minta-perbaikan', data }),
  });
}

test('an applicant with an e-mail address is told: received, needs you, a message', async () => {
  const { target, trackingCode } = await aCase(app.ctx(), { email: 'andi@contoh.id' });
  const [first = ''] = await mails(1);
  expect(first).toContain('andi@contoh.id');
  expect(first).toContain('Auto-Submitted: auto-generated');
  expect(first.replace(/=\r?\n/g, '')).toContain(`/lacak/${trackingCode}`);
  expect(first).not.toContain('7372011708900001');
  expect(first).not.toContain('Wulandari');
  await asksCorrection(target.number);
  expect(await mails(2)).toHaveLength(2);
  const officer = app.ctx(await anOfficer(app.ctx(), 'petugas.lompoe'));
  await writeMessage(officer, {
    number: target.number,
    text: 'Silakan foto ulang di tempat terang.',
    requestId: 'pesan-1',
  });
  await writeMessage(officer, {
    number: target.number,
    text: 'Silakan foto ulang di tempat terang.',
    requestId: 'pesan-1',
  });
  expect(await mails(3)).toHaveLength(3);
});

test('somebody who does not complete is reminded, then the case lapses and says so', async () => {
  const { target, trackingCode } = await aCase(app.ctx(), { email: 'siti@contoh.id' });
  await asksCorrection(target.number);
  await mails(2);
  const { lapseAt = '' } = (await trackCase(app.ctx(), trackingCode)).target.state;
  await remind(app.ctx(), { number: target.number, lapseAt, daysLeft: 3 });
  await remind(app.ctx(), { number: target.number, lapseAt, daysLeft: 3 });
  expect(await mails(3)).toHaveLength(3);
  app.clock.advance({ days: 15 });
  expect(await closeLapsed(app.ctx())).toBeGreaterThan(0);
  expect((await trackCase(app.ctx(), trackingCode)).target.state).toMatchObject({
    state: 'kedaluwarsa',
    status: 'cancelled',
  });
  expect(await closeLapsed(app.ctx())).toBe(0);
});
