// What a phone says about the time of a visit. Pure; time comes in.

const aheadMs = 5 * 60_000; // phones run a little fast

/** The claimed time when it can be true: not before the task was opened, not in the future. Else nothing is recorded. */
export function claimedVisit(raw: string | undefined, known: { openedAt: string; now: Date }): string | undefined {
  const at = new Date(raw ?? '');
  if (Number.isNaN(at.getTime())) return undefined;
  const possible = at >= new Date(known.openedAt) && at.getTime() <= known.now.getTime() + aheadMs;
  return possible ? at.toISOString() : undefined;
}
