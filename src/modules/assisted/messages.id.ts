export const id = {
  errors: {
    'assisted.officer_only': () => 'Hanya petugas yang sudah masuk yang dapat mengirim atas nama pemohon.',
    'assisted.helper_missing': () => 'Isi nama dan nomor HP pendamping, lalu catat persetujuan pemohon.',
    'assisted.received_missing': () => 'Isi kapan formulir kertas diterima.',
    'assisted.received_in_future': () => 'Waktu terima formulir belum lewat. Periksa tanggal dan jamnya.',
    'assisted.received_too_old': (params: { days?: string | number }) =>
      `Formulir diterima lebih dari ${params.days ?? 30} hari yang lalu. Tulis alasan mengapa baru dimasukkan.`,
  },
};
export type AssistedMessages = typeof id;
