import { beforeAll, describe, expect, test } from 'vitest';
import { contentSentences, messageSentences, type Sentence } from './indonesian.ts';
import { readFiles } from './source-files.ts';

// What to say instead stands beside each: one word for one thing, spelled as the dictionary spells it.
const forbidden: readonly (readonly [RegExp, string])[] = [
  [/[!—]/, 'a full stop; no exclamation mark, no em dash'],
  [/\p{Extended_Pictographic}/u, 'no emoji'],
  [/\bantrian\b/i, 'antrean'],
  [/\bsilahkan\b/i, 'silakan'],
  [/\bijin\b/i, 'izin'],
  [/\bpraktek\b/i, 'praktik'],
  [/\bapotik\b/i, 'apotek'],
  [/\bresiko\b/i, 'risiko'],
  [/\bkwalitas\b/i, 'kualitas'],
  [/\bnomer\b/i, 'nomor'],
  [/\bpengajuan\b/i, 'permohonan'],
  [/\b(invalid|tidak valid)\b/i, 'say what to do'],
  [/\b(wajib diisi|harus diisi)\b/i, 'Isi ...'],
  [/\berror\b/i, 'say what happened'],
  [/\b(user|pengguna layanan)\b/i, 'Anda'],
  [/\bkamu\b/i, 'Anda'],
  [/\bsubmit\b/i, 'kirim'],
  [/\bupload\b/i, 'unggah'],
  [/\bdownload\b/i, 'unduh'],
  [/\b(log-?in|log-?out)\b/i, 'masuk, keluar'],
  [/\b(klik)\b/i, 'tekan, pilih'],
  [/\btracking\b/i, 'lacak'],
  [/\bgawai\b/i, 'HP'],
  [/\bSLA\b/, 'janji selesai'],
  [/\bdidisposisikan\b/i, 'diteruskan ke'],
  [/\banda\b/, 'Anda'],
];
// Commands are typed as they are called; the national complaint service spells its name with a mark.
const names = /\bloket24\b.*|"[^"]*"|SP4N-LAPOR!/g;

let sentences: Sentence[] = [];

beforeAll(async () => {
  const messages = (await readFiles(['src'], ['messages.id.ts'])).flatMap(messageSentences);
  const content = (await readFiles(['regions'], ['.yaml'])).flatMap(contentSentences);
  expect(messages.length).toBeGreaterThan(500);
  expect(content.length).toBeGreaterThan(1000);
  sentences = [...messages, ...content].map(({ where, text }) => ({ where, text: text.replace(names, '') }));
});

describe('Indonesian words on screen', () => {
  test.each(forbidden)('never match %s', (pattern, instead) => {
    const found = sentences.filter(({ text }) => pattern.test(text)).map(({ where, text }) => `${where} ${text}`);
    expect(found, `say: ${instead}`).toEqual([]);
  });
});
