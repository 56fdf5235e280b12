// One made-up letter per template, for tests, the bench and the gallery. No real person is described.
import { qrSvg } from '../qr/qr.ts';
import type { LetterInputs } from './letter-inputs.ts';

const url = 'https://layanan.pareparekota.go.id/periksa/7H4K-92MQ-XT3D';

const shared = {
  letterhead: {
    lines: ['Pemerintah Kota Parepare', 'Kecamatan Bacukiki', 'Kelurahan Lompoe'],
    address: 'Jl. Jenderal M. Yusuf No. 12, Lompoe, Kecamatan Bacukiki, Kota Parepare 91125',
    contact: 'Telepon 112 · layanan.pareparekota.go.id',
  },
  opening: 'Yang bertanda tangan di bawah ini, Lurah Lompoe, Kecamatan Bacukiki, Kota Parepare, menerangkan bahwa:',
  closing: 'Demikian surat keterangan ini dibuat dengan sebenarnya untuk dipergunakan sebagaimana mestinya.',
  rows: [
    { label: 'Nama lengkap', value: 'Siti Aminah Contoh' },
    { label: 'NIK', value: '7372 0145 0590 0001' },
    { label: 'Tempat, tanggal lahir', value: 'Parepare, 5 Mei 1990' },
    { label: 'Pekerjaan', value: 'Pedagang' },
    { label: 'Alamat', value: 'Jl. Bau Massepe No. 210, RT 002 RW 005, Kelurahan Lompoe, Kecamatan Bacukiki' },
  ],
  place: 'Parepare',
  date: '24 November 2026',
  signer: { title: 'Lurah Lompoe', name: 'Muhammad Ilham Sanusi', rank: 'Penata Tk. I', nip: '000000000000000004' },
  verification: { qr: qrSvg(url), url, id: '7H4K-92MQ-XT3D' },
  signerKind: 'test' as const,
};

const dukcapil = {
  lines: ['Pemerintah Kota Parepare', 'Dinas Kependudukan dan Pencatatan Sipil'],
  address: 'Jl. Ganggawa No. 3, Parepare 91111',
};

/** Inputs by template name. */
export const sampleLetters = {
  keterangan: {
    ...shared,
    title: 'Surat Keterangan Domisili',
    number: '400.12.2.1/017/KL-LOMPOE/XI/2026',
    closing:
      'Orang tersebut benar penduduk yang berdomisili pada alamat di atas sejak 12 Januari 2019, berdasarkan data kependudukan dan pemeriksaan kami.\n\nSurat keterangan ini dibuat untuk keperluan pembukaan rekening bank dan dipergunakan sebagaimana mestinya.',
    validUntil: '24 Mei 2027',
  },
  'ahli-waris': {
    ...shared,
    title: 'Surat Keterangan Ahli Waris',
    number: '400.12.3.2/004/KL-LOMPOE/XI/2026',
    rows: [
      { label: 'Nama almarhum', value: 'Abdul Rahman Contoh' },
      { label: 'Meninggal dunia di', value: 'Parepare, 2 Oktober 2026' },
      { label: 'Akta kematian', value: '7372-KM-02102026-0003' },
      { label: 'Alamat terakhir', value: 'Jl. Bau Massepe No. 210, RT 002 RW 005' },
    ],
    table: {
      caption: 'Meninggalkan ahli waris',
      columns: ['No.', 'Nama', 'NIK', 'Tanggal lahir', 'Hubungan'],
      rows: [
        ['1', 'Siti Aminah Contoh', '7372014505600001', '5 Mei 1960', 'Istri'],
        ['2', 'Muhammad Yusuf Contoh', '7372011203850002', '12 Maret 1985', 'Anak kandung'],
        ['3', 'Nur Halimah Contoh', '7372015809880001', '18 September 1988', 'Anak kandung'],
      ],
    },
    witnesses: [
      { name: 'Syamsul Bahri Contoh', note: 'Ketua RT 002 RW 005' },
      { name: 'Hasnah Contoh', note: 'tetangga' },
    ],
    closing:
      'Keterangan ini dibuat berdasarkan surat pernyataan para ahli waris tanggal 20 November 2026 yang menjadi tanggung jawab mereka.',
    confirmation: {
      heading: 'Dikuatkan oleh Camat Bacukiki',
      text: 'Dicatat dalam buku register kecamatan.',
      number: '400.12.3.2/011/KEC-BACUKIKI/XI/2026',
      date: '26 November 2026',
      signer: { title: 'Camat Bacukiki', name: 'Andi Paturusi Contoh', rank: 'Pembina', nip: '000000000000000040' },
    },
  },
  izin: {
    ...shared,
    letterhead: {
      lines: ['Pemerintah Kota Parepare', 'Dinas Penanaman Modal dan Pelayanan Terpadu Satu Pintu'],
      address: 'Jl. Veteran No. 30, Parepare 91111',
    },
    title: 'Surat Izin Praktik',
    subject: 'Izin Praktik Dokter',
    number: '500.16.7/021/DPMPTSP/XI/2026',
    legalBasis: [
      'Undang-Undang Nomor 17 Tahun 2023 tentang Kesehatan;',
      'Peraturan Pemerintah Nomor 28 Tahun 2024 tentang Peraturan Pelaksanaan Undang-Undang Nomor 17 Tahun 2023.',
    ],
    opening: 'Berdasarkan hasil pemeriksaan berkas, pendapat teknis, dan peninjauan tempat praktik, Kepala Dinas',
    rows: [
      ...shared.rows.slice(0, 2),
      { label: 'Nomor STR', value: 'KA00000000000001' },
      { label: 'Jenis praktik', value: 'Dokter umum, praktik mandiri' },
      { label: 'Tempat praktik', value: 'Jl. Bau Massepe No. 210, Kelurahan Lompoe' },
      { label: 'Waktu praktik', value: 'Senin sampai Jumat, 17.00 sampai 21.00 WITA' },
    ],
    provisions: {
      heading: 'Ketentuan',
      items: [
        'Izin ini berlaku untuk satu tempat praktik.',
        'Pemegang izin memasang papan nama praktik yang memuat nomor izin ini.',
        'Izin tidak berlaku lagi bila STR dicabut atau tempat praktik pindah.',
      ],
    },
    closing: 'Surat izin ini mulai berlaku sejak tanggal ditetapkan.',
    validUntil: '24 November 2031',
    signer: {
      onBehalfOf: 'Wali Kota Parepare',
      acting: 'Plt.',
      title: 'Kepala Dinas Penanaman Modal dan Pelayanan Terpadu Satu Pintu',
      name: 'Hj. Rosmini Contoh',
      rank: 'Pembina Utama Muda',
      nip: '000000000000000050',
    },
    copies: ['Kepala Dinas Kesehatan Kota Parepare', 'Ketua IDI Cabang Parepare'],
  },
  rekomendasi: {
    ...shared,
    title: 'Rekomendasi',
    subject: 'Kegiatan Bazar Rakyat',
    number: '000.1/009/KL-LOMPOE/XI/2026',
    legalBasis: ['Surat permohonan panitia tanggal 20 November 2026.'],
    provisions: {
      heading: 'Dengan ketentuan',
      items: ['Menjaga kebersihan lokasi.', 'Selesai paling lambat pukul 22.00 WITA.'],
    },
    closing: 'Pada dasarnya kami tidak berkeberatan dan memberi rekomendasi untuk kegiatan tersebut.',
  },
  'bukti-hasil': {
    ...shared,
    letterhead: dukcapil,
    title: 'Bukti Hasil Layanan',
    number: '400.12.2/118/DISDUKCAPIL/XI/2026',
    opening:
      'Permohonan Anda sudah selesai. Dokumen berikut telah terbit dari Sistem Informasi Administrasi Kependudukan (SIAK):',
    rows: [
      { label: 'Dokumen', value: 'Kutipan Akta Kelahiran' },
      { label: 'Nomor dokumen', value: '7372-LU-24112026-0012' },
      { label: 'Atas nama', value: 'Ahmad Fauzan Contoh' },
      { label: 'Nomor permohonan', value: 'L 482 913 075' },
    ],
    provisions: {
      heading: 'Cara mendapatkan dokumen',
      items: [
        'Buka tautan di surel dari SIAK dan cetak sendiri di kertas HVS A4 80 gram.',
        'Atau datang ke Loket 2 Disdukcapil, Senin sampai Jumat, 08.00 sampai 15.00 WITA.',
        'Bawa KTP-el dan nomor permohonan.',
      ],
    },
    closing: 'Bukti ini bukan pengganti dokumen kependudukan.',
    signer: {
      title: 'Kepala Dinas Kependudukan dan Pencatatan Sipil',
      name: 'Andi Darmawan Contoh',
      nip: '000000000000000060',
    },
  },
  penolakan: {
    ...shared,
    title: 'Pemberitahuan Penolakan',
    subject: 'Pemberitahuan penolakan permohonan Surat Keterangan Usaha',
    number: '500.2/031/KL-LOMPOE/XI/2026',
    addressee: { name: 'Sdri. Siti Aminah Contoh', place: 'Parepare' },
    opening: 'Terima kasih atas permohonan Anda. Setelah kami periksa, permohonan berikut belum dapat disetujui:',
    rows: [
      { label: 'Nomor permohonan', value: 'L 482 913 075' },
      { label: 'Layanan', value: 'Surat Keterangan Usaha' },
      { label: 'Dikirim', value: 'Minggu, 22 November 2026 pukul 21.14 WITA' },
    ],
    reasons: ['Alamat usaha berada di Kelurahan Galung Maloang, bukan di Kelurahan Lompoe.'],
    objection: {
      heading: 'Bila Anda tidak setuju',
      text: 'Anda dapat mengajukan keberatan secara tertulis paling lambat 21 hari kerja sejak surat ini diterima:',
      items: [
        'Kirim keberatan lewat halaman lacak permohonan atau ke kantor Camat Bacukiki.',
        'Keputusan keberatan diberikan paling lambat 10 hari kerja.',
      ],
    },
    closing: 'Anda juga dapat mengajukan permohonan baru ke Kelurahan Galung Maloang tanpa biaya.',
  },
} satisfies Record<string, LetterInputs>;
