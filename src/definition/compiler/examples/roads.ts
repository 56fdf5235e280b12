import type { Example } from './example.ts';

const waiting = 'label: {id: Menunggu Anda, en: Waiting for you}, waits-for: applicant';

export const roadExamples: readonly Example[] = [
  {
    code: 'L24-W001',
    at: 'workflow.states.disurvei',
    wrong:
      '{label: {id: Lokasi ditinjau, en: Site visit}, waits-for: petugas, lapse: {after: {amount: 3, unit: calendar-days}, to: kedaluwarsa}}',
    right: 'null',
  },
  {
    code: 'L24-W002',
    at: 'workflow.states.diarsipkan',
    given: {
      'workflow.actions.arsipkan':
        '{do: arsipkan, kind: forward, label: {id: Arsipkan, en: File}, from: [diperiksa], to: diarsipkan, by: [petugas]}',
    },
    wrong: '{label: {id: Diarsipkan, en: Filed}, waits-for: petugas}',
    right: '{label: {id: Diarsipkan, en: Filed}, final: true, status: cancelled}',
  },
  {
    code: 'L24-W003',
    at: 'workflow.actions.ulang',
    given: {
      'workflow.states.dicek': '{label: {id: Dicek ulang, en: Checked again}, waits-for: petugas}',
      'workflow.actions.cek':
        '{do: cek, kind: forward, label: {id: Cek, en: Check}, from: [diperiksa], to: dicek, by: [petugas]}',
    },
    wrong: '{do: ulang, kind: forward, label: {id: Ulang, en: Again}, from: [dicek], to: dicek, by: [petugas]}',
    right: '{do: ulang, kind: forward, label: {id: Ulang, en: Again}, from: [dicek], to: diperiksa, by: [petugas]}',
  },
  {
    code: 'L24-W004',
    at: 'workflow.states.ditandatangani',
    wrong: '{label: {id: Menunggu tanda tangan, en: Waiting for a signature}}',
    right: '{label: {id: Menunggu tanda tangan, en: Waiting for a signature}, waits-for: lurah}',
  },
  {
    code: 'L24-W005',
    at: 'workflow.actions.batal.from',
    wrong: '[diperiksa, terbit]',
    right: '[diperiksa, perbaikan]',
  },
  {
    code: 'L24-W006',
    at: 'workflow.states.perbaikan',
    given: { 'workflow.pause-in': '[]' },
    wrong: `{${waiting}}`,
    right: `{${waiting}, lapse: {after: {amount: 14, unit: calendar-days}, to: kedaluwarsa}}`,
  },
  { code: 'L24-W007', at: 'workflow.pause-in', wrong: '[]', right: '[perbaikan]' },
  {
    code: 'L24-W008',
    at: 'workflow.states.perbaikan',
    wrong: `{${waiting}}`,
    right: `{${waiting}, lapse: {after: {amount: 14, unit: calendar-days}, to: kedaluwarsa}}`,
  },
  {
    code: 'L24-W009',
    at: 'workflow.states.ditandatangani.waits-for',
    wrong: 'petugas',
    right: 'lurah',
  },
  {
    code: 'L24-W014',
    at: 'workflow.start',
    wrong: 'baru',
    right: 'diperiksa',
  },
  {
    code: 'L24-W027',
    at: 'workflow.states.ditolak',
    wrong: '{label: {id: Ditolak, en: Refused}, final: true}',
    right: '{label: {id: Ditolak, en: Refused}, final: true, status: refused}',
  },
  {
    code: 'L24-W035',
    at: 'workflow.states.perbaikan.lapse.to',
    wrong: 'diperiksa',
    right: 'kedaluwarsa',
  },
  { code: 'L24-W036', at: 'workflow.states.perbaikan.lapse.remind', wrong: '[30, 1]', right: '[7, 1]' },
  {
    code: 'L24-W037',
    at: 'workflow.states.terbit',
    wrong: '{label: {id: Selesai, en: Finished}, final: true, status: cancelled}',
    right: '{label: {id: Selesai, en: Finished}, final: true, status: done}',
  },
  {
    code: 'L24-W060',
    at: 'workflow.actions.kembali',
    given: {
      'workflow.states.dicek': '{label: {id: Dicek ulang, en: Checked again}, waits-for: petugas}',
      'workflow.actions.cek':
        '{do: cek, kind: forward, label: {id: Cek, en: Check}, from: [diperiksa], to: dicek, by: [petugas]}',
    },
    wrong:
      '{do: kembali, kind: return, label: {id: Kembali, en: Back}, from: [dicek], to: diperiksa, by: [petugas], limit: 1}',
    right: '{do: kembali, kind: return, label: {id: Kembali, en: Back}, from: [dicek], to: diperiksa, by: [petugas]}',
  },
];
