import type { Example } from './example.ts';

const named = '{sementara: {label: {id: tinggal sementara, en: staying for a while}, when: {jenis: {is: sementara}}}}';
const bill =
  '{label: {id: Menunggu pembayaran, en: Waiting for payment}, waits-for: applicant, bill: {}, lapse: {after: {amount: 7, unit: calendar-days}, to: kedaluwarsa, remind: [3, 1]}}';
const pay =
  '{do: lengkap, kind: complete, label: {id: Lengkap, en: Complete}, from: [diperiksa], to: menunggu-bayar, by: [petugas]}';
const paid =
  '{do: lunas, kind: advance, label: {id: Lunas, en: Paid}, from: [menunggu-bayar], to: ditandatangani, by: [system], when: paid}';
const fee = '{amount: 25000, legal: Perda 12/2023 Pasal 8}';
const paidService = {
  'standard.fee': fee,
  'workflow.states.menunggu-bayar': bill,
  'workflow.actions.lengkap': pay,
  'workflow.actions.lunas': paid,
  'workflow.pause-in': '[perbaikan, menunggu-bayar]',
};
const billed = (part: string) => ({
  ...Object.fromEntries(Object.entries(paidService).filter(([at]) => at !== part)),
});

export const feeExamples: readonly Example[] = [
  {
    code: 'L24-C008',
    given: { conditions: named },
    at: 'documents.ktp.when',
    wrong: '{use: sementra}',
    right: '{use: sementara}',
  },
  {
    code: 'L24-C009',
    given: { 'documents.ktp.when': '{use: sementara}' },
    at: 'conditions',
    wrong:
      '{sementara: {label: {id: sementara, en: for a while}, when: {any: [{use: sementara}, {jenis: {is: sementara}}]}}}',
    right: named,
  },
  {
    code: 'L24-C010',
    given: { conditions: named },
    at: 'documents.ktp.when',
    wrong: '{jenis: {is: sementara}}',
    right: '{use: sementara}',
  },
  {
    code: 'L24-C011',
    at: 'documents.ktp.when',
    wrong: '{all: [{jenis: {is: tetap}}, {jenis: {is: sementara}}]}',
    right: '{any: [{jenis: {is: tetap}}, {sejak: {answered: true}}]}',
  },
  {
    code: 'L24-C012',
    at: 'documents.ktp.when',
    wrong: '{jenis: {in: [tetap, sementara]}}',
    right: '{jenis: {in: [sementara]}}',
  },
  {
    code: 'L24-C013',
    at: 'derive',
    wrong: '{jenis: {from: jenis, table: tarif-contoh, column: golongan, label: {id: Golongan, en: Class}}}',
    right: '{golongan: {from: jenis, table: tarif-contoh, column: golongan, label: {id: Golongan, en: Class}}}',
  },
  {
    code: 'L24-C014',
    at: 'derive',
    wrong: '{golongan: {from: sejak, table: tarif-contoh, column: golongan, label: {id: Golongan, en: Class}}}',
    right: '{golongan: {from: jenis, table: tarif-contoh, column: golongan, label: {id: Golongan, en: Class}}}',
  },
  {
    code: 'L24-C015',
    at: 'derive',
    wrong: '{golongan: {from: jenis, table: tarif-contoh, column: golong, label: {id: Golongan, en: Class}}}',
    right: '{golongan: {from: jenis, table: tarif-contoh, column: golongan, label: {id: Golongan, en: Class}}}',
  },
  {
    code: 'L24-S008',
    at: 'standard.fee',
    wrong: '{amount: null, by: {table: tarif-bolong, key: jenis, column: tarif}, legal: Perda 12/2023 Pasal 8}',
    right: '{amount: null, by: {table: tarif-contoh, key: jenis, column: tarif}, legal: Perda 12/2023 Pasal 8}',
  },
  {
    code: 'L24-S009',
    at: 'standard.fee',
    wrong:
      '{amount: null, by: {function: per-biji, of: {count: lembar}, table: tarif-contoh}, legal: Perda 12/2023 Pasal 8}',
    right:
      '{amount: null, by: {function: per-unit, of: {count: lembar, kind: jenis}, table: tarif-contoh}, legal: Perda 12/2023 Pasal 8}',
    given: {
      'form.keperluan.fields.lembar':
        '{id: lembar, type: integer, min: 1, label: {id: Berapa lembar, en: How many sheets}}',
    },
  },
  {
    code: 'L24-S010',
    at: 'standard.fee',
    wrong:
      '{amount: null, by: {function: per-unit, of: {count: nama}, table: tarif-contoh}, legal: Perda 12/2023 Pasal 8}',
    right: '{amount: null, by: {table: tarif-contoh, key: jenis, column: tarif}, legal: Perda 12/2023 Pasal 8}',
  },
  {
    code: 'L24-S011',
    at: 'standard.fee',
    wrong: '{amount: 5000, by: {table: tarif-contoh, key: jenis, column: tarif}, legal: Perda 12/2023 Pasal 8}',
    right: '{amount: null, by: {table: tarif-contoh, key: jenis, column: tarif}, legal: Perda 12/2023 Pasal 8}',
  },
  {
    code: 'L24-S012',
    at: 'standard.fee',
    wrong: '{amount: null, by: {table: tarif-lazim, key: jenis, column: tarif}, legal: Perda 12/2023 Pasal 8}',
    right: '{amount: null, by: {table: tarif-contoh, key: jenis, column: tarif}, legal: Perda 12/2023 Pasal 8}',
  },
  {
    code: 'L24-S013',
    at: 'standard.fee',
    wrong: '{amount: null, by: {table: tarif-rusak, key: jenis, column: tarif}, legal: Perda 12/2023 Pasal 8}',
    right: '{amount: null, by: {table: tarif-contoh, key: jenis, column: tarif}, legal: Perda 12/2023 Pasal 8}',
  },
  {
    code: 'L24-S014',
    at: 'standard.fee',
    wrong: '{amount: 25000, legal: Perda 12/2023}',
    right: fee,
  },
  {
    code: 'L24-B001',
    given: billed('standard.fee'),
    at: 'standard.fee',
    wrong: '{amount: 0, legal: UU 24/2013 Pasal 79A}',
    right: fee,
  },
  {
    code: 'L24-B002',
    given: billed('workflow.states.menunggu-bayar'),
    at: 'workflow.states.menunggu-bayar',
    wrong: '{label: {id: Menunggu pembayaran, en: Waiting for payment}, waits-for: petugas, bill: {}}',
    right: bill,
  },
  {
    code: 'L24-B003',
    given: billed('workflow.actions.lunas'),
    at: 'workflow.actions.lunas',
    wrong:
      '{do: lunas, kind: forward, label: {id: Lunas, en: Paid}, from: [menunggu-bayar], to: ditandatangani, by: [petugas]}',
    right: paid,
  },
  {
    code: 'L24-B004',
    given: billed('workflow.states.menunggu-bayar'),
    at: 'workflow.states.menunggu-bayar',
    wrong: '{label: {id: Menunggu pembayaran, en: Waiting for payment}, waits-for: applicant, bill: {}}',
    right: bill,
  },
  {
    code: 'L24-B005',
    given: billed('workflow.actions.lunas'),
    at: 'workflow.actions.lunas',
    wrong:
      '{do: lunas, kind: advance, label: {id: Lunas, en: Paid}, from: [menunggu-bayar, perbaikan], to: ditandatangani, by: [system], when: paid}',
    right: paid,
  },
  {
    code: 'L24-B006',
    at: 'standard.fee',
    wrong: fee,
    right: '{amount: 0, legal: UU 24/2013 Pasal 79A}',
  },
];
