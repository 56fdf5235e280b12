import type { Clock, Db } from '../context.ts';
import { jsonb } from '../database/kysely.ts';
import { newId } from '../ids.ts';
import type { Mailer, StoredMail } from './mailer.ts';

const kept = 500;

/** Keeps the newest mails in platform.stored_mail; attachments are only listed. */
export function createOutboxMailer(db: Db, clock: Clock): Mailer {
  return {
    kind: 'outbox',
    async send(mail) {
      const attachments = (mail.attachments ?? []).map(({ fileName, type, bytes }) => ({
        fileName,
        type,
        size: bytes.length,
      }));
      await db
        .insertInto('platform.storedMail')
        .values({
          id: newId(),
          storedAt: clock.now(),
          recipient: mail.to,
          subject: mail.subject,
          bodyText: mail.text,
          bodyHtml: mail.html ?? null,
          attachments: jsonb(attachments),
          unsubscribeUrl: mail.unsubscribeUrl ?? null,
        })
        .execute();
      await forgetOld(db);
    },
    async listStored(limit) {
      const rows = await db
        .selectFrom('platform.storedMail')
        .selectAll()
        .orderBy('storedAt', 'desc')
        .orderBy('id', 'desc')
        .limit(limit)
        .execute();
      return rows.map((row) => ({
        id: row.id,
        storedAt: row.storedAt,
        to: row.recipient,
        subject: row.subject,
        text: row.bodyText,
        html: row.bodyHtml,
        // Written by send() above and by nobody else.
        attachments: row.attachments as unknown as StoredMail['attachments'],
        unsubscribeUrl: row.unsubscribeUrl,
      }));
    },
  };
}

async function forgetOld(db: Db): Promise<void> {
  const newest = db
    .selectFrom('platform.storedMail')
    .select('id')
    .orderBy('storedAt', 'desc')
    .orderBy('id', 'desc')
    .limit(kept);
  await db.deleteFrom('platform.storedMail').where('id', 'not in', newest).execute();
}
