// One text per value: what is hashed and compared must not depend on the order of keys.

/** JSON with sorted keys and no blanks; `undefined` members are left out as JSON does. Throws on cycles and functions. */
export function canonical(value: unknown): string {
  return write(value, 0);
}

const deepest = 200;

function write(value: unknown, depth: number): string {
  if (depth > deepest) throw new TypeError('canonical: nested too deeply');
  if (typeof value === 'function' || typeof value === 'symbol' || typeof value === 'bigint') {
    throw new TypeError(`canonical: ${typeof value} is not JSON`);
  }
  if (Array.isArray(value)) return `[${value.map((item) => write(item, depth + 1)).join(',')}]`;
  if (value instanceof Date) return JSON.stringify(value);
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  const members = Object.entries(value)
    .filter(([, member]) => member !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, member]) => `${JSON.stringify(key)}:${write(member, depth + 1)}`);
  return `{${members.join(',')}}`;
}
