import { expect, describe as group, it } from 'vitest';
import type { Condition } from '../schema.ts';
import { sampleAreas, sampleDefinition } from '../testing.ts';
import { describe } from './describe.ts';

const def = sampleDefinition();

group('a condition in words', () => {
  it.each<[Condition, string, string]>([
    [{ jenis: { is: 'sementara' } }, 'jika Jenis domisili adalah Tinggal sementara', 'if Kind of stay is Temporary'],
    [{ jenis: { isNot: 'tetap' } }, 'jika Jenis domisili bukan Tinggal tetap', 'if Kind of stay is not Permanent'],
    [
      { jenis: { in: ['tetap', 'sementara'] } },
      'jika Jenis domisili adalah Tinggal tetap atau Tinggal sementara',
      'if Kind of stay is Permanent or Temporary',
    ],
    [
      { tinggal_di_parepare: { is: false } },
      'jika "Apakah Anda tinggal di Kota Parepare?" dijawab tidak',
      'if "Do you live in Parepare?" is answered no',
    ],
    [
      { lama_tinggal: { in: ['setahun-lebih'] } },
      'jika "Sudah berapa lama Anda tinggal di sini?" dijawab 1 tahun atau lebih',
      'if "How long have you lived here?" is answered A year or more',
    ],
    [
      { lama_tinggal: { isNot: 'setahun-lebih' } },
      'jika "Sudah berapa lama Anda tinggal di sini?" dijawab selain 1 tahun atau lebih',
      'if "How long have you lived here?" is answered other than A year or more',
    ],
    [
      { tgl_lahir: { before: 'today-17y' } },
      'jika Tanggal lahir paling lambat 17 tahun sebelum hari ini',
      'if Date of birth is no later than 17 years before today',
    ],
    [
      { tgl_lahir: { after: '2000-01-31' } },
      'jika Tanggal lahir setelah 31 Januari 2000',
      'if Date of birth is after 31 January 2000',
    ],
    [
      { sampai_tanggal: { after: 'today' } },
      'jika Tinggal sampai tanggal setelah hari ini',
      'if Staying until is after today',
    ],
    [
      { anggota: { gt: 2 } },
      'jika Anggota keluarga yang ikut tinggal lebih dari 2',
      'if Family members staying with you is more than 2',
    ],
    [{ surel: { answered: true } }, 'jika Alamat email diisi', 'if E-mail address is filled in'],
    [{ surel: { answered: false } }, 'jika Alamat email tidak diisi', 'if E-mail address is not filled in'],
    [
      { benar: { is: true } },
      'jika pernyataan "Data yang saya isi benar" disetujui',
      'if the statement "What I have filled in is true" is agreed to',
    ],
    [
      { not: { jenis: { is: 'tetap' } } },
      'jika tidak (Jenis domisili adalah Tinggal tetap)',
      'if not (Kind of stay is Permanent)',
    ],
    [
      { all: [{ jenis: { is: 'tetap' } }, { any: [{ surel: { answered: true } }, { anggota: { gt: 1 } }] }] },
      'jika Jenis domisili adalah Tinggal tetap dan (Alamat email diisi atau Anggota keluarga yang ikut tinggal lebih dari 1)',
      'if Kind of stay is Permanent and (E-mail address is filled in or Family members staying with you is more than 1)',
    ],
    [
      { any: [{ jenis: { is: 'tetap' }, surel: { answered: true } }, { anggota: { lt: 1 } }] },
      'jika (Jenis domisili adalah Tinggal tetap dan Alamat email diisi) atau Anggota keluarga yang ikut tinggal kurang dari 1',
      'if (Kind of stay is Permanent and E-mail address is filled in) or Family members staying with you is less than 1',
    ],
    [{ tidak_ada: { is: 'x' } }, 'jika tidak_ada adalah x', 'if tidak_ada is x'],
  ])('%j', (condition, indonesian, english) => {
    expect(describe(condition, def, 'id')).toBe(indonesian);
    expect(describe(condition, def, 'en')).toBe(english);
  });

  it('an area has its name when the list is at hand', () => {
    const condition = { wilayah: { within: '73.72.01' } };
    expect(describe(condition, def, 'id')).toBe('jika Kelurahan berada di 73.72.01');
    expect(describe(condition, def, { locale: 'id', areas: sampleAreas() })).toBe('jika Kelurahan berada di Bacukiki');
  });
});
