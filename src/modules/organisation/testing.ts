import type { Unit } from './types.ts';

export { readBoundaries } from './load/boundaries.ts';

/** A unit with plausible values; name only what the test is about. */
export function aUnit(over: Partial<Unit> = {}): Unit {
  const code = over.code ?? 'kel-lompoe';
  return {
    id: crypto.randomUUID(),
    code,
    name: code,
    label: { id: code },
    short: code,
    kind: 'kelurahan',
    parentId: undefined,
    areaCode: undefined,
    covers: [],
    confidence: 'sourced',
    details: { handles: [], sources: [] },
    active: true,
    ...over,
  };
}
