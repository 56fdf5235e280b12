import { isProvinceCode, readNik } from '../../lib/nik/nik.ts';
import { shortText } from './raw.ts';
import type { AreaLookup, FieldKind, Problem } from './types.ts';
import { fail, promptLine, schemaHead, wordsOf } from './words.ts';

/** The person's number: 16 digits as text. Only structure is refused; a strange area is a warning. */
export const nikKind: FieldKind<string> = {
  parse(raw, _field, env) {
    const words = wordsOf(env.locale).nik;
    const read = readNik(shortText(raw) ?? '?');
    if (!read.ok) {
      const message = read.problem === 'length' ? words.length({ given: read.given }) : words[read.problem];
      return fail(`nik.${read.problem}`, message);
    }
    const warnings: Problem[] = isKnownArea(read.nik, env.areas)
      ? []
      : [{ code: 'nik.area_unknown', message: words.areaUnknown }];
    return { ok: true, value: read.nik, warnings };
  },
  holds: (value) => typeof value === 'string',
  format: (value) => value,
  prompt: (field, env) => promptLine(field, env, wordsOf(env.locale).prompt.digits({ count: '16' })),
  jsonSchema: (field) => ({ ...schemaHead(field), type: 'string', pattern: '^[0-9]{16}$' }),
};

// The lookup knows the region and its neighbours, not all 514 regencies: elsewhere only the province can be judged.
function isKnownArea(nik: string, areas: AreaLookup): boolean {
  if (!isProvinceCode(nik.slice(0, 2))) return false;
  const regency = `${nik.slice(0, 2)}.${nik.slice(2, 4)}`;
  return !areas.has(regency) || areas.has(`${regency}.${nik.slice(4, 6)}`);
}
