import { randomFillSync } from 'node:crypto';
import { v7 } from 'uuid';
import { systemClock } from './clock.ts';

// Random bytes are drawn for many ids at once: one call to the system for each id costs more than the rest of making it.
const idBytes = 16;
const pool = new Uint8Array(idBytes * 256);
let used = pool.length;
const latest = { milliseconds: 0, sequence: 0 };

/** Sixteen bytes nobody has been given before. */
function nextBytes(): Uint8Array {
  if (used === pool.length) {
    randomFillSync(pool);
    used = 0;
  }
  used += idBytes;
  return pool.slice(used - idBytes, used);
}

/** A new row id: uuid version 7, so rows inserted together lie together in the index. Ids of one process only grow. */
export function newId(): string {
  const random = nextBytes();
  const now = systemClock.now().getTime();
  if (now > latest.milliseconds) {
    latest.milliseconds = now;
    latest.sequence = new DataView(random.buffer).getUint32(6) >>> 1; // room to count up within the millisecond
  } else latest.sequence += 1;
  return v7({ random, msecs: latest.milliseconds, seq: latest.sequence });
}
