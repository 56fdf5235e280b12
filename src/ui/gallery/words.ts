import type { PageFrame } from '../frame.ts';
import { type GlyphName, glyphs } from '../icon/glyphs.ts';
import { type StatusKind, statusKinds } from '../status/status-tag.tsx';
import { en } from './messages.en.ts';
import { type GalleryMessages, id } from './messages.id.ts';

export function galleryWords(frame: PageFrame): GalleryMessages {
  return frame.locale === 'en' ? en : id;
}

export const glyphNames = Object.keys(glyphs).filter((name): name is GlyphName => name in glyphs);
export const toGlyph = (name: string | undefined): GlyphName => oneOf(glyphNames, name);
export const toStatus = (name: string | undefined): StatusKind => oneOf(statusKinds, name);
export const toStep = (name: string) => oneOf(['done', 'now', 'coming'] as const, name);
export const toSpeaker = (name: string) => oneOf(['citizen', 'staff', 'system'] as const, name);

/** Example content is plain strings; a slip in it should fail loudly. */
function oneOf<T extends string>(choices: readonly T[], value: string | undefined): T {
  const found = choices.find((choice) => choice === value);
  if (found === undefined) throw new RangeError(`Not among ${choices.join(', ')}: ${value}`);
  return found;
}

export const exampleNumber = 'P482913075';

/** A drawn stand-in for a photo of a document. */
export const examplePicture = '/gaya/contoh.svg';
