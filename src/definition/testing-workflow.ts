// The road of the sample service in testing.ts: check, correction, paraf, signature, return, refusal, withdrawal.
import type { z } from 'zod';
import type { Workflow } from './schema.ts';

export const sampleWorkflow: z.input<typeof Workflow> = {
  roles: {
    petugas: { title: { id: 'Petugas kelurahan', en: 'Kelurahan officer' } },
    kasi: { title: { id: 'Kepala seksi', en: 'Section head' } },
    lurah: { title: { id: 'Lurah', en: 'Head of the kelurahan' } },
  },
  start: 'diperiksa',
  states: {
    diperiksa: {
      label: { id: 'Petugas memeriksa berkas', en: 'An officer is checking your papers' },
      waitsFor: 'petugas',
      target: { amount: 4, unit: 'working-hours' },
    },
    dilengkapi: {
      label: { id: 'Menunggu Anda melengkapi', en: 'Waiting for you to complete it' },
      waitsFor: 'applicant',
      lapse: { after: { amount: 14, unit: 'calendar-days' }, to: 'ditarik', remind: [3, 7] },
    },
    diparaf: {
      label: { id: 'Kepala seksi memeriksa surat', en: 'The section head is checking the letter' },
      waitsFor: 'kasi',
    },
    ditandatangani: {
      label: { id: 'Menunggu tanda tangan lurah', en: 'Waiting for the signature' },
      waitsFor: 'lurah',
    },
    selesai: { label: { id: 'Surat siap diunduh', en: 'The letter is ready' }, final: true, status: 'done' },
    ditolak: { label: { id: 'Permohonan ditolak', en: 'Refused' }, final: true, status: 'refused' },
    ditarik: { label: { id: 'Permohonan dibatalkan', en: 'Cancelled' }, final: true, status: 'cancelled' },
  },
  actions: [
    {
      do: 'lengkap',
      kind: 'complete',
      label: { id: 'Lengkap', en: 'Complete' },
      from: ['diperiksa'],
      to: 'diparaf',
      by: ['petugas'],
    },
    {
      do: 'minta-lengkapi',
      kind: 'correct',
      label: { id: 'Minta dilengkapi', en: 'Ask for correction' },
      from: ['diperiksa'],
      to: 'dilengkapi',
      by: ['petugas'],
      limit: 2,
      reasons: [
        { value: 'tidak-terbaca', label: { id: 'Berkas tidak terbaca', en: 'The paper cannot be read' } },
        {
          value: 'tidak-cocok',
          label: { id: 'Data tidak cocok dengan berkas', en: 'The answers differ from the paper' },
        },
      ],
      message: { id: 'Ada yang perlu Anda lengkapi: {reason}.', en: 'Please complete this: {reason}.' },
    },
    {
      do: 'kirim-lagi',
      kind: 'resubmit',
      label: { id: 'Kirim lagi', en: 'Send again' },
      from: ['dilengkapi'],
      to: 'back',
      by: ['applicant'],
    },
    {
      do: 'paraf',
      kind: 'paraf',
      label: { id: 'Paraf', en: 'Initial' },
      from: ['diparaf'],
      to: 'ditandatangani',
      by: ['kasi'],
    },
    {
      do: 'kembalikan',
      kind: 'return',
      label: { id: 'Kembalikan ke petugas', en: 'Return to the officer' },
      from: ['diparaf', 'ditandatangani'],
      to: 'diperiksa',
      by: ['kasi', 'lurah'],
    },
    {
      do: 'tandatangani',
      kind: 'sign',
      label: { id: 'Tanda tangani', en: 'Sign' },
      from: ['ditandatangani'],
      to: 'selesai',
      by: ['lurah'],
      effects: ['issue-letter'],
      message: { id: 'Surat siap diunduh. Nomor surat {letter}.', en: 'The letter is ready. Number {letter}.' },
    },
    {
      do: 'tolak',
      kind: 'refuse',
      label: { id: 'Tolak', en: 'Refuse' },
      from: ['diperiksa', 'ditandatangani'],
      to: 'ditolak',
      by: ['petugas', 'lurah'],
      reasons: [
        {
          value: 'bukan-warga',
          label: { id: 'Tidak tinggal di kelurahan ini', en: 'Does not live in this kelurahan' },
        },
        { value: 'tidak-benar', label: { id: 'Keterangan tidak benar', en: 'The statements are not true' } },
      ],
      objection: {
        id: 'Anda bisa mengajukan keberatan kepada camat paling lambat 21 hari kerja.',
        en: 'You can object to the camat within 21 working days.',
      },
      message: {
        id: 'Permohonan belum bisa disetujui karena {reason}.',
        en: 'The application cannot be approved because {reason}.',
      },
    },
    {
      do: 'batalkan',
      kind: 'withdraw',
      label: { id: 'Batalkan permohonan', en: 'Cancel the application' },
      from: ['diperiksa', 'dilengkapi', 'diparaf', 'ditandatangani'],
      to: 'ditarik',
      by: ['applicant'],
    },
  ],
  pauseIn: ['dilengkapi'],
  resume: 'continue',
  separation: [
    ['lengkap', 'paraf'],
    ['lengkap', 'tandatangani'],
    ['paraf', 'tandatangani'],
  ],
};
