// Documents: asked once, for a reason, when they are needed.
import type { Scope } from '../scope.ts';
import { checkCondition, sightBefore } from './conditions.ts';

export function checkDocuments(scope: Scope): void {
  const seen = new Set<string>();
  for (const [index, document] of scope.def.documents.entries()) {
    const path = ['documents', index];
    if (seen.has(document.id)) scope.report('L24-D001', path, { document: document.id });
    seen.add(document.id);
    const unexplained = document.why === undefined && document.waivedBy === undefined;
    if (document.kind === 'file' && unexplained) scope.report('L24-D002', path, { document: document.id });
    const proves = document.evidenceOf;
    if (proves !== undefined && !scope.questions.has(proves))
      scope.report('L24-D003', [...path, 'evidenceOf'], { document: document.id, field: proves });
    if (document.when !== undefined)
      checkCondition(scope, sightBefore(scope, Number.POSITIVE_INFINITY), document.when, [...path, 'when']);
  }
}
