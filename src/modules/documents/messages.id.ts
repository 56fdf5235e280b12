export const id = {
  errors: {
    'documents.no_file': () => 'Pilih berkas dulu.',
    'documents.unknown_upload': () => 'Berkas tidak ditemukan atau sudah kedaluwarsa. Unggah lagi.',
    'documents.wrong_type': () => 'Jenis berkas tidak diterima. Pilih foto JPG, PNG, WebP, atau PDF.',
  },
};
export type DocumentMessages = typeof id;
