export const id = {
  errors: {
    'organisation.holiday_there': () => 'Hari itu sudah libur di kalender ini.',
    'organisation.holiday_not_there': () => 'Hari itu bukan hari libur di kalender ini.',
    'organisation.unit_unknown': () => 'Kantor tidak ditemukan. Muat ulang halaman ini.',
    'organisation.calendar_unknown': (p: Params) =>
      `Kalender kerja "${p.calendar}" belum ada. Tambahkan berkasnya di folder calendars.`,
    'organisation.region_not_loaded': (p: Params) =>
      `Isi daerah "${p.region}" belum dimuat. Jalankan: loket24 region load.`,
    'organisation.content_wrong': (p: Params) => `Perbaiki ${p.file}, bagian ${p.place || 'awal'}: ${p.problem}.`,
    'organisation.content_missing': (p: Params) => `Berkas ${p.file} tidak ada atau tidak bisa dibaca.`,
  },
};
type Params = Readonly<Record<string, string | number>>;
export type Messages = typeof id;
