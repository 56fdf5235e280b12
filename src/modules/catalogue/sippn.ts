// The SIPPN profile of a service: the fields of a page on sippn.menpan.go.id (PermenPANRB 13/2017), to be carried over by
// hand or by program, because that site documents no interface for writing. Always in Indonesian.
import { say } from '../../lib/locale.ts';
import { sentence } from './promise.ts';
import type { ServiceSheet } from './sheet.ts';
import { type Component, componentsOf } from './standard.ts';

export interface SippnProfile {
  readonly format: 'sippn-profile/1';
  readonly instansi: string;
  readonly unit: {
    readonly nama: string;
    readonly alamat: string | null;
    readonly telepon: string | null;
    readonly surel: string | null;
    readonly jamPelayanan: readonly string[];
    readonly penanggungJawab: string;
  };
  readonly layanan: {
    readonly kode: string;
    readonly nama: string;
    readonly uraian: string;
    readonly nomorSk: string | null; // known once the standard is decreed
    readonly versi: number;
    readonly terbit: string; // ISO instant
    readonly tautan: string;
  };
  readonly komponen: readonly { readonly nomor: number; readonly nama: string; readonly isi: readonly string[] }[];
  readonly persyaratan: readonly string[];
  readonly prosedur: readonly string[];
  readonly waktuPenyelesaian: string;
  readonly biaya: string;
  readonly produk: string;
  readonly penangananPengaduan: readonly string[];
  readonly maklumat: string | null;
}

/** @param sheet made for Indonesian readers. @param at where the service is published. */
export function sippnProfile(sheet: ServiceSheet, at: { government: string; publicUrl: string }): SippnProfile {
  const { definition, service, unit } = sheet;
  const components = componentsOf(sheet, 'id');
  const linesOf = (number: number) => components.find((one) => one.number === number)?.lines ?? [];
  return {
    format: 'sippn-profile/1',
    instansi: at.government,
    unit: {
      nama: sheet.unitName,
      alamat: unit?.details.address ?? null,
      telepon: unit?.details.phone ?? null,
      surel: unit?.details.email ?? null,
      jamPelayanan: sheet.opening.map(({ days, hours }) => `${days}: ${hours}`),
      penanggungJawab: sheet.officer.role,
    },
    layanan: {
      kode: service.slug,
      nama: definition.title.id,
      uraian: definition.summary.id,
      nomorSk: null,
      versi: service.version.version,
      terbit: service.version.publishedAt.toISOString(),
      tautan: new URL(`/layanan/${service.slug}`, at.publicUrl).href,
    },
    komponen: components.map(({ number, name, lines }) => ({ nomor: number, nama: name, isi: lines })),
    persyaratan: linesOf(1),
    prosedur: linesOf(2),
    waktuPenyelesaian: linesOf(3).join(' '),
    biaya: definition.standard.fee.amount === 0 ? 'Tidak dipungut biaya.' : linesOf(4).join(' '),
    produk: sentence(say(definition.standard.product, 'id')),
    penangananPengaduan: linesOf(6),
    maklumat: sheet.maklumat?.text.id ?? null,
  };
}

/** One header row and one row, lists with a line each; with a byte order mark so that spreadsheets read the letters right. */
export function sippnCsv(profile: SippnProfile): string {
  const { instansi, unit, layanan, komponen } = profile;
  const cells: readonly (readonly [string, string])[] = [
    ['Instansi', instansi],
    ['Unit', unit.nama],
    ['Alamat unit', unit.alamat ?? ''],
    ['Telepon unit', unit.telepon ?? ''],
    ['Jam pelayanan', unit.jamPelayanan.join('\n')],
    ['Penanggung jawab', unit.penanggungJawab],
    ['Kode layanan', layanan.kode],
    ['Nama layanan', layanan.nama],
    ['Nomor SK', layanan.nomorSk ?? ''],
    ['Versi', String(layanan.versi)],
    ['Terbit', layanan.terbit],
    ['Tautan', layanan.tautan],
    ...komponen.map(cellOfComponent),
    ['Maklumat', profile.maklumat ?? ''],
  ];
  const rows = [cells.map(([name]) => name), cells.map(([, value]) => value)];
  return `\ufeff${rows.map((row) => row.map(quoted).join(',')).join('\r\n')}\r\n`;
}

function cellOfComponent({
  nama,
  isi,
}: {
  nama: Component['name'];
  isi: readonly string[];
}): readonly [string, string] {
  return [nama, isi.join('\n')];
}

/** RFC 4180; a leading sign that a spreadsheet would calculate is made text. */
function quoted(value: string): string {
  const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return `"${safe.replaceAll('"', '""')}"`;
}
