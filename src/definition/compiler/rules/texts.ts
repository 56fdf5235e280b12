// Texts people read: translated, and in plain sentences.

import { sayPath } from '../../load/zod-findings.ts';
import type { Path } from '../finding.ts';
import type { Scope } from '../scope.ts';

interface Text {
  readonly path: Path;
  readonly id: string;
  readonly en?: string | undefined;
}

export function checkTexts(scope: Scope): void {
  const texts = textsIn(scope.def, []);
  const untranslated = texts.filter((text) => text.en === undefined);
  const [first] = untranslated;
  if (first !== undefined)
    scope.report('L24-T002', first.path, { count: untranslated.length, where: sayPath(first.path) });
  for (const text of texts) {
    const sign = forbiddenSign(`${text.id} ${text.en ?? ''}`);
    if (sign !== undefined) scope.report('L24-T003', text.path, { where: sayPath(text.path), sign });
  }
}

export function textsIn(value: unknown, path: Path): Text[] {
  if (Array.isArray(value)) return value.flatMap((item, index) => textsIn(item, [...path, index]));
  if (typeof value !== 'object' || value === null) return [];
  const entries = Object.entries(value);
  const isText = entries.every(
    ([key, part]) => (key === 'id' || key === 'en') && (typeof part === 'string' || part === undefined),
  );
  const id = entries.find(([key]) => key === 'id')?.[1];
  const english = entries.find(([key]) => key === 'en')?.[1];
  if (isText && typeof id === 'string') return [{ path, id, en: typeof english === 'string' ? english : undefined }];
  return entries.flatMap(([key, part]) => textsIn(part, [...path, key]));
}

/** "SP4N-LAPOR!" is the name of the national service. */
function forbiddenSign(text: string): string | undefined {
  return ['!', '—'].find((sign) => text.replaceAll('LAPOR!', '').includes(sign));
}
