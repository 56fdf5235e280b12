import type { Example } from './example.ts';

export const writingExamples: readonly Example[] = [
  { code: 'L24-Y001', wrong: 'title: Surat: keterangan usaha', right: 'title: "Surat: keterangan usaha"' },
  { code: 'L24-Y003', wrong: 'title: &judul Surat\nsummary: *judul', right: 'title: Surat\nsummary: Surat' },
  { code: 'L24-Y004', wrong: `words: ${'['.repeat(45)}a${']'.repeat(45)}`, right: 'words: [a]' },
  { code: 'L24-Y005', wrong: 'title: Surat usaha\ntitle: Surat domisili', right: 'title: Surat usaha' },
  { code: 'L24-Y006', wrong: '- service\n- title', right: 'service: contoh' },
  { code: 'L24-F001', at: 'standard.promise', wrong: '{unit: working-days}', right: '{amount: 2, unit: working-days}' },
  {
    code: 'L24-F002',
    at: 'workflow.states.ditandatangani',
    wrong: '{label: {id: Menunggu lurah, en: Waiting}, waitsFor: lurah}',
    right: '{label: {id: Menunggu lurah, en: Waiting}, waits-for: lurah}',
  },
  { code: 'L24-F003', at: 'letter.classification', wrong: '474', right: '"474"' },
  { code: 'L24-F004', at: 'channels', wrong: '[loket, whatsapp]', right: '[loket, web]' },
  { code: 'L24-F005', at: 'standard.legal', wrong: '[]', right: '[UU 25/2009]' },
  { code: 'L24-F006', at: 'form.pemohon.page', wrong: 'Data Pemohon', right: 'pemohon' },
  { code: 'L24-F007', at: 'workflow', wrong: '{use: surat-lurah}', right: '{use: bersama}' },
  { code: 'L24-F008', at: 'workflow', wrong: '{use: berputar}', right: '{use: bersama}' },
  { code: 'L24-F013', at: 'clocks', wrong: '{use: keluhan}', right: '{use: complaints}' },
  {
    code: 'L24-F009',
    at: 'form.pemohon.fields.hp',
    wrong: '{use: telepon}',
    right: '{use: hp}',
  },
  {
    code: 'L24-F010',
    at: 'workflow',
    wrong: '{use: bersama, without: {actions: [jadwalkan]}}',
    right: '{use: bersama, without: {actions: [catat]}}',
  },
  { code: 'L24-F011', at: 'service', wrong: 'surat-lain', right: 'contoh' },
  { code: 'L24-T001', at: 'title', wrong: '{en: Sample letter}', right: '{id: Surat contoh, en: Sample letter}' },
  { code: 'L24-T002', at: 'title', wrong: 'Surat contoh', right: '{id: Surat contoh, en: Sample letter}' },
  {
    code: 'L24-T003',
    at: 'summary',
    wrong: '{id: Segera urus surat Anda!, en: Get your letter.}',
    right: '{id: Urus surat Anda dari rumah., en: Get your letter from home.}',
  },
];
