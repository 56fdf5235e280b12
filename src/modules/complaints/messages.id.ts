export const id = {
  errors: {
    'complaints.not_found': () => 'Laporan ini tidak ada atau tidak ditampilkan.',
    'complaints.category_unknown': () => 'Kategori ini tidak dikenal. Kosongkan bila ragu.',
    'complaints.too_many_photos': () => 'Paling banyak empat foto. Kurangi dulu.',
    'complaints.not_moderator': () => 'Hanya petugas verifikasi yang mengatur tampilan laporan.',
    'complaints.secret': () => 'Laporan rahasia tidak dapat ditampilkan.',
    'complaints.joined_already': () => 'Laporan ini sudah digabung ke masalah lain.',
    'complaints.changed_meanwhile': () => 'Ada yang mengubah masalah ini sementara itu. Muat ulang halaman.',
    'complaints.nothing_to_show': () => 'Isi judul dan teks yang ditampilkan.',
    'complaints.reason_missing': () => 'Tulis alasannya.',
    'complaints.no_such_problem': () => 'Tidak ada masalah terbuka dengan kode itu.',
    'complaints.same_problem': () => 'Laporan ini sudah bagian dari masalah itu.',
    'complaints.problem_closed': () => 'Masalah itu sudah ditutup. Laporan baru ditangani sendiri.',
    'complaints.secret_lead': () => 'Laporan terbuka tidak dapat digabung ke laporan rahasia. Gabungkan sebaliknya.',
    'complaints.key_missing': () => 'Kepala permintaan Idempotency-Key belum ada.',
  },
};
export type ComplaintMessages = typeof id;
