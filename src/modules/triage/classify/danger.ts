// Words that mean danger to life now. They show 112 at once; a false alarm costs a glance, a missed one may cost a life.

const phrases: readonly RegExp[] = [
  /\b(?:ke)?bakar(?:an)?\b(?! sampah| ban| jagung| ikan| sate)|\bterbakar\b|\bapi(?:nya)? (?:besar|membesar|menjalar)\b|\bmeledak\b/,
  /\btenggelam\b|\bhanyut\b|\bterseret (?:arus|banjir)\b/,
  /\bkesetrum\b|\btersengat listrik\b|\bkabel (?:\w+ ){0,3}(?:putus|menjuntai|jatuh)\b|\bpercikan\b/,
  /\btertimpa\b|\btertimbun\b|\bterjebak\b|\bterjepit\b|\btanah longsor\b|\blongsor\b|\bambruk\b/,
  /\bsesak napas\b|\bsesak nafas\b|\bpingsan\b|\btidak sadar(?:kan diri)?\b|\bkejang\b|\bserangan jantung\b|\bpendarahan\b|\bkritis\b/,
  /\bdipukul\w*|\bdianiaya\b|\bdisiksa\b|\bdiperkosa\b|\bdibacok\b|\bditikam\b|\bditusuk\b|\bdiancam (?:\w+ )?(?:bunuh|parang|pisau)|\bbunuh diri\b/,
  /\bkecelakaan\b|\btabrakan\b|\bditabrak\b|\btertabrak\b/,
  /\bbocor gas\b|\bgas bocor\b|\bkeracunan\b/,
  /\bular\b (?:\w+ ){0,3}(?:masuk|dalam|di)\b|\bdigigit ular\b|\bkobra\b/,
  /\bambulans?(?:nya)? (?:\w+ ){0,2}(?:belum|tidak)\b|\bdarurat\b/,
];
const denied =
  /\b(?:tidak ada|bukan|belum ada|sudah (?:padam|selesai|aman|ditangani)|jangan sampai|takut|khawatir|simulasi|latihan|bekas)\s+(?:\w+\s+){0,2}$/;

/** The words as they stand in the text; empty when none. "Takut kebakaran" and "bekas kebakaran" are no danger now. */
export function dangerIn(text: string): string[] {
  const spoken = text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
  return phrases.flatMap((phrase) => {
    const found = phrase.exec(spoken);
    return found && !denied.test(spoken.slice(0, found.index)) ? [found[0].trim()] : [];
  });
}
