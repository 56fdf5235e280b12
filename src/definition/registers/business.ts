import type { RegisterDeclaration } from './types.ts';

export const business: RegisterDeclaration = {
  name: 'business',
  label: { id: 'Data perizinan berusaha', en: 'Business licence register' },
  holder: { id: 'OSS', en: 'OSS' },
  needs: {
    nib: { types: ['nib', 'text'], usual: ['nib'], required: true },
    'owner-nik': { types: ['nik'], usual: ['nik'], required: false },
  },
  statements: {
    'nib-active': { id: 'NIB berlaku', en: 'The business number (NIB) is in force' },
    'owner-match': { id: 'NIB atas nama pemohon', en: 'The business number belongs to the applicant' },
  },
  facts: { name: ['text', 'name'] },
  papers: { 'nib-active': ['nib', 'kartu-nib'] },
};
