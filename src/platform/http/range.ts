// A part of a file, as players of sound ask for it (RFC 9110, section 14): one range of bytes, nothing else. Pure.
export interface ByteRange {
  readonly from: number;
  readonly to: number; // inclusive
}

/** @returns undefined when the whole file is meant or the header makes no sense, 'none' when nothing of it is in the file. */
export function rangeOf(header: string | undefined, size: number): ByteRange | 'none' | undefined {
  const match = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(header?.trim() ?? '');
  const [, first = '', last = ''] = match ?? [];
  if (!match || (first === '' && last === '')) return undefined;
  if (first === '') {
    const length = Math.min(Number(last), size);
    return length === 0 ? 'none' : { from: size - length, to: size - 1 };
  }
  const from = Number(first);
  if (last !== '' && Number(last) < from) return undefined;
  if (from >= size) return 'none';
  return { from, to: last === '' ? size - 1 : Math.min(Number(last), size - 1) };
}
