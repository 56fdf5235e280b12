export const id = {
  confidential: 'Dirahasiakan',
  noName: 'Tanpa nama',
  document: {
    required: (label: string) => `Unggah ${label}`,
    unknown: (name: string) => `Dokumen ${name} tidak diminta pada layanan ini`,
    tooMany: (label: string, max: number) => `${label}: paling banyak ${max} berkas`,
  },
  errors: {
    'applications.incomplete': () => 'Permohonan belum lengkap. Perbaiki yang ditandai, lalu kirim lagi.',
    'applications.key_missing': () => 'Sertakan header Idempotency-Key agar kiriman ulang tidak menjadi dua permohonan.',
    'applications.draft_not_found': () => 'Isian ini tidak ditemukan. Mungkin sudah dikirim, atau sudah lebih dari 30 hari. Mulai lagi dari halaman layanan.',
    'applications.page_not_found': () => 'Halaman ini tidak ada pada permohonan Anda.',
    'applications.nothing_to_complete': () => 'Tidak ada yang perlu dilengkapi sekarang.',
  },
};
export type ApplicationMessages = typeof id;
