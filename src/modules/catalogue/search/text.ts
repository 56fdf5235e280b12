// What is compared in a search: the same plain form for the query, the phrases of a service and the synonyms.
import { foldCase } from '../../../lib/people-text/people-text.ts';

export const longestQuery = 100; // letters; a longer one is a pasted text, its beginning says what is meant
const mostWords = 10;

// Words that say that something is wanted, not what. "surat" stays: "surat lahir" and "lahir" are different questions.
const filler = new Set(
  (
    'saya aku kami kita mau ingin pengen minta tolong mohon cara caranya bagaimana gimana gmn apa apakah syarat syaratnya ' +
    'mengurus ngurus urus urusan bikin buat membuat daftar mendaftar mengajukan ajukan dapat mendapat mendapatkan di ke ' +
    'dari untuk dan atau yang yg dengan karena kalau kalo ada punya sudah belum lagi ya dong pak bu min halo itu ini ' +
    'i my me a an the to of for how do get need want apply please is in and or'
  ).split(' '),
);

/** Lower case, letters and digits only, single blanks: "KTP-el" and "ktp el" are the same. */
export function plainText(text: string): string {
  return foldCase(text)
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
}

/** The query as it is searched: at most 100 letters and 10 words. */
export function plainQuery(query: string): string {
  return plainText(query.slice(0, longestQuery)).split(' ').slice(0, mostWords).join(' ');
}

/** The words that carry the meaning; all of them when nothing else is left. */
export function meaningWords(plain: string): string[] {
  const words = plain.split(' ').filter((word) => word !== '');
  const meaning = words.filter((word) => !filler.has(word));
  return meaning.length > 0 ? meaning : words;
}
