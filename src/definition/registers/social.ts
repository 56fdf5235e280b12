import type { RegisterDeclaration } from './types.ts';

export const social: RegisterDeclaration = {
  name: 'social',
  label: { id: 'Data sosial ekonomi (DTSEN)', en: 'Social register (DTSEN)' },
  holder: { id: 'Dinas Sosial', en: 'Social affairs office' },
  needs: {
    nik: { types: ['nik'], usual: ['nik'], required: true },
    name: { types: ['name'], usual: ['nama'], required: true },
  },
  statements: {
    registered: { id: 'Keluarga terdata di DTSEN', en: 'The family is in the social register' },
    'low-income': { id: 'Keluarga termasuk empat desil terbawah', en: 'The family is in the four lowest deciles' },
  },
  facts: {},
  papers: { 'low-income': ['sktm', 'bukti-keluarga-tidak-mampu'] },
};
