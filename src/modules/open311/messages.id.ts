type Params = Readonly<Record<string, string | number>>;

export const id = {
  errors: {
    'open311.format': () => 'Format tidak dikenal. Pakai .xml atau .json.',
    'open311.not_found': () => 'Alamat ini tidak ada.',
    'open311.service_unknown': () => 'service_code tidak dikenal. Daftarnya ada di services.',
    'open311.service_missing': () => 'service_code belum ada.',
    'open311.request_unknown': () => 'Laporan ini tidak ada atau tidak ditampilkan.',
    'open311.token_unknown': () => 'Token ini tidak dikenal.',
    'open311.jurisdiction_unknown': () => 'jurisdiction_id tidak dikenal.',
    'open311.key': () => 'api_key belum ada atau tidak berlaku. Mintalah kunci kepada pengelola.',
    'open311.date': ({ name }: Params) =>
      `${name} harus tanggal dan jam dengan zona, misalnya 2026-11-27T08:00:00+08:00.`,
    'open311.window': ({ days }: Params) => `Rentang tanggal paling lama ${days} hari, dari awal ke akhir.`,
    'open311.number': ({ name, least, most }: Params) => `${name} harus angka dari ${least} sampai ${most}.`,
    'open311.status': () => 'status hanya open atau closed.',
    'open311.location': () => 'Isi tempatnya: lat dan long, address_string, atau address_id.',
    'open311.lone_coordinate': () => 'lat dan long harus ada dua-duanya.',
    'open311.too_long': ({ name, most }: Params) => `${name} paling banyak ${most} huruf.`,
    'open311.media_url': () => 'media_url harus alamat http atau https.',
    'open311.too_many_ids': ({ most }: Params) => `Paling banyak ${most} nomor sekali minta.`,
    'open311.attribute': ({ name }: Params) => `attribute[${name}] tidak dikenal atau isinya bukan salah satu pilihan.`,
    'open311.update_status': () => 'status pembaruan tidak dikenal.',
    'open311.update_missing': ({ name }: Params) => `${name} belum ada.`,
  },
  level: {
    name: 'Bagaimana laporan ini ditampilkan',
    open: 'Terbuka tanpa nama',
    anonymous: 'Anonim juga bagi dinas',
    secret: 'Rahasia',
  },
  area: { name: 'Kelurahan tempat kejadian' },
  landmark: { name: 'Patokan tempat', hint: 'Misalnya: depan Masjid Nurul Iman, lorong 3.' },
  datatype: { list: 'Salah satu pilihan', text: 'Satu baris' },
  notice: (number: string, address: string) => `Nomor laporan ${number}. Ikuti di ${address}.`,
  status: {
    open: 'Sedang ditangani',
    waiting: 'Menurut dinas sudah selesai; pelapor sedang ditanya',
    closed: 'Selesai',
    refused: 'Bukan wewenang kota',
  },
  closed: {
    confirmed: 'Selesai menurut pelapor',
    silence: 'Selesai tanpa kabar pelapor',
    answered: 'Sudah dijawab',
    withdrawn: 'Dicabut pelapor',
    joined: 'Digabung ke laporan lain',
  },
  respond: (time: string) => `Tanggapan pertama paling lambat ${time}.`,
  hours: (hours: number) => `${hours} jam`,
  keyService: (address: string) => `Minta api_key kepada pengelola layanan: ${address}/bantuan`,
};
export type Open311Messages = typeof id;
