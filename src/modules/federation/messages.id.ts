import type { SaidState } from './store/said.ts';
import type { ForwardState } from './types.ts';

const said: Readonly<Record<SaidState, string>> = {
  waiting: 'Menunggu dikirim',
  sent: 'Terkirim',
  'by-hand': 'Perlu disampaikan petugas',
  told: 'Disampaikan petugas',
};
const states: Readonly<Record<ForwardState, string>> = {
  waiting: 'Menunggu dikirim',
  sending: 'Sedang dikirim',
  unsure: 'Tidak pasti sampai',
  token: 'Diterima, nomor menyusul',
  open: 'Ditangani mitra',
  closed: 'Ditutup mitra',
  unnumbered: 'Diterima tanpa nomor',
  refused: 'Tidak terkirim',
  held: 'Tidak dikirim',
  ended: 'Laporan kami sudah ditutup',
};
const troubles: Readonly<Record<string, string>> = {
  unreachable: 'Server mitra tidak bisa dihubungi. Kami mencoba lagi sendiri.',
  busy: 'Server mitra meminta kami datang lagi. Kami mencoba lagi sendiri.',
  timeout: 'Server mitra tidak menjawab sampai batas waktu.',
  cut: 'Sambungan terputus sebelum ada jawaban.',
  unreadable: 'Jawaban server mitra tidak terbaca.',
  'server-error': 'Server mitra melaporkan kerusakan di pihaknya.',
  'no-number': 'Server mitra menjawab tanpa nomor.',
  key: 'Mitra menolak kunci kami. Minta pengelola sistem memeriksa kuncinya.',
  refused: 'Mitra menolak laporan ini.',
  'service-unknown': 'Mitra tidak punya layanan dengan kode ini.',
  'no-service': 'Belum ada layanan mitra untuk kategori ini.',
  'no-services': 'Daftar layanan mitra kosong atau tidak terbaca.',
  'no-place': 'Laporan ini tanpa tempat. Mitra memerlukannya.',
  attributes: 'Mitra memerlukan isian tambahan.',
  'not-connected': 'Mitra ini belum tersambung.',
  'not-listed': 'Mitra belum menampilkan laporan ini di daftarnya.',
  'token-unknown': 'Mitra tidak mengenal tanda terima kami.',
  unnumbered: 'Mitra tidak memberi nomor, jadi pembaruan tidak bisa dikirim ke servernya.',
  'no-updates': 'Server mitra tidak menerima pembaruan.',
  'update-refused': 'Mitra menolak pembaruan ini.',
  'sp4n-lines': 'Ada baris dari SP4N-LAPOR! yang tidak bisa dipakai. Baris',
  secret: 'Laporan rahasia tidak pernah dikirim ke luar.',
};

export const id = {
  told: {
    taken: (who: string, number: string) => `${who} menerima laporan ini dengan nomor ${number}.`,
    said: (who: string, text: string) => `${who}: ${text}`,
    closed: (who: string, text: string | undefined) =>
      text === undefined
        ? `Menurut ${who} laporan ini sudah ditutup.`
        : `Menurut ${who} laporan ini sudah ditutup: ${text}`,
    undone: (who: string, text: string | undefined) =>
      text === undefined
        ? `${who} menutup laporan ini tanpa mengerjakannya.`
        : `${who} menutup laporan ini tanpa mengerjakannya: ${text}`,
  },
  /** To partners; they read Indonesian. */
  say: {
    notSolved: (missing: string) =>
      missing === '' ? 'Pelapor menyatakan belum beres.' : `Pelapor menyatakan belum beres: ${missing}`,
    withdrawn: 'Pelapor mencabut laporannya.',
    photo: 'Ada foto baru dari pelapor.',
  },
  states,
  said,
  troubles,
  sp4n: { taken: (number: string) => `Laporan ini datang dari SP4N-LAPOR! dengan nomor ${number}.` },
  inbox: 'Kotak kerja',
  list: {
    title: 'Laporan di mitra',
    lead: 'Laporan yang juga dikirim ke server mitra. Laporan kami tetap terbuka sampai pelapor ditanya.',
    simulated: 'SIMULATOR, tidak berlaku. Jawaban mitra di sini rekaan.',
    empty: 'Belum ada laporan yang dikirim ke mitra.',
    report: 'Laporan',
    partner: 'Mitra',
    state: 'Keadaan',
    number: 'Nomor di mitra',
    contact: 'Kabar terakhir',
    trouble: 'Kendala',
    none: '-',
    tellByHand: 'Ada kabar yang perlu Anda sampaikan.',
    notTold: 'Ada kabar yang belum terkirim.',
    partners: 'Sambungan',
    connected: 'Tersambung',
    notConnected: 'Belum tersambung',
    simulator: 'Simulator',
    checked: (when: string) => `diperiksa ${when}`,
    resent: 'Laporan ini akan dikirim lagi.',
    noted: 'Nomor mitra tercatat.',
  },
  one: {
    title: (who: string) => `Laporan di ${who}`,
    back: 'Laporan di mitra',
    report: 'Buka laporan',
    theirs: 'Kata mitra',
    service: 'Layanan di mitra',
    reference: 'Rujukan kami',
    expected: 'Perkiraan selesai',
    next: 'Dicoba lagi',
    tries: 'Percobaan',
    personal: 'Nama dan nomor pelapor',
    personalSent: 'Ikut dikirim, pelapor setuju',
    personalKept: 'Tidak ikut dikirim',
    heard: 'Kabar dari mitra',
    nothing: 'Belum ada kabar.',
    said: 'Yang kami sampaikan',
    tellThem: (when: string) => `Kabar ${when} tidak sampai lewat server. Sampaikan lewat telepon atau surat.`,
    told: 'Sudah saya sampaikan',
    correct: 'Betulkan dan kirim ulang',
    serviceHint: 'Daftar layanan yang ditawarkan mitra.',
    text: 'Isi laporan untuk mitra',
    textHint: 'Nama dan nomor orang dihapus sendiri. Kosongkan bila tidak berubah.',
    asked: 'Mitra sudah ditanya dan tidak punya laporan ini.',
    askedLabel: 'Sebelum mengirim ulang',
    send: 'Kirim ulang',
    numberTitle: 'Mitra sudah punya laporan ini',
    numberHint: 'Tulis nomor yang disebut mitra. Laporan tidak dikirim lagi.',
    saveNumber: 'Catat nomor',
  },
  errors: {
    'federation.not_found': () => 'Laporan ini tidak ada di mitra.',
    'federation.not_yours': () => 'Halaman ini untuk petugas verifikasi dan petugas mitra.',
    'federation.changed': () => 'Keadaannya baru saja berubah. Lihat dulu, lalu ulangi bila masih perlu.',
    'federation.not_now': () => 'Laporan ini tidak bisa dikirim ulang dalam keadaan sekarang.',
    'federation.ask_first': () => 'Tanyakan dulu kepada mitra, supaya laporan tidak masuk dua kali.',
    'federation.service_missing': () => 'Pilih layanan di mitra.',
    'federation.number_missing': () => 'Tulis nomor laporan di mitra.',
  },
};
export type FederationMessages = typeof id;
