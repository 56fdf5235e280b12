// Words of a report as people write it: capitals, abbreviations, doubled words, clitics, words of the region. Pure.

const abbreviations: Readonly<Record<string, string>> = {
  ...{ sdh: 'sudah', udh: 'sudah', blm: 'belum', tdk: 'tidak', nda: 'tidak', ndak: 'tidak', nd: 'tidak', gak: 'tidak' },
  ...{
    ga: 'tidak',
    gk: 'tidak',
    enggak: 'tidak',
    yg: 'yang',
    dgn: 'dengan',
    utk: 'untuk',
    krn: 'karena',
    karna: 'karena',
  },
  ...{
    jl: 'jalan',
    jln: 'jalan',
    skrg: 'sekarang',
    org: 'orang',
    pdhl: 'padahal',
    bgt: 'sekali',
    dr: 'dari',
    tgl: 'tanggal',
  },
  ...{
    dpn: 'depan',
    blkg: 'belakang',
    rmh: 'rumah',
    sklh: 'sekolah',
    kec: 'kecamatan',
    kel: 'kelurahan',
    msk: 'masuk',
  },
  ...{
    lobang: 'lubang',
    antri: 'antre',
    antrian: 'antre',
    antrean: 'antre',
    mesjid: 'masjid',
    sampe: 'sampai',
    telpon: 'telepon',
  },
  ...{ pdam: 'pam', ledeng: 'pam', kran: 'keran', apk: 'aplikasi', web: 'situs', website: 'situs', angkot: 'angkutan' },
  ...{
    selokan: 'got',
    parit: 'got',
    gang: 'lorong',
    elpiji: 'lpg',
    gas3kg: 'lpg',
    rs: 'rsud',
    wc: 'toilet',
    padam: 'mati',
  },
  ...{
    capil: 'dukcapil',
    disdukcapil: 'dukcapil',
    ektp: 'ktp',
    jkn: 'bpjs',
    kis: 'bpjs',
    mampet: 'sumbat',
    upah: 'gaji',
  },
};

const empty: ReadonlySet<string> = new Set(
  (
    'dan yang di ke dari untuk dengan pada ini itu ada adalah atau juga kami saya aku anda kita kamu mereka dia nya pak bu bapak ibu ' +
    'mohon tolong minta harap admin bos puang daeng kak min tabe iye mi ji pi mo ki ka ta na kodong sekali sangat lagi sudah belum ' +
    'akan bisa agar supaya kalau jika karena jadi saja terus tiap setiap hari minggu bulan tahun jam kemarin tadi sekarang malam ' +
    'pagi siang sore besok lalu sejak sampai saat waktu seperti sebagai oleh para sih kok deh dong ya kan padahal tapi tetapi ' +
    'namun malah katanya apa kapan siapa mana bagaimana kenapa mengapa the of'
  ).split(' '),
);

const prefixes = [
  'meng',
  'meny',
  'mem',
  'men',
  'me',
  'ber',
  'ter',
  'di',
  'peng',
  'peny',
  'pem',
  'pen',
  'pe',
  'se',
  'ke',
];
const suffixes = ['nya', 'kan', 'lah', 'kah', 'an', 'ku', 'mu', 'mi', 'ji', 'i'];
const shortestStem = 4;

/** The word without what Indonesian puts before and after it; rough on purpose, the same for texts and for what they are compared with. */
export function stemOf(word: string): string {
  let stem = word;
  for (const suffix of suffixes)
    if (stem.endsWith(suffix) && stem.length - suffix.length >= shortestStem) {
      stem = stem.slice(0, -suffix.length);
      break;
    }
  for (const prefix of prefixes)
    if (stem.startsWith(prefix) && stem.length - prefix.length >= shortestStem) return stem.slice(prefix.length);
  return stem;
}

/** Words of the region, by how they are said. Particles that are also endings are left to the stem. */
export type Glossary = ReadonlyMap<string, string>;

const plain = (word: string): string => word.replace(/['’`]/g, '');

export function glossaryOf(words: readonly { readonly said: readonly string[]; readonly means: string }[]): Glossary {
  const entries = words.flatMap(({ said, means }) => {
    const [first = ''] = means.toLowerCase().split(/[,/(:;]/);
    return said.map((word) => [plain(word.toLowerCase()), first.trim()] as const);
  });
  return new Map(entries.filter(([, means]) => /^[a-z ]{2,30}$/.test(means)));
}

/** The words that carry meaning, stemmed, in their order. */
export function wordsOf(text: string, glossary: Glossary): string[] {
  const spoken = plain(text.normalize('NFKC').toLowerCase())
    .replace(/([a-z]{2,})-?2(?![0-9])/g, '$1 $1') // "jadi2": said twice
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
  const words = spoken === '' ? [] : spoken.split(' ');
  return words
    .map((word) => abbreviations[word] ?? word)
    .flatMap((word) => (glossary.get(word) ?? word).split(' '))
    .map((word) => abbreviations[word] ?? word)
    .filter((word) => word.length > 1 && !empty.has(word) && !/^\d+$/.test(word))
    .map((word) => abbreviations[stemOf(word)] ?? stemOf(word));
}

/** Words, pairs of neighbours, and the beginnings of longer words (spelling slips and other endings). */
export function featuresOf(text: string, glossary: Glossary): Map<string, number> {
  const words = wordsOf(text, glossary);
  const features = new Map<string, number>();
  const add = (feature: string, weight: number): void => {
    features.set(feature, (features.get(feature) ?? 0) + weight);
  };
  words.forEach((word, at) => {
    add(word, 1);
    const next = words[at + 1];
    if (next !== undefined && next !== word) add(`${word} ${next}`, 0.7);
    if (word.length >= 5) add(`${word.slice(0, 4)}~`, 0.4);
  });
  return features;
}
