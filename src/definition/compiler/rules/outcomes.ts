// The end of an application is told in words, in every language, and a refusal with its reason.
import type { LocalText } from '../../../lib/locale.ts';
import type { Action } from '../../schema.ts';
import type { Path } from '../finding.ts';
import { has, type Scope } from '../scope.ts';

export function checkOutcomes(scope: Scope): void {
  const { actions, states } = scope.def.workflow;
  for (const [index, action] of actions.entries()) {
    const path = ['workflow', 'actions', index];
    const target = has(states, action.to) ? states[action.to] : undefined;
    if (target?.final === true) checkTold(scope, action, path);
    if (action.kind === 'refuse' || action.kind === 'correct') checkReasonTold(scope, action, path);
    if (action.kind === 'correct' && action.reasons === undefined)
      scope.report('L24-X007', path, { action: action.do });
  }
}

function checkTold(scope: Scope, action: Action, path: Path): void {
  const missing = missingLanguages(action.message);
  if (missing !== undefined)
    scope.report('L24-X005', [...path, 'message'], { action: action.do, state: action.to, missing });
}

function missingLanguages(message: LocalText | undefined): LocalText | undefined {
  if (message === undefined) return { id: 'bahasa Indonesia dan Inggris', en: 'Indonesian and English' };
  return message.en === undefined ? { id: 'bahasa Inggris', en: 'English' } : undefined;
}

/** A note "see the reason on the page" is not a reason: the sentence itself carries it. */
function checkReasonTold(scope: Scope, action: Action, path: Path): void {
  const { message } = action;
  if (message === undefined || action.reasons === undefined) return;
  if ([message.id, message.en ?? message.id].some((text) => !text.includes('{reason}')))
    scope.report('L24-X006', [...path, 'message'], { action: action.do });
}
