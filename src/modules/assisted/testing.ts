// For tests: an officer's browser at the counter of Lompoe, and what he types for a domicile letter.
import type { TestApp } from '../../../tests/support/app.ts';
import { staffVisitor } from '../../../tests/support/staff.ts';
import type { Seen, Values, Visitor } from '../../../tests/support/visitor.ts';

export const domicileAtTheCounter: Values = {
  _kenal: 'ktp-el',
  tinggal_di_parepare: 'true',
  alamat_usaha_saja: 'false',
  jenis: 'tetap',
  keperluan: 'Melamar kerja',
  wilayah: '73.72.01.1004',
  'alamat.street': 'Jalan Bau Massepe 12',
  'alamat.rt': '1',
  'alamat.rw': '2',
  lama_tinggal: '170890',
  punya_pbb: 'tidak',
  nama: 'Andi Tenri Wulandari',
  nik: '7372 0117 0890 0001',
  hp: '0812-3456-7890',
  asli: ['ktp-el-pemohon', 'kartu-keluarga', 'pengantar-rt-rw'],
  _pernyataan: ['0'],
};

export const counterOf = (app: TestApp, username = 'petugas.lompoe'): Promise<Visitor> => staffVisitor(app, username);

export async function openCounter(officer: Visitor, query = ''): Promise<Seen> {
  return officer.get(`/kerja/loket/sk-domisili${query}`);
}

/** Presses a button of the counter's form. */
export function pressOn(
  officer: Visitor,
  screen: Seen,
  button: 'kirim' | 'simpan' | 'tampilkan',
  more: Values = {},
): Promise<Seen> {
  const values = { ...domicileAtTheCounter, ...more, _aksi: button };
  return officer.submit(screen, values, { action: /loket\/sk-domisili$/ });
}

export const entryOf = (screen: Seen): string => /name="_isian" value="([^"]+)"/.exec(screen.body)?.[1] ?? '';
export const numberOn = (receipt: Seen): string => /data-number="([A-Z]\d{9})"/.exec(receipt.body)?.[1] ?? '';
