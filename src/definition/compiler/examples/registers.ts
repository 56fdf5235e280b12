import type { Example } from './example.ts';

const nik = '{id: nik, type: nik, prefill: profile.nik, label: {id: NIK, en: NIK}}';
const asked = { 'form.pemohon.fields.nik': nik };
const waived =
  '{id: ktp, label: {id: KTP-el, en: Identity card}, why: {id: Mencocokkan nama., en: To match the name.}, waived-by-register: population.match}';
const population = '[{register: population, ask: {nik: nik, name: nama}}]';
const used = { ...asked, 'documents.ktp': waived };

export const registerExamples: readonly Example[] = [
  {
    code: 'L24-P001',
    at: 'registers',
    given: used,
    wrong: '[{register: dukcapil, ask: {nik: nik, name: nama}}]',
    right: population,
  },
  {
    code: 'L24-P002',
    at: 'registers',
    given: used,
    wrong: '[{register: population, ask: {nik: nik, name: nama}}, {register: population}]',
    right: population,
  },
  {
    code: 'L24-P003',
    at: 'registers',
    given: used,
    wrong: '[{register: population, ask: {nik: nik, name: nama, religion: jenis}}]',
    right: population,
  },
  {
    code: 'L24-P004',
    at: 'registers',
    given: used,
    wrong: '[{register: population, ask: {nik: nik_pemohon, name: nama}}]',
    right: population,
  },
  {
    code: 'L24-P005',
    at: 'registers',
    given: used,
    wrong: '[{register: population, ask: {nik: nik, name: jenis}}]',
    right: population,
  },
  {
    code: 'L24-P006',
    at: 'registers',
    given: used,
    wrong: '[{register: population, ask: {nik: nik}}]',
    right: population,
  },
  {
    code: 'L24-P007',
    at: 'documents.ktp.waived-by-register',
    given: { ...asked, registers: population },
    wrong: 'population.rich',
    right: 'population.match',
  },
  {
    code: 'L24-P008',
    at: 'registers',
    given: used,
    wrong: '[]',
    right: population,
  },
  {
    code: 'L24-P009',
    at: 'form.pemohon.fields.nama.prefill',
    wrong: 'profile.agama',
    right: 'profile.nama',
  },
  {
    code: 'L24-P010',
    at: 'registers',
    given: used,
    wrong: '[{register: population, ask: {nik: nik, name: nama}}, {register: social, ask: {nik: nik, name: nama}}]',
    right: population,
  },
  {
    code: 'L24-P011',
    at: 'form.pemohon.fields.nama.prefill',
    wrong: 'profile.hp',
    right: 'profile.nama',
  },
  {
    code: 'L24-P012',
    at: 'form.pemohon.fields.panggilan',
    wrong: '{id: panggilan, type: name, lock: when-verified, label: {id: Nama, en: Name}}',
    right: '{id: panggilan, type: name, lock: when-verified, prefill: population.name, label: {id: Nama, en: Name}}',
  },
  {
    code: 'L24-P013',
    at: 'documents.ktp',
    given: { ...asked, registers: population },
    wrong: '{id: ktp, label: {id: KTP-el, en: Identity card}, why: {id: Mencocokkan nama., en: To match the name.}}',
    right: waived,
  },
];
