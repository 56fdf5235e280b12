import { describe, expect, it } from 'vitest';
import { dangerIn } from './danger.ts';

describe('words of danger', () => {
  it.each([
    'tolong cepat ada kebakaran rumah panggung dekat pasar senggol apinya besar',
    'ada kabel listrik putus menjuntai di jalan',
    'anak tenggelam di sungai',
    'tetangga saya dipukuli suaminya setiap malam',
    'bapak sesak napas ambulansnya belum datang',
    'tanah longsor menutup jalan kampung, ada mobil terjebak',
    'ular piton masuk dapur',
    'ada orang kena setrum di depan toko',
    'KEBAKARANNN!!! apinya sudah ke atap',
    'tidak takut kebakaran lagi, sekarang rumah terbakar',
    'bau gas lpg dari dapur tetangga',
    'rumah roboh, orang di bawah',
    'pohon tumbang menimpa mobil',
    'ada yang bawa parang mengamuk',
    'anak terseret ombak',
    'banjir sudah seleher',
    'mau lompat dari jembatan',
    'rumahnya dilalap api',
    'anak jatuh ke sumur',
    'bayi kejang2',
  ])('are found in "%s"', (text) => expect(dangerIn(text)).not.toEqual([]));

  it.each([
    'tetangga bakar sampah tiap sore',
    'pohon miring, takut kebakaran kabelnya',
    'bekas kebakaran pasar belum dibersihkan',
    'lampu jalan mati di depan masjid',
    'kapan ada latihan kebakaran',
    'petugas pemadam kebakaran ramah',
    'antre bahan bakar solar',
    'warung sate bakar berisik',
    'sertifikat terjebak di BPN',
    'rawan kecelakaan kalau hujan',
    'tenggelam dalam utang pajak',
    'ban meledak kemarin sudah diganti',
    'kartu BPJS kritis ditolak',
    'lampu darurat puskesmas rusak',
  ])('are not found in "%s"', (text) => expect(dangerIn(text)).toEqual([]));
});
