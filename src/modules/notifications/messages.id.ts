export const id = {
  title: 'Kotak surat pengembangan',
  lead: 'Server e-mail belum diatur, jadi surat disimpan di sini dan tidak dikirim ke mana pun. Setel SMTP_URL untuk mengirim sungguhan.',
  empty: 'Belum ada surat.',
  emptyNext: 'Kirim permohonan dengan alamat e-mail, lalu lihat lagi di sini.',
  to: 'Kepada',
  errors: { 'notifications.no_outbox': () => 'Halaman ini hanya ada saat pengembangan.' },
};
export type NotificationMessages = typeof id;
