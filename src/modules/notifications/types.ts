export interface Email {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly key: string; // the same key twice is one message
}
export interface StoredMessage {
  readonly id: string;
  readonly recipient: string;
  readonly subject: string;
  readonly body: string;
  readonly createdAt: Date;
  readonly sentAt: Date | null;
  readonly failure: string | null;
}
