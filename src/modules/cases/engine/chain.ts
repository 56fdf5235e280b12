// Each event carries the hash of the one before it, so that no line of a case's history can be changed, dropped or
// slipped in without the chain breaking (`loket24 verify`).
import { createHash } from 'node:crypto';
import { canonicalJson } from '../../../lib/canonical-json.ts';
import type { CaseEvent, EventActor, NewEvent } from '../types.ts';

export interface EventStamp {
  readonly caseId: string;
  readonly seq: number;
  readonly at: string;
  readonly actor: EventActor;
  readonly channel: CaseEvent['channel'];
  readonly requestId: string;
}

function hashOf(stamp: EventStamp, event: NewEvent, prevHash: string): string {
  const { caseId, seq, at, actor, channel, requestId } = stamp;
  const content = canonicalJson([prevHash, caseId, seq, at, event.kind, actor, channel, requestId, event.data]);
  return createHash('sha256').update(content).digest('hex');
}

export function sealEvent(stamp: EventStamp, event: NewEvent, prevHash: string): CaseEvent {
  const { seq, at, actor, channel, requestId } = stamp;
  return { ...event, seq, at, actor, channel, requestId, prevHash, hash: hashOf(stamp, event, prevHash) };
}

/** The first break of a chain, as a sentence for the operator; undefined when whole. */
export function findBreak(caseId: string, events: readonly CaseEvent[]): string | undefined {
  let prevHash = '';
  for (const [index, event] of events.entries()) {
    if (event.seq !== index + 1) return `event ${index + 1} is missing`;
    if (event.prevHash !== prevHash) return `event ${event.seq} does not follow the one before it`;
    if (hashOf({ ...event, caseId }, event, prevHash) !== event.hash) return `event ${event.seq} was changed`;
    prevHash = event.hash;
  }
  return undefined;
}
