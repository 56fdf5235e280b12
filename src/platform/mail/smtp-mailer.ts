import { createTransport } from 'nodemailer';
import { AppError } from '../../lib/errors.ts';
import type { Mail, Mailer } from './mailer.ts';

/** The mail program's own "unsubscribe" button: one POST, no page, no cookie. */
function stopping({ unsubscribeUrl }: Mail): Record<string, string> {
  if (unsubscribeUrl === undefined) return {};
  return { 'List-Unsubscribe': `<${unsubscribeUrl}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' };
}

export function createSmtpMailer(url: string, from: string): Mailer {
  const transport = createTransport(
    { url, connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 30_000 },
    { from },
  );
  return {
    kind: 'smtp',
    async send(mail) {
      if (/[\r\n]/.test(mail.to) || /[\r\n]/.test(mail.subject)) throw new AppError('invalid', 'request.invalid');
      await transport.sendMail({
        to: mail.to,
        subject: mail.subject,
        text: mail.text,
        ...(mail.html === undefined ? {} : { html: mail.html }),
        attachments: (mail.attachments ?? []).map(({ fileName, type, bytes }) => ({
          filename: fileName,
          contentType: type,
          content: Buffer.from(bytes),
        })),
        // Out-of-office robots answer people, not offices.
        headers: { 'Auto-Submitted': 'auto-generated', ...stopping(mail) },
        disableFileAccess: true,
        disableUrlAccess: true,
      });
    },
    listStored: () => Promise.resolve([]),
  };
}
