// What a channel can carry, and a text cut to it.
import { septets, septetsOfOneSms, toGsm7 } from '../../lib/gsm7/gsm7.ts';

export interface Profile {
  readonly name: 'chat' | 'sms';
  readonly maxLength: number; // of one message: UTF-16 units, or GSM-7 septets
  readonly maxParts: number; // a longer reply becomes a link
  readonly gsm7: boolean;
  readonly media: boolean; // photos and locations can be sent
}
/** WhatsApp takes 1024 characters in every kind of message, Telegram 4096: the smaller one serves both. */
export const chatProfile: Profile = { name: 'chat', maxLength: 1024, maxParts: 8, gsm7: false, media: true };
/** One SMS is 160 septets of GSM 03.38; more than three for one reply is money and patience. */
export const smsProfile: Profile = { name: 'sms', maxLength: septetsOfOneSms, maxParts: 3, gsm7: true, media: false };

const link = '{link}';
/** Room kept for the address that replaces `{link}`. */
export const linkLength = 60;

/** How much of a message this text takes once `{link}` is the real address. */
export function lengthOf(text: string, profile: Profile): number {
  const links = text.split(link).length - 1;
  const plain = text.replaceAll(link, '');
  const length = profile.gsm7 ? septets(plain) : plain.length;
  return length + links * linkLength;
}

/** One text as messages within the profile; `instead` is sent when it would take too many. */
export function cutToMessages(text: string, profile: Profile, instead: string): string[] {
  const parts = split(profile.gsm7 ? toGsm7(text) : text, profile);
  if (parts.length > 0 && parts.length <= profile.maxParts) return parts;
  return split(profile.gsm7 ? toGsm7(instead) : instead, profile).slice(0, profile.maxParts);
}

function split(text: string, profile: Profile): string[] {
  const parts: string[] = [];
  let part = '';
  for (const { glue, piece } of piecesOf(text, profile)) {
    const longer = part === '' ? piece : part + glue + piece;
    if (lengthOf(longer, profile) <= profile.maxLength) {
      part = longer;
      continue;
    }
    if (part !== '') parts.push(part);
    part = piece;
  }
  if (part !== '') parts.push(part);
  return parts;
}

interface Piece {
  readonly glue: '\n' | ' ' | '';
  readonly piece: string;
}

// Lines stay whole when they can: an option is not torn from its number. Then words, then letters.
function piecesOf(text: string, profile: Profile): Piece[] {
  const fits = (piece: string) => lengthOf(piece, profile) <= profile.maxLength;
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  return lines.flatMap((line): Piece[] => {
    if (fits(line)) return [{ glue: '\n', piece: line }];
    const words = line.split(' ').filter((word) => word !== '');
    return words.flatMap((word, index): Piece[] => {
      const glue = index === 0 ? '\n' : ' ';
      if (fits(word)) return [{ glue, piece: word }];
      return [...word].map((letter, at) => ({ glue: at === 0 ? glue : '', piece: letter }));
    });
  });
}
