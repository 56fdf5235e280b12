// The nouns of the hotline. A message is a case; a request is what the mayor asked of a head of office.
import type { Assisted } from '../cases/index.ts';

export const messageKinds = ['complaint', 'proposal', 'thanks'] as const;
export type MessageKind = (typeof messageKinds)[number];
export const messageLevels = ['open', 'anonymous'] as const;
/** open: name and number are kept and opened only with a reason; anonymous: neither is asked for. */
export type MessageLevel = (typeof messageLevels)[number];

/** A message from any channel. The channel itself is `ctx.channel`. */
export interface Intake {
  readonly text: string;
  readonly kind?: MessageKind | undefined; // default complaint
  readonly area?: string | undefined; // code of the kelurahan
  readonly level?: MessageLevel | undefined; // default open
  readonly name?: string | undefined;
  readonly phone?: string | undefined;
  readonly email?: string | undefined;
  readonly photos?: readonly string[] | undefined; // upload ids, at most four
  readonly key: string; // the same key and content again is the same message
  readonly assisted?: Assisted | undefined;
}
export interface MessageReceipt {
  readonly caseId: string;
  readonly number: string;
  readonly trackingCode: string;
  readonly repeated: boolean;
}

/** What is read off a case for its row. */
export interface MessageFacts {
  readonly kind: MessageKind;
  readonly level: MessageLevel;
  readonly areaCode: string | null;
  readonly body: string; // without the sender's name, and without numbers and addresses
  readonly photos: number;
  readonly named: boolean;
  readonly reachable: boolean;
  readonly unitId: string | null; // whose head was asked last
  readonly state: string;
  readonly status: string;
  readonly waitsForMayor: boolean;
  readonly overdue: boolean;
  readonly closedAt: Date | null;
}
export interface Message extends MessageFacts {
  readonly caseId: string;
  readonly number: string;
  readonly suggestedUnit: string | null;
  readonly channel: string;
  readonly receivedAt: Date;
  readonly movedAt: Date;
}

export type RequestEnd = 'answered' | 'withdrawn' | 'declined' | 'replaced' | 'closed';
export interface HeadRequest {
  readonly id: string;
  readonly caseId: string;
  readonly unitId: string;
  readonly what: 'answer' | 'explanation';
  readonly officerId: string | null;
  readonly askedAt: Date;
  readonly dueAt: Date;
  readonly returnedAt: Date | null; // back to the mayor unanswered
  readonly endedAt: Date | null;
  readonly endedHow: RequestEnd | null;
  readonly asked: string | null; // the mayor's note or question
  readonly said: string | null; // the answer, the explanation, or why it is not for that office
}
