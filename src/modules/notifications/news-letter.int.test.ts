// News on the wire: what a mail program finds in the head of the letter, and what is left in the database afterwards.
import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../../../tests/support/app.ts';
import { createSmtpMailer } from '../../platform/mail/smtp-mailer.ts';
import { queueEmail } from './index.ts';
import { notificationJobs } from './jobs.ts';

let app: TestApp;
let smtp: SMTPServer;
const received: { to: string[]; text: string }[] = [];
beforeAll(async () => {
  smtp = new SMTPServer({
    authOptional: true,
    onData(stream, session, done) {
      const parts: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => parts.push(chunk));
      stream.on('end', () => {
        received.push({
          to: session.envelope.rcptTo.map(({ address }) => address),
          text: Buffer.concat(parts).toString(),
        });
        done();
      });
    },
  });
  await new Promise<void>((resolve) => {
    smtp.listen(0, '127.0.0.1', resolve);
  });
  const { port } = smtp.server.address() as AddressInfo;
  const mailer = createSmtpMailer(`smtp://127.0.0.1:${port}?ignoreTLS=true`, 'Loket24 <loket@contoh.go.id>');
  app = await startTestApp({ mailer });
}, 120_000);
afterAll(async () => {
  await app.close();
  await new Promise<void>((resolve) => {
    smtp.close(() => resolve());
  });
});

const send = async (key: string) => {
  const [row] = await app.database.query(`select id from notifications.message where key = '${key}'`);
  await notificationJobs['notifications.send']?.(app.ctx(), { id: String(row?.id) });
};
const stored = async (key: string) =>
  (await app.database.query(`select * from notifications.message where key = '${key}'`))[0];
/** Folded lines of a head made one. */
const headOf = (text: string) => (text.split('\r\n\r\n')[0] ?? '').replace(/\r\n[ \t]+/g, ' ');

it('a letter of news says in its head how it is stopped, and its address is gone once it was sent', async () => {
  const unsubscribeUrl =
    'https://loket.contoh.go.id/kabar/019393a0-0000-7000-8000-000000000000.AAAAAAAAAAAAAAAAAAAAAA/sekali';
  await queueEmail(app.ctx(), { to: 'ani@contoh.id', subject: 'Kabar', text: 'Isi', key: 'news', unsubscribeUrl });
  expect(JSON.stringify(await stored('news'))).not.toContain('ani@');
  await send('news');
  expect(received.at(-1)?.to).toEqual(['ani@contoh.id']);
  const head = headOf(received.at(-1)?.text ?? '');
  expect(head).toContain(`List-Unsubscribe: <${unsubscribeUrl}>`);
  expect(head).toContain('List-Unsubscribe-Post: List-Unsubscribe=One-Click');
  expect(await stored('news')).toMatchObject({ recipient: null, recipient_sealed: null, sent_at: expect.any(Date) });
  await send('news');
  expect(received).toHaveLength(1);
});

it('a notice about somebody’s own case has no such head: it cannot be switched off', async () => {
  await queueEmail(app.ctx(), { to: 'budi@contoh.id', subject: 'Berkas', text: 'Isi', key: 'case' });
  await send('case');
  expect(headOf(received.at(-1)?.text ?? '')).not.toContain('List-Unsubscribe');
});
