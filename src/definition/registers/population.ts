import type { RegisterDeclaration } from './types.ts';

export const population: RegisterDeclaration = {
  name: 'population',
  label: { id: 'Data kependudukan', en: 'Population register' },
  holder: { id: 'Dukcapil', en: 'Civil registry (Dukcapil)' },
  needs: {
    nik: { types: ['nik'], usual: ['nik'], required: true },
    name: { types: ['name'], usual: ['nama'], required: true },
    'birth-date': { types: ['date'], usual: ['tgl_lahir', 'tanggal_lahir'], required: false },
    'family-card': { types: ['no-kk'], usual: ['no_kk'], required: false },
  },
  statements: {
    match: { id: 'NIK dan nama cocok', en: 'NIK and name fit together' },
    alive: { id: 'Orangnya masih hidup', en: 'The person is alive' },
    resident: { id: 'Terdaftar sebagai penduduk kota ini', en: 'Registered as a resident of this city' },
    'family-card': { id: 'Data Kartu Keluarga ada dan cocok', en: 'The family card is on record and fits' },
  },
  facts: {
    name: ['name'],
    'birth-date': ['date'],
    'family-card': ['no-kk'],
    area: ['area'],
    address: ['address'],
  },
  papers: {
    match: ['ktp', 'ktp-el', 'ktp-el-pemohon', 'ktp-el-pemilik'],
    'family-card': ['kk', 'kartu-keluarga', 'fotokopi-kk', 'fotokopi-kartu-keluarga'],
  },
};
