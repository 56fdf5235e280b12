// What reads differently when the case is a message (pesan), such as one to the mayor.
import type { ReportMessages } from './laporan-messages.id.ts';

export const idMessage: ReportMessages = {
  timeline: {
    submitted: 'Pesan diterima',
    lapsed: 'Waktu memberi keterangan habis. Pesan ditutup.',
    escalatedLate: 'Atasan diberi tahu bahwa pesan ini belum dijawab',
    rebased: 'Pesan mengikuti aturan layanan yang baru. Isian Anda tetap.',
    applicant: 'Pengirim',
  },
  track: {
    title: () => 'Pesan Anda',
    lateText: 'Mohon maaf, jawaban pesan ini lewat dari janji. Petugas sudah melihatnya di urutan teratas.',
    paused: 'Janji berjalan lagi begitu Anda menjawab.',
    journey: 'Perjalanan pesan',
    refusedTitle: 'Pesan ini tidak bisa kami tangani',
    notMine: 'Ini bukan pesan saya',
    disowned: 'Kabar Anda sudah kami terima. Petugas memeriksanya sebelum melanjutkan pesan ini.',
    disownedMessage: 'Saya tidak menyetujui pesan ini. Ini bukan pesan saya.',
    withdraw: 'Cabut pesan',
    withdrawAsk: 'Pesan yang dicabut tidak bisa dibuka lagi. Anda bisa menulis lagi kapan saja.',
    withdrawButton: 'Ya, cabut pesan',
    keepLink: 'Simpan tautan halaman ini. Siapa pun yang punya tautan ini bisa melihat pesan Anda.',
    onExpiry: {
      escalate: 'Bila lewat, kepala unit lalu atasannya diberi tahu. Pesan tetap dijawab.',
      granted: 'Bila sampai waktu itu belum ada jawaban, pesan dianggap disetujui.',
      refused: 'Bila sampai waktu itu belum ada jawaban, Anda bisa mengajukan keberatan.',
    },
  },
  notice: {
    submittedSubject: (number) => `Pesan ${number} diterima`,
    submitted: (_service, due) => `Pesan Anda sudah kami terima. Dijawab paling lambat ${due}.`,
    submittedAnswer: (_service, due) => `Pesan Anda sudah kami terima. Dijawab paling lambat ${due}.`,
    submittedNoDue: () => 'Pesan Anda sudah kami terima.',
    needsYouSubject: (number) => `Pesan ${number} menunggu jawaban Anda`,
    changedSubject: (number) => `Kabar pesan ${number}`,
    refused: 'Pesan ini tidak bisa kami tangani. Alasan dan yang bisa Anda lakukan ada di halaman lacak.',
    lapsed: 'Waktu memberi keterangan habis, jadi pesan ini ditutup. Anda bisa menulis lagi kapan saja.',
    reminded: (days) => `Kami masih menunggu jawaban Anda. Waktunya tinggal ${days} hari.`,
  },
};
