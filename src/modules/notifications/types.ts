export interface Email {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly key: string; // the same key twice is one message
  /**
   * For news somebody asked for, without being party to a case: where it is stopped with one POST. The address of such a letter is
   * sealed while it waits and forgotten once it was sent.
   */
  readonly unsubscribeUrl?: string;
}
export interface StoredMessage {
  readonly id: string;
  readonly recipient: string | null; // of news: none
  readonly recipientSealed: Uint8Array | null; // of news, until it was sent
  readonly subject: string;
  readonly body: string;
  readonly unsubscribeUrl: string | null;
  readonly createdAt: Date;
  readonly sentAt: Date | null;
  readonly failure: string | null;
}
