import type { Example } from './example.ts';

export const standardExamples: readonly Example[] = [
  {
    code: 'L24-S001',
    at: 'standard',
    wrong: standard('promise: {amount: 10, unit: working-days}'),
    right: standard('promise: {amount: 2, unit: working-days}'),
  },
  {
    code: 'L24-S002',
    at: 'standard',
    wrong: standard('promise: {amount: 2, unit: working-days}\nlegal-limit: {amount: 14, unit: working-days}'),
    right: standard(
      'promise: {amount: 2, unit: working-days}\nlegal-limit: {amount: 14, unit: working-days}\nlegal-limit-basis: UU 24/2013 Pasal 64',
    ),
  },
  {
    code: 'L24-S003',
    at: 'standard.fee',
    wrong: '{amount: 25000}',
    right: '{amount: 25000, legal: Perda 12/2023 Pasal 8}',
  },
  { code: 'L24-S004', at: 'standard.fee', wrong: '{amount: 0}', right: '{amount: 0, legal: UU 24/2013 Pasal 79A}' },
  {
    code: 'L24-S005',
    at: 'workflow.states.diperiksa.target',
    wrong: '{amount: 3, unit: working-days}',
    right: '{amount: 4, unit: working-hours}',
  },
  { code: 'L24-S006', at: 'standard.evidence', wrong: '{jangka_waktu: typical}', right: '{jangka_waktu: sourced}' },
  {
    code: 'L24-S007',
    at: 'standard',
    wrong: standard('promise: {amount: 24, unit: clock-hours}'),
    right: standard('promise: {amount: 2, unit: working-days}'),
  },
  {
    code: 'L24-K001',
    at: 'clocks',
    wrong:
      '[{id: promise, duration: {amount: 2, unit: working-days}}, {id: promise, duration: {amount: 2, unit: working-days}}]',
    right:
      '[{id: promise, duration: {amount: 2, unit: working-days}}, {id: legal, duration: {amount: 5, unit: working-days}, start: complete}]',
  },
  {
    code: 'L24-K002',
    at: 'clocks',
    wrong: '[{id: janji, duration: {amount: 2, unit: working-days}}]',
    right: '[{id: promise, duration: {amount: 2, unit: working-days}}]',
  },
  {
    code: 'L24-K003',
    at: 'clocks',
    wrong: '[{id: promise, duration: {amount: 3, unit: working-days}}]',
    right: '[{id: promise, duration: {amount: 2, unit: working-days}}]',
  },
  { code: 'L24-K004', at: 'workflow.pause-in', wrong: '[perbaikan, menunggu]', right: '[perbaikan]' },
  { code: 'L24-K005', at: 'workflow.pause-in', wrong: '[perbaikan, ditandatangani]', right: '[perbaikan]' },
  {
    code: 'L24-K006',
    at: 'clocks',
    wrong:
      '[{id: promise, duration: {amount: 2, unit: working-days}}, {id: legal, duration: {amount: 14, unit: working-days}}]',
    right:
      '[{id: promise, duration: {amount: 2, unit: working-days}}, {id: legal, duration: {amount: 5, unit: working-days}}]',
  },
  {
    code: 'L24-K007',
    at: 'clocks',
    wrong: '[{id: promise, duration: {amount: 2, unit: working-days}}]',
    right: '[{id: promise, duration: {amount: 2, unit: working-days}}]',
    env: { holidayYears: [] },
  },
  {
    code: 'L24-K008',
    at: 'clocks',
    wrong: '[{id: promise, duration: {amount: 2, unit: working-days}, warn-at: [80, 50, 100]}]',
    right: '[{id: promise, duration: {amount: 2, unit: working-days}, warn-at: [50, 80, 100]}]',
  },
  {
    code: 'L24-K009',
    at: 'clocks',
    wrong: '[{id: promise, duration: {amount: 2, unit: working-days}, warn-at: [50, 80]}]',
    right: '[{id: promise, duration: {amount: 2, unit: working-days}, warn-at: [50, 80, 100]}]',
  },
  {
    code: 'L24-K010',
    at: 'clocks',
    wrong:
      '[{id: promise, duration: {amount: 2, unit: working-days}}, {id: legal, duration: {amount: 1, unit: working-days}}]',
    right:
      '[{id: promise, duration: {amount: 2, unit: working-days}}, {id: legal, duration: {amount: 5, unit: working-days}}]',
  },
  {
    code: 'L24-K011',
    at: 'clocks',
    wrong: '[{id: promise, duration: {amount: 2, unit: working-days}, on-expiry: granted}]',
    right: '[{id: promise, duration: {amount: 2, unit: working-days}, on-expiry: escalate}]',
  },
  { code: 'L24-R001', at: 'unit', wrong: '{kind: kelurahan}', right: '{kind: kelurahan, route-by: wilayah}' },
  { code: 'L24-R002', at: 'unit', wrong: '{code: disdukcapill}', right: '{code: disdukcapil}' },
  {
    code: 'L24-R003',
    at: 'unit',
    wrong: '{kind: kelurahan, route-by: kelurahan}',
    right: '{kind: kelurahan, route-by: wilayah}',
  },
  {
    code: 'L24-R004',
    at: 'unit',
    wrong: '{kind: kelurahan, route-by: jenis}',
    right: '{kind: kelurahan, route-by: wilayah}',
  },
  {
    code: 'L24-R005',
    at: 'form.pemohon.fields.wilayah',
    wrong: '{id: wilayah, type: area, required: false, label: {id: Kelurahan, en: Kelurahan}}',
    right: '{id: wilayah, type: area, label: {id: Kelurahan, en: Kelurahan}}',
  },
  { code: 'L24-R006', at: 'eligibility.tinggal.else.offer', wrong: 'pindah-datanf', right: 'pindah-datang' },
  {
    code: 'L24-R007',
    given: { unit: '{kind: puskesmas, route-by: wilayah}' },
    at: 'form.pemohon.fields.wilayah',
    wrong: puskesmas('puskesmas-utara'),
    right: puskesmas('pkm-lapadde'),
  },
];

function standard(promise: string): string {
  return `legal: [UU 25/2009]
procedure: [{who: pemohon, text: {id: Isi permohonan., en: Fill in the application.}}]
${promise}
fee: {amount: 0, legal: UU 25/2009}
product: {id: Surat keterangan, en: Letter}
hours: {accept: 24-jam, process: jam-kantor}
confidence: sourced`;
}

function puskesmas(code: string): string {
  return `{id: wilayah, type: choice, label: {id: Puskesmas, en: Puskesmas}, options: [{value: pkm-lakessi, label: {id: Lakessi, en: Lakessi}}, {value: ${code}, label: {id: Lapadde, en: Lapadde}}]}`;
}
