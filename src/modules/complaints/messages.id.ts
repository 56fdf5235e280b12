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
    'complaints.key_missing': () => 'Kepala permintaan Idempotency-Key belum ada.',
  },
};
export type ComplaintMessages = typeof id;
