// The letter: signed by somebody who can, numbered without gaps, filled from answers that exist.
import type { FieldType, Letter } from '../../schema.ts';
import type { Path } from '../finding.ts';
import { nearestHint } from '../nearest.ts';
import { has, type Scope } from '../scope.ts';
import { placeholdersIn } from './workflow-acts.ts';

const numberParts = ['kode', 'urut', 'unit', 'bulan', 'bulan_romawi', 'tahun'];
const textParts = ['unit', 'kota', 'tanggal', 'nomor', 'jabatan', 'berlaku_sampai'];
const unprintable: ReadonlySet<FieldType> = new Set(['file', 'location', 'declaration', 'info']);

export function checkLetter(scope: Scope): void {
  const { letter, workflow } = scope.def;
  const issuing = workflow.actions.filter((action) => action.effects.includes('issue-letter'));
  if (letter === undefined) {
    for (const action of issuing) {
      const index = workflow.actions.indexOf(action);
      scope.report('L24-L001', ['workflow', 'actions', index], { action: action.do });
    }
    return;
  }
  if (issuing.length === 0) scope.report('L24-L002', ['letter']);
  checkSigner(scope, letter);
  checkNumber(scope, letter.number);
  checkRows(scope, letter);
  for (const key of ['opening', 'closing'] as const) checkText(scope, letter[key], ['letter', key]);
  const templates = scope.env.letterTemplates;
  if (templates !== undefined && !templates.has(letter.template))
    scope.report('L24-L003', ['letter', 'template'], { template: letter.template });
}

function checkSigner(scope: Scope, letter: Letter): void {
  const { roles, actions } = scope.def.workflow;
  const path = ['letter', 'signer'];
  if (!has(roles, letter.signer)) {
    scope.report('L24-L004', path, { role: letter.signer, hint: nearestHint(letter.signer, Object.keys(roles)) });
    return;
  }
  // Another may issue it after him: the camat confirms what the lurah has signed.
  const signs = actions.some((action) => action.kind === 'sign' && action.by.includes(letter.signer));
  if (!signs) scope.report('L24-L005', path, { role: letter.signer });
}

function checkNumber(scope: Scope, number: string): void {
  const parts = placeholdersIn(number).map((part) => part.replace(/^urut:0+$/, 'urut'));
  if (!parts.includes('urut')) scope.report('L24-L006', ['letter', 'number']);
  const wrong = parts.find((part) => !numberParts.includes(part));
  if (wrong !== undefined)
    scope.report('L24-L007', ['letter', 'number'], { placeholder: `{${wrong}}`, allowed: braced(numberParts) });
}

function checkRows(scope: Scope, letter: Letter): void {
  for (const [index, row] of letter.rows.entries()) {
    const path = ['letter', 'rows', index, 'field'];
    const question = scope.questions.get(row.field);
    if (question === undefined)
      scope.report('L24-L008', path, { field: row.field, hint: nearestHint(row.field, scope.questions.keys()) });
    else if (unprintable.has(question.field.type))
      scope.report('L24-L010', path, { field: row.field, type: question.field.type });
  }
}

function checkText(scope: Scope, text: { id: string; en?: string | undefined }, path: Path): void {
  const names = [text.id, text.en ?? ''].flatMap(placeholdersIn);
  for (const name of new Set(names)) {
    const question = scope.questions.get(name);
    if (question !== undefined && unprintable.has(question.field.type))
      scope.report('L24-L010', path, { field: name, type: question.field.type });
    else if (question === undefined && !textParts.includes(name))
      scope.report('L24-L009', path, { placeholder: `{${name}}`, allowed: braced(textParts) });
  }
}

function braced(names: readonly string[]): string {
  return names.map((name) => `{${name}}`).join(', ');
}
