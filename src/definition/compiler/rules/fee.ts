// Fees: never without their article, and reckoned from answers that exist by a tariff that has a row for each of them.
import type { LocalText } from '../../../lib/locale.ts';
import { usualColumn } from '../../fees/fee-of.ts';
import { feeFunctions } from '../../fees/registry.ts';
import type { FeeFunction } from '../../fees/types.ts';
import type { FeeRule } from '../../schema.ts';
import type { Scope } from '../scope.ts';
import { checkRows } from './derivations.ts';

const path = ['standard', 'fee'] as const;

export function checkFee(scope: Scope): void {
  const { fee } = scope.def.standard;
  const legal = fee.legal?.trim() ?? '';
  if (legal === '') scope.report(fee.amount === 0 ? 'L24-S004' : 'L24-S003', path);
  const demanded = fee.by !== undefined || (fee.amount ?? 0) > 0;
  // An open tariff (no amount, no rule) is named by its regulation only: the office tells the article with the amount.
  if (demanded && legal !== '' && !/\b(pasal|lampiran)\b/i.test(legal))
    scope.report('L24-S014', [...path, 'legal'], { legal });
  if (fee.by === undefined) return;
  if (fee.amount !== null) scope.report('L24-S011', path);
  checkTable(scope, fee.by);
  if ('function' in fee.by) checkFunction(scope, fee.by);
  else checkLookUp(scope, fee.by);
}

function checkTable(scope: Scope, by: FeeRule): void {
  const table = by.table === undefined ? undefined : scope.def.tables?.[by.table];
  if (table?.confidence === 'typical') scope.report('L24-S012', [...path, 'by'], { table: by.table ?? '' });
  const column = 'function' in by ? (by.column ?? usualColumn) : by.column;
  if (table !== undefined && !table.rows.every((row) => typeof row[column] === 'number'))
    refuse(scope, {
      id: `kolom "${column}" di tabel "${by.table}" tidak berisi rupiah di setiap baris`,
      en: `column "${column}" of table "${by.table}" does not hold rupiah in every row`,
    });
}

function checkLookUp(scope: Scope, by: Extract<FeeRule, { key: string }>): void {
  const question = scope.questions.get(by.key);
  if (question === undefined) refuse(scope, noQuestion(by.key));
  else checkKeys(scope, by, by.key);
}

type ByFunction = Extract<FeeRule, { function: string }>;

function checkFunction(scope: Scope, by: ByFunction): void {
  const named = feeFunctions.get(by.function);
  if (named === undefined) {
    scope.report('L24-S009', [...path, 'by', 'function'], {
      function: by.function,
      names: [...feeFunctions.keys()].join(', '),
    });
    return;
  }
  if (named.needsTable && by.table === undefined)
    refuse(scope, { id: `"${by.function}" memerlukan "table"`, en: `"${by.function}" needs a "table"` });
  for (const [name, field] of Object.entries(by.of)) checkInput(scope, named, name, field);
  if (!named.needs.some((set) => set.every((name) => Object.hasOwn(by.of, name)))) {
    const sets = named.needs.map((set) => set.join(' + ')).join(' / ');
    refuse(scope, { id: `"of" belum lengkap, isi ${sets}`, en: `"of" is not complete, name ${sets}` });
  }
  if (by.of.kind !== undefined) checkKeys(scope, by, by.of.kind);
}

function checkInput(scope: Scope, named: FeeFunction, name: string, field: string): void {
  const types = Object.hasOwn(named.inputs, name) ? named.inputs[name] : undefined;
  const question = scope.questions.get(field);
  if (types === undefined) {
    const names = Object.keys(named.inputs).join(', ');
    refuse(scope, {
      id: `"${name}" bukan masukan, yang ada: ${names}`,
      en: `"${name}" is no input, there are: ${names}`,
    });
  } else if (question === undefined) refuse(scope, noQuestion(field));
  else if (!types.includes(question.field.type))
    refuse(scope, {
      id: `"${field}" berjenis ${question.field.type}, yang dapat dipakai: ${types.join(', ')}`,
      en: `"${field}" is of type ${question.field.type}, possible are: ${types.join(', ')}`,
    });
}

function checkKeys(scope: Scope, by: FeeRule, field: string): void {
  const table = by.table === undefined ? undefined : scope.def.tables?.[by.table];
  const question = scope.questions.get(field);
  if (table === undefined || question === undefined || by.table === undefined) return;
  const keys = table.rows.map((row) => String(row[table.key]));
  checkRows(scope, question.field, { table: by.table, keys }, [...path, 'by']);
}

function noQuestion(field: string): LocalText {
  return { id: `pertanyaan "${field}" tidak ada`, en: `there is no question "${field}"` };
}

function refuse(scope: Scope, reason: LocalText): void {
  scope.report('L24-S010', [...path, 'by'], { reason });
}
