// What reads differently when the case is a report (laporan) and not an application.
export const idReport = {
  timeline: {
    submitted: 'Laporan diterima',
    lapsed: 'Waktu memberi keterangan habis. Laporan ditutup.',
    escalatedLate: 'Atasan diberi tahu bahwa laporan ini belum selesai',
    rebased: 'Laporan mengikuti aturan layanan yang baru. Isian Anda tetap.',
    applicant: 'Pelapor',
  },
  track: {
    title: (_service: string) => 'Laporan Anda',
    lateText: 'Mohon maaf, laporan ini lewat dari janji. Petugas sudah melihatnya di urutan teratas.',
    paused: 'Janji berjalan lagi begitu Anda menjawab.',
    journey: 'Perjalanan laporan',
    refusedTitle: 'Siapa yang bisa membantu',
    notMine: 'Ini bukan laporan saya',
    disowned: 'Kabar Anda sudah kami terima. Petugas memeriksanya sebelum melanjutkan laporan ini.',
    disownedMessage: 'Saya tidak menyetujui laporan ini. Ini bukan laporan saya.',
    withdraw: 'Cabut laporan',
    withdrawAsk: 'Laporan yang dicabut tidak bisa dibuka lagi. Anda bisa melapor lagi kapan saja.',
    withdrawButton: 'Ya, cabut laporan',
    keepLink: 'Simpan tautan halaman ini. Siapa pun yang punya tautan ini bisa melihat laporan Anda.',
    onExpiry: {
      escalate: 'Bila lewat, kepala unit lalu atasannya diberi tahu. Laporan tetap ditangani.',
      granted: 'Bila sampai waktu itu belum ada jawaban, laporan dianggap disetujui.',
      refused: 'Bila sampai waktu itu belum ada jawaban, Anda bisa mengajukan keberatan.',
    },
  },
  notice: {
    submittedSubject: (number: string) => `Laporan ${number} diterima`,
    submitted: (_service: string, due: string) => `Laporan Anda sudah kami terima. Selesai paling lambat ${due}.`,
    submittedAnswer: (_service: string, due: string) =>
      `Laporan Anda sudah kami terima. Jawaban pertama paling lambat ${due}.`,
    submittedNoDue: (_service: string) => 'Laporan Anda sudah kami terima.',
    needsYouSubject: (number: string) => `Laporan ${number} menunggu jawaban Anda`,
    changedSubject: (number: string) => `Kabar laporan ${number}`,
    refused: 'Laporan ini tidak bisa kami tangani. Alasan dan yang bisa Anda lakukan ada di halaman lacak.',
    lapsed: 'Waktu memberi keterangan habis, jadi laporan ini ditutup. Anda bisa melapor lagi kapan saja.',
    reminded: (days: number) => `Kami masih menunggu jawaban Anda. Waktunya tinggal ${days} hari.`,
  },
};
export type ReportMessages = typeof idReport;
