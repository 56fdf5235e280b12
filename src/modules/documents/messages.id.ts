export const id = {
  errors: {
    'documents.no_file': () => 'Pilih berkas dulu.',
    'documents.unknown_upload': () => 'Berkas tidak ditemukan atau sudah kedaluwarsa. Unggah lagi.',
    'documents.not_a_picture': () => 'Hanya foto yang dapat ditutupi sebagian.',
  },
};
export type DocumentMessages = typeof id;
