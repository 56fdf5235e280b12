export const id = {
  errors: {
    'documents.no_file': () => 'Pilih berkas dulu.',
    'documents.unknown_upload': () => 'Berkas tidak ditemukan atau sudah kedaluwarsa. Unggah lagi.',
    'images.wrong_type': () => 'Jenis berkas tidak diterima. Pilih foto JPG, PNG, WebP, atau PDF.',
    'images.unreadable': () => 'Foto tidak bisa dibaca. Ambil foto ulang, lalu unggah lagi.',
    'images.too_many_pixels': () => 'Ukuran gambar terlalu besar. Pakai foto di bawah 50 megapiksel.',
    'images.pdf_damaged': () => 'PDF rusak atau tidak utuh. Simpan ulang sebagai PDF, lalu unggah lagi.',
    'images.pdf_locked': () => 'PDF terkunci kata sandi. Simpan tanpa kata sandi, lalu unggah lagi.',
    'images.pdf_active': () => 'PDF berisi program atau lampiran. Cetak ulang sebagai PDF biasa, lalu unggah lagi.',
    'documents.wrong_type': () => 'Jenis berkas tidak diterima. Pilih foto JPG, PNG, WebP, atau PDF.',
  },
};
export type DocumentMessages = typeof id;
