import { describe, expect, it } from 'vitest';
import { AppError } from '../../lib/errors.ts';
import { checkAudio, largestAudio } from './index.ts';

const file = (text: string, more = 0) =>
  new Uint8Array(Buffer.concat([Buffer.from(text, 'latin1'), Buffer.alloc(more)]));
const typeOf = (bytes: Uint8Array) => {
  try {
    return checkAudio(bytes).mediaType;
  } catch (error) {
    return error instanceof AppError ? error.code : String(error);
  }
};
const page = 'OggS\x00\x02\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\x01\x13';

describe('a voice note', () => {
  it('is known by what it holds, as phones record it', () => {
    expect(typeOf(file(`${page}OpusHead`, 200))).toBe('audio/ogg');
    expect(typeOf(file('\0\0\0\x1cftypM4A \0\0\0\0', 200))).toBe('audio/mp4');
    expect(typeOf(file('ID3\x04\0\0\0\0\0\0', 200))).toBe('audio/mpeg');
    expect(typeOf(file('\xff\xfb\x90\x64', 200))).toBe('audio/mpeg');
    expect(typeOf(file('\xff\xf1\x50\x80', 200))).toBe('audio/aac');
    expect(
      typeOf(file('\x1aE\xdf\xa3\x9fB\x86\x81\x01B\xf7\x81\x01B\xf2\x81\x04B\xf3\x81\x08B\x82\x84webm', 200)),
    ).toBe('audio/webm');
  });

  it('is no film, no picture, no page and no program', () => {
    const others = [
      '\0\0\0\x1cftypisom\0\0\0\0moov....hdlr....vide',
      '\0\0\0\x18ftypheic\0\0\0\0',
      '\x1aE\xdf\xa3\x9f.....webm....V_VP9',
      `${page}\x80theora`,
      '\xff\xd8\xff\xe0',
      '<!doctype html><script>',
      'MZ',
      '',
    ];
    for (const other of others) expect(typeOf(file(other, 100))).toBe('audio.unsupported');
  });

  it('that is too long is refused', () => {
    expect(typeOf(file('ID3\x04\0\0\0\0\0\0', largestAudio))).toBe('audio.too_large');
  });
});
