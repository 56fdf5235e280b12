export const id = {
  errors: {
    'documents.no_file': () => 'Pilih berkas dulu.',
    'documents.unknown_upload': () => 'Berkas tidak ditemukan atau sudah kedaluwarsa. Unggah lagi.',
  },
};
export type DocumentMessages = typeof id;
