import type { RegisterDeclaration } from './types.ts';

export const tax: RegisterDeclaration = {
  name: 'tax',
  label: { id: 'Data pajak', en: 'Tax register' },
  holder: { id: 'Badan pendapatan daerah dan DJP', en: 'City and national tax offices' },
  needs: {
    nik: { types: ['nik'], usual: ['nik'], required: true },
    name: { types: ['name'], usual: ['nama'], required: true },
    npwp: { types: ['npwp', 'text'], usual: ['npwp'], required: false },
  },
  statements: {
    'pbb-paid': { id: 'PBB tahun terakhir sudah lunas', en: "Last year's property tax is paid" },
    'npwp-active': { id: 'NPWP aktif', en: 'The tax number (NPWP) is active' },
  },
  facts: { npwp: ['npwp', 'text'] },
  papers: { 'pbb-paid': ['bukti-pelunasan-pbb-tahun-terakhir', 'bukti-pbb'], 'npwp-active': ['npwp'] },
};
