export const id = {
  field: {
    missing: (field: string) => `Isi ${field}.`,
    wrong: (field: string) => `Periksa lagi ${field}. Lihat bentuk yang diminta di dokumen API.`,
  },
  errors: {
    'request.invalid': () => 'Ada isian yang belum benar. Periksa lalu kirim lagi.',
    'request.malformed': () => 'Permintaan tidak terbaca. Buka halaman dari tautan resmi lalu coba lagi.',
    'request.csrf': () =>
      'Formulir sudah kedaluwarsa atau dibuka di peramban lain. Kembali, muat ulang halaman, lalu kirim lagi. Belum ada yang terkirim.',
    'request.not_found': () => 'Halaman tidak ditemukan. Periksa alamatnya atau cari layanan dari beranda.',
    'request.unauthenticated': () => 'Masuk dahulu untuk membuka halaman ini.',
    'request.invalid_key': () => 'Kunci API tidak dikenal atau sudah dicabut. Minta kunci baru kepada administrator.',
    'request.forbidden': () => 'Akun Anda tidak berhak membuka halaman ini. Minta akses kepada administrator.',
    'request.too_large': ({ megabytes = 1 }: Params) =>
      `Berkas terlalu besar. Kirim paling banyak ${megabytes} MB untuk tiap berkas.`,
    'request.too_many_files': ({ files = 1 }: Params) =>
      `Berkas terlalu banyak. Kirim paling banyak ${files} berkas sekaligus.`,
    'request.too_many': ({ seconds = 60 }: Params) => `Terlalu sering mencoba. Tunggu ${seconds} detik lalu coba lagi.`,
    'request.too_many_lines': () => 'Terlalu banyak layar terhubung. Muat ulang halaman sebentar lagi.',
    'request.media_type': () => 'Jenis isi permintaan tidak didukung di alamat ini.',
    'request.timeout': () => 'Kiriman terputus sebelum selesai. Periksa jaringan lalu kirim lagi.',
    'audio.unsupported': () => 'Jenis berkas suara tidak didukung. Kirim rekaman OGG, M4A, MP3, AAC, atau WebM.',
    'audio.too_large': () => 'Pesan suara terlalu panjang. Paling besar 5 MB.',
    'images.unsupported': () => 'Jenis berkas tidak didukung. Kirim foto JPG, PNG, atau WebP, atau dokumen PDF.',
    'images.heic': () => 'Foto HEIC belum dapat dibaca. Ubah format kamera menjadi JPG atau kirim tangkapan layarnya.',
    'images.damaged': () => 'Foto rusak atau tidak lengkap. Ambil foto lagi lalu kirim.',
    'images.too_many_pixels': () => 'Ukuran gambar terlalu besar. Kecilkan gambarnya lalu kirim lagi.',
    'images.pdf_damaged': () => 'PDF rusak atau tidak lengkap. Simpan ulang sebagai PDF lalu kirim.',
    'images.pdf_encrypted': () => 'PDF terkunci kata sandi. Hapus kata sandinya lalu kirim lagi.',
    'images.pdf_active': () => 'PDF berisi program atau lampiran. Cetak ulang sebagai PDF biasa lalu kirim.',
    'calendar.invalid': () => 'Berkas kalender belum benar. Perbaiki bagian yang disebut lalu muat lagi.',
    'clock.bad_instant': ({ at = '' }: Params) =>
      `Waktu "${at}" tidak terbaca. Tulis seperti 2026-11-22T21:14:00+08:00.`,
    'clock.bad_question': () => 'Pertanyaan tentang waktu belum lengkap. Perbaiki bagian yang disebut lalu coba lagi.',
    'clock.never_due': () =>
      'Jangka waktu ini tidak pernah selesai menurut kalendernya. Periksa hari kerja dan lamanya.',
    'dates.not_a_date': ({ date = '' }: Params) => `Tanggal "${date}" tidak ada. Tulis seperti 2026-11-22.`,
    'dates.unknown_zone': ({ timezone = '' }: Params) =>
      `Zona waktu "${timezone}" tidak dikenal. Pilih Asia/Jakarta, Asia/Makassar, atau Asia/Jayapura.`,
    'platform.try_again': () => 'Data sedang diubah orang lain. Muat ulang halaman lalu coba lagi.',
    'platform.database_unavailable': () =>
      'Layanan sedang dipulihkan. Coba lagi sebentar; data yang sudah diterima tetap aman.',
    'platform.disk_full': () => 'Penyimpanan penuh sehingga kiriman belum diterima. Coba lagi nanti.',
    'platform.busy': ({ seconds = 10 }: Params) =>
      `Layanan sedang sangat ramai dan ini belum tersimpan. Tunggu ${seconds} detik lalu coba lagi.`,
    'platform.stopping': () => 'Layanan sedang dimulai ulang. Coba lagi sebentar.',
    'platform.unexpected': ({ reference = '' }: Params) =>
      `Maaf, ada gangguan di sistem kami, bukan pada Anda. Coba lagi; bila berulang, sebutkan kode ${reference}.`,
  },
  page: {
    home: 'Ke beranda',
    reload: 'Muat ulang',
    busy: 'Sedang sangat ramai',
    titles: {
      400: 'Permintaan tidak terbaca',
      401: 'Belum masuk',
      403: 'Tidak dapat dibuka',
      404: 'Tidak ditemukan',
      409: 'Sudah berubah',
      410: 'Sudah tidak berlaku',
      413: 'Terlalu besar',
      415: 'Jenis tidak didukung',
      422: 'Perlu diperbaiki',
      429: 'Terlalu sering',
      500: 'Terjadi kesalahan',
      503: 'Sedang dipulihkan',
    } as Readonly<Record<number, string>>,
  },
};
type Params = Readonly<Record<string, string | number>>;
export type Messages = typeof id;
