export const boardUrl = '/kerja/wali-kota';
export const headUrl = '/kerja/pesan-wali-kota';
