// Which of two cases stands where, and what holds of a pair. Pure.
import type { LinkKind, LinkStep } from './types.ts';

/** The pair in the order it is kept in, whichever was named first. */
export function pairOf(one: string, other: string): Pick<LinkStep, 'lowCase' | 'highCase'> {
  return one < other ? { lowCase: one, highCase: other } : { lowCase: other, highCase: one };
}
export const otherOf = ({ lowCase, highCase }: Pick<LinkStep, 'lowCase' | 'highCase'>, caseId: string): string =>
  lowCase === caseId ? highCase : lowCase;

/** The steps that hold now: of each pair the last, unless it undid the link. */
export function linksNow(steps: readonly LinkStep[]): LinkStep[] {
  const last = new Map<string, LinkStep>();
  for (const step of steps) {
    const pair = `${step.lowCase} ${step.highCase}`;
    if ((last.get(pair)?.seq ?? 0) < step.seq) last.set(pair, step);
  }
  return [...last.values()].filter(({ what }) => what === 'linked');
}

/** What is said on the page of one of the two. */
export type LinkSide = 'related' | 'causedBy' | 'causes' | 'continues' | 'continuedBy';
export function sideOf({ kind, subjectCase }: { kind: LinkKind; subjectCase: string }, caseId: string): LinkSide {
  if (kind === 'related') return 'related';
  const isSubject = subjectCase === caseId;
  if (kind === 'caused-by') return isSubject ? 'causedBy' : 'causes';
  return isSubject ? 'continues' : 'continuedBy';
}
