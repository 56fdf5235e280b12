import type { Example } from './example.ts';

const options = 'options: [{value: a, label: {id: A, en: A}}, {value: b, label: {id: B, en: B}}]';

export const formExamples: readonly Example[] = [
  {
    code: 'L24-Q001',
    at: 'form.pemohon.fields.baru',
    wrong: '{id: nama, type: text, label: {id: Nama usaha, en: Shop}}',
    right: '{id: nama_usaha, type: text, label: {id: Nama usaha, en: Shop}}',
  },
  {
    code: 'L24-Q002',
    at: 'form.pemohon.fields.agama',
    wrong: '{id: agama, type: choice, label: {id: Agama, en: Religion}}',
    right: `{id: agama, type: choice, label: {id: Agama, en: Religion}, ${options}}`,
  },
  {
    code: 'L24-Q003',
    at: 'form.pemohon.fields.ukuran',
    wrong:
      '{id: ukuran, type: choice, label: {id: Ukuran, en: Size}, options: [{value: a, label: {id: Kecil, en: Small}}, {value: a, label: {id: Besar, en: Big}}]}',
    right: `{id: ukuran, type: choice, label: {id: Ukuran, en: Size}, ${options}}`,
  },
  {
    code: 'L24-Q004',
    at: 'form.pemohon.fields.saksi',
    wrong: '{id: saksi, type: group, label: {id: Saksi, en: Witnesses}}',
    right:
      '{id: saksi, type: group, label: {id: Saksi, en: Witnesses}, fields: [{id: nama, type: name, label: {id: Nama, en: Name}}]}',
  },
  {
    code: 'L24-Q005',
    at: 'form.pemohon.fields.luas',
    wrong: '{id: luas, type: integer, min: 100, max: 10, label: {id: Luas, en: Area}}',
    right: '{id: luas, type: integer, min: 10, max: 100, label: {id: Luas, en: Area}}',
  },
  {
    code: 'L24-Q006',
    at: 'form.pemohon.fields.mulai',
    wrong: '{id: mulai, type: date, after: besok, label: {id: Mulai, en: From}}',
    right: '{id: mulai, type: date, after: today, label: {id: Mulai, en: From}}',
  },
  {
    code: 'L24-Q007',
    at: 'form.pemohon.fields.surel',
    wrong: '{id: surel, type: email, max: 50, label: {id: Surel, en: E-mail}}',
    right: '{id: surel, type: email, label: {id: Surel, en: E-mail}}',
  },
  { code: 'L24-Q008', at: 'form.keperluan.when', wrong: '{tinggal_di_kota: {is: true}}', right: 'null' },
  {
    code: 'L24-Q009',
    at: 'form.pemohon.fields.nik',
    wrong: '{id: nik, type: nik, personal: false, label: {id: NIK, en: NIK}}',
    right: '{id: nik, type: nik, label: {id: NIK, en: NIK}}',
  },
  {
    code: 'L24-Q011',
    at: 'form.pemohon.fields.sampai',
    wrong: '{id: sampai, type: date, not-before: mulai, label: {id: Sampai, en: Until}}',
    right: '{id: sampai, type: date, not-before: sejak, label: {id: Sampai, en: Until}}',
  },
  {
    code: 'L24-Q012',
    at: 'form.pemohon.fields.saksi',
    wrong:
      '{id: saksi, type: group, unique: nik, label: {id: Saksi, en: Witnesses}, fields: [{id: nama, type: name, label: {id: Nama, en: Name}}]}',
    right:
      '{id: saksi, type: group, unique: nama, label: {id: Saksi, en: Witnesses}, fields: [{id: nama, type: name, label: {id: Nama, en: Name}}]}',
  },
  {
    code: 'L24-Q010',
    at: 'form.pemohon.fields.semua',
    wrong: '{id: all, type: yesno, label: {id: "Semua?", en: "All?"}}',
    right: '{id: semua, type: yesno, label: {id: "Semua?", en: "All?"}}',
  },
  { code: 'L24-C001', at: 'documents.ktp.when', wrong: '{jenjang: {is: tetap}}', right: '{jenis: {is: tetap}}' },
  {
    code: 'L24-C002',
    at: 'form.keperluan.fields.sejak.when',
    wrong: '{nama: {answered: true}}',
    right: '{jenis: {is: sementara}}',
  },
  {
    code: 'L24-C003',
    at: 'form.keperluan.fields.sejak.when',
    wrong: '{jenis: {gt: 1}}',
    right: '{jenis: {in: [sementara]}}',
  },
  {
    code: 'L24-C004',
    at: 'form.keperluan.fields.sejak.when',
    wrong: '{jenis: {is: sewa}}',
    right: '{jenis: {is: sementara}}',
  },
  { code: 'L24-C005', at: 'form.keperluan.fields.sejak.when', wrong: '{jenis: {}}', right: '{jenis: {is: sementara}}' },
  {
    code: 'L24-C006',
    at: 'eligibility.tinggal.needs',
    wrong: '{tinggal_di_kota: {is: ya}}',
    right: '{tinggal_di_kota: {is: true}}',
  },
  {
    code: 'L24-C007',
    at: 'documents.ktp.when',
    wrong: '{wilayah: {within: "99.99"}}',
    right: '{wilayah: {within: "73.72"}}',
  },
  {
    code: 'L24-E001',
    at: 'eligibility.tinggal',
    wrong:
      '{id: tinggal, ask: {id: nik_awal, type: nik, label: {id: NIK, en: NIK}}, needs: {nik_awal: {answered: true}}, else: {say: {id: Isi NIK., en: Give your NIK.}}}',
    right:
      '{id: tinggal, ask: {id: punya_nik, type: yesno, label: {id: "Punya NIK?", en: "Have you a NIK?"}}, needs: {punya_nik: {is: true}}, else: {say: {id: Urus NIK dulu., en: Get a NIK first.}}}',
  },
  {
    code: 'L24-E002',
    at: 'eligibility.umur',
    wrong:
      '{id: umur, ask: {id: sudah_17, type: yesno, label: {id: "Sudah 17 tahun?", en: "Are you 17?"}}, needs: {tinggal_di_kota: {is: true}}, else: {say: {id: Belum cukup umur., en: Too young.}}}',
    right:
      '{id: umur, ask: {id: sudah_17, type: yesno, label: {id: "Sudah 17 tahun?", en: "Are you 17?"}}, needs: {sudah_17: {is: true}}, else: {say: {id: Belum cukup umur., en: Too young.}}}',
  },
  { code: 'L24-E003', at: 'eligibility.tinggal.else.offer', wrong: 'contoh', right: 'pindah-datang' },
  {
    code: 'L24-D001',
    at: 'documents.baru',
    wrong: '{id: ktp, label: {id: KTP lagi, en: Card again}, why: {id: Memastikan., en: To be sure.}}',
    right: '{id: kk, label: {id: KK, en: Family card}, why: {id: Memastikan alamat., en: To check the address.}}',
  },
  {
    code: 'L24-D002',
    at: 'documents.kk',
    wrong: '{id: kk, label: {id: KK, en: Family card}}',
    right: '{id: kk, label: {id: KK, en: Family card}, waived-by: Data kependudukan sudah tersambung}',
  },
  { code: 'L24-D003', at: 'documents.ktp.evidence-of', wrong: 'nik', right: 'nama' },
];
