// Documents: asked once, for a reason, when they are needed.
import type { Scope } from '../scope.ts';
import { checkCondition, sightBefore } from './conditions.ts';

export function checkDocuments(scope: Scope): void {
  checkWaivers(scope);
  const seen = new Set<string>();
  for (const [index, document] of scope.def.documents.entries()) {
    const path = ['documents', index];
    if (seen.has(document.id)) scope.report('L24-D001', path, { document: document.id });
    seen.add(document.id);
    const unexplained = document.why === undefined && document.waivedBy === undefined;
    if (document.kind === 'file' && unexplained) scope.report('L24-D002', path, { document: document.id });
    else if (document.kind === 'file' && document.why === undefined)
      scope.report('L24-X003', path, { document: document.id });
    const proves = document.evidenceOf;
    if (proves !== undefined && !scope.questions.has(proves))
      scope.report('L24-D003', [...path, 'evidenceOf'], { document: document.id, field: proves });
    if (document.when !== undefined)
      checkCondition(scope, sightBefore(scope, Number.POSITIVE_INFINITY), document.when, [...path, 'when']);
  }
}

/** Once only: a paper whose content the city holds should fall away. Told once a service, for there are many. */
function checkWaivers({ def, report }: Scope): void {
  const uploads = def.documents.filter((document) => document.kind === 'file');
  const kept = uploads.filter((one) => one.waivedBy === undefined && one.waivedByRegister === undefined);
  const [first] = kept;
  if (first === undefined) return;
  const params = { count: kept.length, total: uploads.length, document: first.id };
  report('L24-X004', ['documents', def.documents.indexOf(first)], params);
}
