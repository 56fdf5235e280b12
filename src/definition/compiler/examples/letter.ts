import type { Example } from './example.ts';

const letterText = `template: keterangan
title: {id: Surat Keterangan, en: Letter}
number: "{kode}/{urut:000}/{unit}/{tahun}"
classification: "474"
signer: lurah
opening: {id: Menerangkan bahwa, en: States that}
closing: {id: Demikian surat ini dibuat., en: So stated.}`;

export const letterExamples: readonly Example[] = [
  {
    code: 'L24-L001',
    at: 'letter',
    wrong: 'null',
    right: letterText,
  },
  {
    code: 'L24-L002',
    at: 'workflow.actions.ttd.effects',
    wrong: '[record-result]',
    right: '[issue-letter]',
  },
  { code: 'L24-L003', at: 'letter.template', wrong: 'surat-keterangan-biasa', right: 'keterangan' },
  { code: 'L24-L004', at: 'letter.signer', wrong: 'camat', right: 'lurah' },
  { code: 'L24-L005', at: 'letter.signer', wrong: 'petugas', right: 'lurah' },
  {
    code: 'L24-L006',
    at: 'letter.number',
    wrong: '"{kode}/{unit}/{tahun}"',
    right: '"{kode}/{urut:000}/{unit}/{tahun}"',
  },
  {
    code: 'L24-L007',
    at: 'letter.number',
    wrong: '"{kode}/{urut}/{bulan-romawi}"',
    right: '"{kode}/{urut}/{bulan_romawi}"',
  },
  {
    code: 'L24-L008',
    at: 'letter.rows',
    wrong: '[{label: {id: NIK, en: NIK}, field: nik}]',
    right: '[{label: {id: Nama, en: Name}, field: nama}]',
  },
  {
    code: 'L24-L009',
    at: 'letter.closing',
    wrong: '{id: "Dibuat untuk {keperluan}.", en: "Made for {keperluan}."}',
    right: '{id: "Dibuat untuk {nama} di {kota}.", en: "Made for {nama} in {kota}."}',
  },
  {
    code: 'L24-L010',
    at: 'form.pemohon.fields.nama',
    wrong: '{id: nama, type: file, label: {id: Foto nama, en: Photo}}',
    right: '{id: nama, type: name, label: {id: Nama, en: Name}}',
  },
];
