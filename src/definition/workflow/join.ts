// When parallel work is enough: all of it closed, or so many in favour, or so many no longer possible.
import type { Join } from '../schema.ts';
import type { WorkDone } from './position.ts';

export type JoinResult = 'open' | 'agreed' | 'refused';

/**
 * `all` waits for every voice, also after one against it: the decision that follows should know them all. `any` and
 * `at-least` end as soon as the outcome is certain. Where fewer were asked than `at-least` says, all of them are needed;
 * where nobody was asked, nobody objects: a state never waits for work that does not exist.
 */
export function joinOf(rule: Join | undefined, work: readonly WorkDone[]): JoinResult {
  const open = work.filter((one) => one.open).length;
  const inFavour = work.filter((one) => !one.open && one.verdict !== 'refuse').length;
  if (rule === undefined || rule === 'all') {
    if (open > 0) return 'open';
    return inFavour === work.length ? 'agreed' : 'refused';
  }
  const needed = Math.min(rule === 'any' ? 1 : rule.atLeast, work.length);
  if (inFavour >= needed) return 'agreed';
  return inFavour + open < needed ? 'refused' : 'open';
}
