import type { RegisterDeclaration } from './types.ts';

export const health: RegisterDeclaration = {
  name: 'health',
  label: { id: 'Data kepesertaan JKN', en: 'Health insurance register (JKN)' },
  holder: { id: 'BPJS Kesehatan', en: 'BPJS Kesehatan' },
  needs: {
    nik: { types: ['nik'], usual: ['nik'], required: true },
    name: { types: ['name'], usual: ['nama'], required: true },
    'member-number': { types: ['text'], usual: ['no_jkn'], required: false },
  },
  statements: {
    registered: { id: 'Terdaftar sebagai peserta JKN', en: 'Registered as a member' },
    'member-active': { id: 'Kepesertaan JKN aktif', en: 'The membership is active' },
  },
  facts: { 'member-number': ['text'] },
  papers: { registered: ['foto-kartu-bpjs'] },
};
