import { describe, expect, it } from 'vitest';
import { parseAnswers } from '../interview/parse-answers.ts';
import { sampleAnswers, sampleDefinition } from '../testing.ts';
import { chat, dialogueEnv, say } from './testing.ts';

const def = sampleDefinition();
const env = dialogueEnv();
const service = { def, env };
const photo = (uploadId: string) => ({ files: [{ uploadId }] });
const person = ['ya', '2', '7372 0117 0890 0001', 'Andi Tenri', '17 agustus 1990', 'laki-laki', '0812-3456-7890', '-'];
const home = ['lompoe', 'Jl. Jenderal Ahmad Yani 12', '1/2', '-', '1'];
const purpose = ['Membuka rekening bank', 'setuju'];
const papers = [photo('unggahan-ktp'), 'nanti'];
const upTo = (...parts: readonly (string | { files: { uploadId: string }[] })[][]) => chat(def, env, parts.flat());

describe('an application in a chat', () => {
  it('asks eligibility, questions, papers and a review, and ends with what an application is made of', () => {
    const review = upTo(person, home, purpose, papers);
    expect(review.state.at.step).toBe('review');
    expect(review.replies.join('\n')).toContain('7. Nomor HP: 0812 3456 7890');
    expect(review.replies.join('\n')).toContain('Dengan membalas KIRIM Anda menyatakan:\n- Data ini benar.');
    expect(review.replies.join('\n')).toContain('Tunjukkan aslinya nanti: KK asli ditunjukkan.');
    const sent = say(service, review, 'Kirim');
    const expected = { ...sampleAnswers(), surel: '', alamat: { street: 'Jl. Jenderal Ahmad Yani 12', rt: 1, rw: 2 } };
    expect(sent.done).toEqual({
      answers: parseAnswers(def, expected, env).answers,
      documents: [{ id: 'ktp', uploadId: 'unggahan-ktp' }],
    });
  });

  it('introduces itself once and tells what to have ready', () => {
    const [first = ''] = chat(def, env, []).replies;
    expect(first).toContain('Surat Keterangan Domisili. Jawab satu per satu. 0 kembali, # berhenti (tersimpan)');
    expect(first).toContain('Siapkan: Foto KTP-el.');
    expect(first).toContain('Apakah Anda tinggal di Kota Parepare?\nBalas angka:\n1 Ya\n2 Tidak');
  });

  it('says who the service is not for, and lets one change the answer', () => {
    const refused = chat(def, { ...env, titleOf: (slug) => (slug === 'pindah-datang' ? 'Pindah datang' : undefined) }, [
      'tidak',
    ]);
    expect(refused).toMatchObject({
      offer: 'pindah-datang',
      errors: [{ field: 'tinggal_di_parepare', code: 'eligibility.not_met' }],
    });
    expect(refused.replies.join('\n')).toContain('Layanan yang sesuai: Pindah datang.');
    const again = say(service, say(service, refused, 'halo'), '0');
    expect(say(service, again, 'ya').state.at.path).toBe('lama_tinggal');
  });

  it('advises once and goes on', () => {
    const advised = chat(def, env, ['ya', '1']);
    expect(advised.replies.join('\n')).toContain('Siapkan surat keterangan dari RT asal');
    expect(advised.state.at.path).toBe('nik');
    expect(say(service, advised, '7372011708900001').replies.join('\n')).not.toContain('RT asal');
  });

  it('tells a wrong answer in the words of every channel, keeps what was there and asks again', () => {
    const wrong = chat(def, env, [...person.slice(0, 2), '7372 0117 0890']);
    expect(wrong.errors).toMatchObject([{ field: 'nik', code: 'nik.length' }]);
    expect(wrong.replies[0]).toMatch(/^NIK harus 16 angka\. Anda mengisi 12\.\nNIK pemohon\./);
    const back = chat(def, env, [...person.slice(0, 4), '0', '0', '1234']);
    expect(back.state.answers.nik).toBe('7372 0117 0890 0001');
  });

  it('warns about a NIK that does not fit, and goes on', () => {
    const warned = upTo([...person.slice(0, 4), '18-8-1990']);
    expect(warned.replies[0]).toContain('Periksa lagi. NIK berbeda dengan tanggal lahir.');
    expect(warned.state.at.path).toBe('jenis_kelamin');
  });

  it('is not sent while something is missing', () => {
    const review = upTo(person, home, purpose, ['nanti', 'nanti'].map(String));
    expect(review.state.at.step).toBe('review');
    const refused = say(service, review, 'KIRIM');
    expect(refused.done).toBeUndefined();
    expect(refused.errors).toMatchObject([{ field: 'ktp', code: 'document.required' }]);
    expect(refused.state.at.path).toBe('dokumen:ktp');
    expect(say(service, say(service, refused, photo('unggahan-ktp')), 'send').done?.documents).toHaveLength(1);
  });

  it('takes a photo during the review for the paper that was to follow', () => {
    const review = upTo(person, home, purpose, [photo('unggahan-ktp'), 'nanti', photo('unggahan-rt')]);
    expect(say(service, review, 'kirim').done?.documents).toEqual([
      { id: 'ktp', uploadId: 'unggahan-ktp' },
      { id: 'pengantar-rt', uploadId: 'unggahan-rt' },
    ]);
  });

  it('asks only what a changed answer newly needs, and comes back to the review', () => {
    const review = upTo(person, home, purpose, papers);
    const chosen = say(service, review, '10');
    expect(chosen.replies[0]).toContain('Jawaban Anda: Tinggal tetap. Balas lanjut jika tetap.');
    expect(say(service, chosen, 'lanjut').state.at.step).toBe('review');
    const changed = say(service, chosen, 'sementara');
    expect(changed.state.at.path).toBe('sampai_tanggal');
    const family = say(service, changed, 'besok');
    expect(family.state.at.path).toBe('anggota.+');
    expect(say(service, family, '-').state.at.path).toBe('dokumen:domisili-asal');
  });

  it('is sent once', () => {
    const sent = upTo(person, home, purpose, papers, ['kirim']);
    const again = say(service, sent, 'kirim');
    expect(again).toMatchObject({ replies: ['Permohonan ini sudah dikirim.'], state: { at: { step: 'done' } } });
    expect(again.done).toBeUndefined();
  });
});

describe('steering', () => {
  it.each([
    ['0', 'nik'],
    ['kembali', 'nik'],
    ['ulang', 'nama'],
    ['lanjut', 'nama'],
  ])('"%s" at the name leads to %s', (word, path) => {
    expect(chat(def, env, [...person.slice(0, 3), word]).state.at.path).toBe(path);
  });

  it('stops with everything saved, and any word resumes without being taken for an answer', () => {
    const stopped = chat(def, env, [...person.slice(0, 3), '#']);
    expect(stopped.replies).toEqual(['Tersimpan. Balas apa saja untuk melanjutkan.']);
    const resumed = say(service, stopped, 'halo');
    expect(resumed.replies[0]).toMatch(/^Kita lanjutkan\.\nData diri:\nNama lengkap\./);
    expect(resumed.state.answers).not.toHaveProperty('nama');
  });

  it('reaches a person at any time and keeps the place', () => {
    const asked = chat(def, env, [...person.slice(0, 3), 'Petugas!']);
    expect(asked).toMatchObject({ help: true, state: { at: { path: 'nama' } } });
    expect(asked.replies[0]).toContain('Petugas kami akan membalas di sini.');
  });

  it('shows the answers so far', () => {
    expect(chat(def, env, [...person.slice(0, 3), 'ringkasan']).replies[0]).toMatch(
      /^1\. Apakah Anda tinggal di Kota Parepare\? Ya\n2\. .*\n3\. NIK pemohon: 7372011708900001\nNama lengkap\./,
    );
  });

  it('changes its language in the middle and keeps the answers', () => {
    const english = chat(def, env, [...person.slice(0, 3), 'bahasa inggris']);
    expect(english.replies[0]).toContain('Full name.\n0 back, # stop (saved).');
    const more = say(service, say(service, english, 'Andi Tenri'), '17-8-90');
    expect(more.replies[0]).toContain('Noted: 17 August 1990.');
    expect(say(service, more, 'bahasa indonesia').replies[0]).toContain('Jenis kelamin.');
  });

  it('takes a command word in quotation marks, or one that names an option, for an answer', () => {
    const quoted = upTo(person, home, ['"bantuan"']);
    expect(quoted.state.answers.keperluan).toBe('bantuan');
    const exam = sampleDefinition((input) => ({
      ...input,
      eligibility: [],
      form: [
        {
          page: 'ujian',
          title: 'Ujian',
          fields: [
            {
              id: 'macam',
              type: 'choice',
              label: 'Macam',
              options: [
                { value: 'baru', label: 'Baru' },
                { value: 'ulangan', label: 'Ulang' },
              ],
            },
            { id: 'anak', type: 'integer', label: 'Jumlah anak' },
            { id: 'wilayah', type: 'area', level: 'kelurahan', label: 'Kelurahan' },
          ],
        },
      ],
    }));
    const answered = chat(exam, env, ['ulang', '0', 'dua']);
    expect(answered.state.answers).toEqual({ macam: 'ulang', anak: '0' });
    expect(chat(exam, env, ['ulang', 'kembali']).state.at.path).toBe('macam');
  });
});

describe('answers in people\u2019s own words', () => {
  const nth = { tgl_lahir: 4, jenis_kelamin: 5, hp: 6, wilayah: 8 } as const;
  it.each([
    ['tgl_lahir', '17-8-90', '1990-08-17'],
    ['tgl_lahir', 'tujuh belas agustus seribu sembilan ratus sembilan puluh', '1990-08-17'],
    ['tgl_lahir', '17081990', '1990-08-17'],
    ['jenis_kelamin', '1.', 'L'],
    ['jenis_kelamin', 'nomor dua', 'P'],
    ['jenis_kelamin', 'yang pertama', 'L'],
    ['jenis_kelamin', 'PEREMPUAN', 'P'],
    ['hp', 'nol delapan satu dua tiga empat lima enam tujuh delapan sembilan nol', '+6281234567890'],
    ['wilayah', 'LEMOE', '73.72.01.1009'],
    ['wilayah', 'kel. lompo', '73.72.01.1004'],
    ['wilayah', '73.72.01.1004', '73.72.01.1004'],
  ] as const)('%s: "%s"', (field, text, value) => {
    const turn = chat(def, env, [...person, ...home].slice(0, nth[field]).concat(text));
    expect(turn.errors).toEqual([]);
    expect(parseAnswers(def, turn.state.answers, env).answers[field]).toBe(value);
  });

  it('offers the kelurahan that match, by number', () => {
    const offered = upTo(person, ['bacukiki']);
    expect(offered.replies[0]).toContain('1 Lemoe\n2 Lompoe');
    expect(offered.errors).toEqual([]);
    expect(say(service, offered, 'dua').state.answers.wilayah).toBe('73.72.01.1004');
    expect(say(service, offered, 'labuk').state.answers.wilayah).toBe('73.72.02.1001');
    expect(upTo(person, ['Makassar']).errors).toMatchObject([{ field: 'wilayah', code: 'area.format' }]);
  });

  it('reads an address part by part, and goes back through its parts', () => {
    const units = upTo(person, home.slice(0, 2));
    expect(units.state.at.path).toBe('alamat.units');
    expect(say(service, units, 'rw 2 rt 1').state.answers.alamat).toMatchObject({ rt: '1', rw: '2' });
    expect(say(service, units, 'tidak tahu').errors.map((error) => error.code)).toEqual(['address.rt', 'address.rw']);
    const street = say(service, units, '0');
    expect(street.replies[0]).toContain('Jawaban Anda: Jl. Jenderal Ahmad Yani 12.');
  });

  it('writes people down row by row', () => {
    const family = upTo(person, [
      ...home.slice(0, 4),
      'sementara',
      'besok',
      'lagi',
      'Budi',
      '-',
      'lagi',
      'Sitti',
      '1-1-2020',
    ]);
    expect(family.replies[0]).toContain('2 tercatat. Balas lagi untuk menambah, cukup jika selesai');
    const typed = (turn: typeof family) => parseAnswers(def, turn.state.answers, env).answers.anggota;
    expect(typed(say(service, family, 'cukup'))).toEqual([
      { nama_anggota: 'Budi' },
      { nama_anggota: 'Sitti', lahir_anggota: '2020-01-01' },
    ]);
    expect(typed(say(service, family, 'hapus'))).toEqual([{ nama_anggota: 'Budi' }]);
    const third = say(service, say(service, family, 'lagi'), 'cukup');
    expect(third.state.at.path).toBe('keperluan');
    expect(typed(third)).toHaveLength(2);
  });

  it('does not take a photo, a place or a sticker for a name', () => {
    const at = chat(def, env, person.slice(0, 3));
    for (const message of [photo('foto-lain-1'), { location: { lat: -4, lng: 119.6 } }, {}]) {
      const turn = say(service, at, message);
      expect(turn.state.answers).toEqual(at.state.answers);
      expect(turn.replies[0]).toContain('Nama lengkap.');
    }
  });
});
