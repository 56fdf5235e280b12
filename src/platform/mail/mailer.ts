// E-mail behind one interface: SMTP when SMTP_URL is set, else a table that the development outbox shows.

export interface MailAttachment {
  readonly fileName: string;
  readonly type: string;
  readonly bytes: Uint8Array;
}
export interface Mail {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html?: string;
  readonly attachments?: readonly MailAttachment[];
  /** Where news is stopped with one POST and no page (RFC 2369 and 8058). */
  readonly unsubscribeUrl?: string;
}
export interface StoredMail {
  readonly id: string;
  readonly storedAt: Date;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string | null;
  readonly attachments: readonly { readonly fileName: string; readonly type: string; readonly size: number }[];
  readonly unsubscribeUrl: string | null;
}
export interface Mailer {
  /** smtp: mail leaves the building. outbox: it is only stored, pages say so. */
  readonly kind: 'smtp' | 'outbox';
  /** Resolves when the mail was handed over; throws when it may be tried again later. Call it from a job. */
  send(mail: Mail): Promise<void>;
  /** Newest first; always empty for smtp. */
  listStored(limit: number): Promise<StoredMail[]>;
}
