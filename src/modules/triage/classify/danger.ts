// Words that mean danger to life now. They show 112 at once; a false alarm costs a glance, a missed one may cost a life.

const phrases: readonly RegExp[] = [
  /(?<!pemadam |petugas |mobil |bekas )\b(?:ke|k)bakarang?\b|\bterbakar\b|\bapi(?:nya)? (?:\w+ ){0,2}(?:besar|membesar|menjalar|merambat|atap|rumah|pasar|menyala)\b|\b(?:dilalap|keluar|ada|muncul) (?:si jago merah|api)\b|\basap (?:tebal|hitam)\b(?! dari (?:pabrik|knalpot))|\b(?<!ban )meledak\b|\bledakan\b/,
  /(?<!kapal |data \w+ )\btenggelam\b(?! dalam)|(?<!mesin |barang )\bhanyut\b|\bbanjir bandang\b|\bterseret (?:arus|banjir|ombak|air)\b|\b(?:banjir|air) (?:\w+ ){0,2}(?:seleher|sedada|setinggi (?:dada|leher))\b|\borang (?:\w+ ){0,2}di atas atap\b/,
  /\b(?:kena |naka|ke|ter)?setrum\b|\btersengat listrik\b|\bkabel (?:\w+ ){0,3}(?:putus|menjuntai|jatuh)\b|\btiang listrik (?:\w+ ){0,1}(?:roboh|tumbang|jatuh)\b|\bpercikan\b|\bkorslet(?:ing)?\b/,
  /\bter(?:timpa|timbun|jepit)\b|\bterjebak (?:di dalam|banjir|api|lift|longsor|reruntuhan)\b|\b(?:menimpa|timpa|tumbang kena) (?:\w+ ){0,1}(?:orang|rumah|mobil|motor|warga|anak|pengendara)\b|\b(?:tanah )?longsor\b|\bambruk\b|\b(?:rumah|bangunan|gedung|jembatan|tembok|tebing|atap) (?:\w+ ){0,2}(?:roboh|runtuh)\b/,
  /\bsesak na[pf]as\b|\b(?:tidak|susah) (?:ber|bisa )?na[pf]as\b|\bpingsan\b|\btidak sadarkan diri\b|\bkejang\d?\b|\bmayat\b|\b(?:jatuh|terjatuh) (?:\w+ )?(?:tidak (?:bergerak|sadar)|(?:ke |di )?(?:dalam )?(?:sumur|jurang|sungai|laut|kanal))\b|\bmasuk (?:ke )?jurang\b|\bserangan jantung\b|\bpendarahan\b|\b(?:kondisi|pasien|keadaan)(?:nya)? kritis\b/,
  /\b(?:dipukul|dipukuli|memukuli?)\b|\b(?:suami|bapak|ayah|pacar)\w* (?:\w+ ){0,1}pukul\b|\bdianiaya\b|\bdisiksa\b|\bdiperkosa\b|\bdilecehkan\b|\bdiculik\b|\bdi(?:bacok|tikam|tusuk|parangi)\b|\bdiancam (?:\w+ )?(?:bunuh|parang|pisau)|\b(?:bawa|pakai|pake) (?:parang|badik|pisau|busur)\b|\btawuran\b|\bmengamuk\b/,
  /\bbunuh diri\b|\b(?:mau|akan) lompat dari\b|\btidak mau hidup\b|\banak hilang\b/,
  /(?<!rawan |supaya tidak terjadi |agar tidak terjadi |tidak terjadi )\bkecelakaan\b|\btabrakan\b|\b(?:ditabrak|tertabrak) (?:mobil|motor|truk)\b|\b(?:korban|motor|mobil|ada) laka\b/,
  /\b(?:bocor gas|gas (?:\w+ )?bocor|kebocoran gas|bau gas)\b|\bkeracunan\b/,
  /\bular\b (?:\w+ ){0,3}masuk\b|\bular\b (?:\w+ ){0,2}(?:di )?(?:dalam )?(?:kamar|rumah|dapur)\b|\bdigigit ular\b|\bkobra\b|\bdisengat (?:\w+ )?tawon\b|\bmenyengat (?:\w+ )?orang\b/,
  /\bambulans?(?:nya)? (?:\w+ ){0,2}(?:belum|tidak)\b|\b(?:keadaan|gawat) darurat\b/,
];
const denied =
  /\b(?:tidak ada|bukan|belum ada|sudah (?:padam|selesai|aman|ditangani)|jangan sampai|takut|khawatir|simulasi|latihan|bekas)\s+(?:\w+\s+){0,2}$/;

/** The first place of a phrase that is not denied by the words before it. */
function saidIn(spoken: string, phrase: RegExp): string[] {
  for (const found of spoken.matchAll(new RegExp(phrase, 'g')))
    if (!denied.test(spoken.slice(Math.max(0, found.index - 80), found.index))) return [found[0].trim()];
  return [];
}

/** The words as they stand in the text; empty when none. "Takut kebakaran" and "bekas kebakaran" are no danger now. */
export function dangerIn(text: string): string[] {
  const spoken = text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .replace(/([a-z])\1{2,}/g, '$1')
    .trim();
  return phrases.flatMap((phrase) => saidIn(spoken, phrase));
}
