export const id = {
  nav: { inbox: 'Kotak kerja', services: 'Layanan', registers: 'Register' },
  title: 'Register',
  lead: 'Sistem kantor lain yang ditanya supaya warga tidak membawa berkas yang sudah ada. Register yang mati tidak pernah menahan permohonan.',
  simulated: 'SIMULATOR, tidak berlaku. Orang di dalamnya rekaan.',
  columns: {
    register: 'Register',
    holder: 'Dipegang oleh',
    state: 'Keadaan',
    last: 'Terakhir menjawab',
    asked: 'Ditanya 24 jam',
    failed: 'Tidak menjawab',
    average: 'Rata-rata',
  },
  states: {
    up: 'Menjawab',
    down: 'Tidak menjawab',
    untried: 'Belum ditanya',
    off: 'Dimatikan',
    'not-connected': 'Belum tersambung',
  },
  simulator: 'Simulator',
  milliseconds: (count: number) => `${count} ms`,
  never: 'Belum pernah',
  nothing: '-',
  share: (count: number, percent: number) => `${count} (${percent}%)`,
  hint: 'Menyambungkan atau mematikan satu register dilakukan lewat setelan server. Caranya ada di panduan register.',
};
export type RegisterMessages = typeof id;
