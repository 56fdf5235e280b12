// Just enough of the tar format (ustar): ordinary files with short names, streamed.

export interface TarEntry {
  readonly name: string;
  readonly body: Buffer;
}
const block = 512;

/** One entry as bytes. Names up to 255 bytes. */
export function tarEntry(name: string, body: Buffer): Buffer {
  const header = Buffer.alloc(block);
  const [prefix, base] = splitName(name);
  header.write(base, 0, 100, 'utf8');
  header.write('0000600\0', 100, 'latin1');
  header.write('0000000\0', 108, 'latin1');
  header.write('0000000\0', 116, 'latin1');
  header.write(`${body.length.toString(8).padStart(11, '0')}\0`, 124, 'latin1');
  header.write('00000000000\0', 136, 'latin1');
  header.write('        ', 148, 'latin1');
  header.write('0', 156, 'latin1');
  header.write('ustar\x0000', 257, 'latin1');
  header.write(prefix, 345, 155, 'utf8');
  const sum = header.reduce((total, byte) => total + byte, 0);
  header.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148, 'latin1');
  return Buffer.concat([header, body, Buffer.alloc((block - (body.length % block)) % block)]);
}

export const tarEnd = Buffer.alloc(2 * block);

/** The entries of a tar stream, one in memory at a time. Throws when it is cut off. */
export async function* readTar(source: AsyncIterable<Buffer>): AsyncGenerator<TarEntry> {
  const take = reader(source);
  for (;;) {
    const header = await take(block);
    if (header.every((byte) => byte === 0)) return;
    if (header.toString('latin1', 257, 262) !== 'ustar') throw new Error('not a tar file');
    const text = (from: number, length: number) => header.toString('utf8', from, from + length).split('\0', 1)[0] ?? '';
    const size = Number.parseInt(text(124, 12), 8);
    const name = [text(345, 155), text(0, 100)].filter((part) => part !== '').join('/');
    const body = await take(Math.ceil(size / block) * block);
    yield { name, body: body.subarray(0, size) };
  }
}

function splitName(name: string): readonly [string, string] {
  if (Buffer.byteLength(name) <= 100) return ['', name];
  const at = name.lastIndexOf('/', 155);
  const [prefix, base] = [name.slice(0, at), name.slice(at + 1)];
  if (at < 1 || Buffer.byteLength(base) > 100) throw new Error(`The name ${name} is too long for a backup.`);
  return [prefix, base];
}

function reader(source: AsyncIterable<Buffer>): (length: number) => Promise<Buffer> {
  const chunks = source[Symbol.asyncIterator]();
  let held: Buffer = Buffer.alloc(0);
  return async (length) => {
    const parts = [held];
    let have = held.length;
    while (have < length) {
      const next = await chunks.next();
      if (next.done) throw new Error('the backup is cut off');
      parts.push(next.value);
      have += next.value.length;
    }
    const all = parts.length === 1 ? held : Buffer.concat(parts);
    held = all.subarray(length);
    return all.subarray(0, length);
  };
}
