export const id = {
  errors: {
    'triage.admin_only': () => 'Hanya administrator yang melihat pengelompokan.',
    'triage.no_categories': () => 'Wilayah ini belum punya daftar kategori laporan.',
  },
  nav: { inbox: 'Kotak kerja', triage: 'Pengelompokan' },
  title: 'Pengelompokan laporan',
  lead: 'Saran kategori dihitung dari kata. Petugas selalu boleh memilih yang lain, dan pilihannya ikut dipelajari.',
  measured: 'Ketepatan pada laporan yang belum pernah dilihat',
  first: 'Saran pertama benar',
  third: 'Benar di antara tiga saran',
  texts: (count: number) => `${count} laporan diuji`,
  none: 'Belum pernah diukur. Tekan Ukur dan latih.',
  known: 'Bahan belajar',
  knownText: (labelled: number, corrected: number) => `${labelled} contoh awal, ${corrected} pilihan petugas`,
  train: 'Ukur dan latih',
  trained: (used: boolean): string => (used ? 'Dipakai' : 'Tidak dipakai karena kurang tepat'),
  history: 'Latihan sebelumnya',
  columns: { at: 'Waktu', texts: 'Laporan', first: 'Saran pertama', third: 'Tiga saran', used: 'Keadaan' },
  words: 'Kata per kategori',
  agency: 'Penanggung jawab',
};
export type TriageMessages = typeof id;
