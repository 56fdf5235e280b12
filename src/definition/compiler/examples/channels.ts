import { ServiceDefinition } from '../../schema.ts';
import type { CompileEnv } from '../scope.ts';
import type { Example } from './example.ts';

const voiceOnly = '[telepon, sms]';
const jenis = (label: string) =>
  `{id: jenis, type: choice, label: {id: Jenis, en: Kind}, options: [{value: tetap, label: {id: Tetap, en: Permanent}}, {value: sementara, label: ${label}}]}`;

export const channelExamples: readonly Example[] = [
  {
    code: 'L24-T004',
    at: 'summary',
    wrong:
      '{id: Surat ini dibuat oleh kelurahan tempat Anda tinggal sekarang dan dapat dipakai untuk mendaftar sekolah atau membuka rekening di bank mana pun juga., en: A letter.}',
    right: '{id: Surat ini dibuat kelurahan tempat Anda tinggal. Pakailah untuk mendaftar sekolah., en: A letter.}',
  },
  {
    code: 'L24-L011',
    at: 'letter.template',
    wrong: 'keterangan',
    right: 'keterangan',
    env: { letterReads: new Map([['keterangan', ['title', 'opening', 'penutup', 'signer.nama']]]) },
  },
  {
    code: 'L24-X001',
    at: 'workflow.states.diperiksa.target',
    wrong: '{amount: 20, unit: clock-hours}',
    right: '{amount: 4, unit: working-hours}',
  },
  {
    code: 'L24-X002',
    at: 'workflow.roles.lurah',
    wrong: '{title: {id: Lurah, en: Lurah}, unit: parent}',
    right: '{title: {id: Lurah, en: Lurah}}',
    env: unitEnv(),
  },
  {
    code: 'L24-X003',
    at: 'documents.ktp',
    wrong: '{id: ktp, label: {id: KTP-el, en: Identity card}, waived-by: Data kependudukan}',
    right:
      '{id: ktp, label: {id: KTP-el, en: Identity card}, why: {id: Mencocokkan nama., en: To match the name.}, waived-by: Data kependudukan}',
  },
  {
    code: 'L24-X004',
    at: 'documents.ktp',
    wrong: '{id: ktp, label: {id: KTP-el, en: Identity card}, why: {id: Mencocokkan nama., en: To match the name.}}',
    right:
      '{id: ktp, label: {id: KTP-el, en: Identity card}, why: {id: Mencocokkan nama., en: To match the name.}, waived-by: Data kependudukan}',
  },
  {
    code: 'L24-X005',
    at: 'workflow.actions.ttd.message',
    wrong: 'Surat siap diunduh.',
    right: '{id: Surat siap diunduh., en: Your letter is ready.}',
  },
  {
    code: 'L24-X006',
    at: 'workflow.actions.tolak.message',
    wrong: '{id: Belum bisa disetujui., en: Not approved.}',
    right: '{id: "Belum bisa disetujui karena: {reason}.", en: "Not approved because: {reason}."}',
  },
  {
    code: 'L24-X007',
    at: 'workflow.actions.perbaiki.reasons',
    wrong: 'null',
    right:
      '[{value: tidak-terbaca, label: {id: Foto tidak terbaca, en: The photo cannot be read}}, {value: kurang, label: {id: Ada yang kurang, en: Something is missing}}]',
  },
  {
    code: 'L24-X008',
    given: { channels: '[web, telepon]' },
    at: 'form.pemohon.fields.lokasi',
    wrong: '{id: lokasi, type: location, label: {id: Tempat, en: Place}, on: {phone: skip}}',
    right: '{id: lokasi, type: location, required: false, label: {id: Tempat, en: Place}, on: {phone: skip}}',
  },
  {
    code: 'L24-X009',
    given: { channels: '[loket, telepon]' },
    at: 'form.pemohon.fields.foto',
    wrong: '{id: foto, type: file, required: false, label: {id: Foto tempat, en: Photo}}',
    right: '{id: foto, type: file, required: false, label: {id: Foto tempat, en: Photo}, on: {phone: skip}}',
  },
  {
    code: 'L24-X010',
    given: { channels: voiceOnly },
    at: 'documents.ktp.required',
    wrong: 'hard',
    right: 'soft',
  },
  {
    code: 'L24-X011',
    at: 'form.keperluan.fields.jenis',
    wrong: jenis('{id: TETAP., en: Fixed}'),
    right: jenis('{id: Sementara, en: Temporary}'),
  },
  {
    code: 'L24-X012',
    at: 'form.keperluan.fields.jenis',
    wrong: jenis('{id: Tinggal sementara untuk bekerja atau kuliah, en: Temporary}'),
    right: jenis('{id: Sementara, en: Temporary}'),
  },
  { code: 'L24-X013', at: 'retention', wrong: 'null', right: 'layanan-umum' },
  { code: 'L24-X014', at: 'retention', wrong: 'kesehatn', right: 'kesehatan' },
  {
    code: 'L24-X015',
    at: 'form.pemohon.fields.nama',
    wrong: '{id: nama, type: name, label: {id: Nama, en: Name}}',
    right: '{id: nama, type: name, label: {id: Nama, en: Name}}',
    env: { previous: publishedBefore() },
  },
  {
    code: 'L24-X016',
    given: { channels: '[loket, web, sms]' },
    at: 'form.keperluan.fields.sejak',
    wrong: sejak(''),
    right: sejak(', say: {sms: {id: "Sejak kapan tinggal di sana?", en: "Since when do you live there?"}}'),
  },
  {
    code: 'L24-X017',
    given: { channels: '[loket, web, sms]' },
    at: 'workflow.actions.tolak.message',
    wrong:
      '{id: "Mohon maaf, permohonan surat keterangan Anda belum bisa disetujui oleh lurah karena alasan berikut: {reason}. Anda dapat mengajukan keberatan. Caranya ada di halaman lacak permohonan Anda.", en: "Not approved because: {reason}."}',
    right: '{id: "Belum bisa disetujui karena: {reason}.", en: "Not approved because: {reason}."}',
  },
];

function sejak(more: string): string {
  return `{id: sejak, type: date, before: today, label: {id: Sejak kapan Anda tinggal di alamat itu bersama keluarga, en: Since when do you live there}, hint: {id: "Lihat tanggal di surat pindah atau surat sewa. Bila lupa, kira-kira saja bulannya.", en: A guess will do.}${more}}`;
}

function unitEnv(): CompileEnv {
  return {
    roles: new Set(['petugas', 'lurah']),
    units: new Map([
      ['kel-lompoe', { kind: 'kelurahan', parent: 'kec-bacukiki' }],
      ['kec-bacukiki', { kind: 'kecamatan' }],
    ]),
    staffing: new Map([['kel-lompoe', new Set(['petugas', 'lurah'])]]),
  };
}

/** What was in force before: there the name was a plain text. */
function publishedBefore(): ServiceDefinition {
  const text = { id: 'x' };
  return ServiceDefinition.parse({
    service: 'contoh',
    title: text,
    summary: text,
    sector: 'kelurahan',
    channels: ['web'],
    unit: {},
    standard: {
      legal: ['x'],
      procedure: [{ who: 'pemohon', text }],
      promise: { amount: 1, unit: 'working-days' },
      fee: { amount: 0 },
      product: text,
      hours: { accept: '24-jam', process: '24-jam' },
      confidence: 'typical',
    },
    form: [{ page: 'pemohon', title: text, fields: [{ id: 'nama', type: 'text', label: text }] }],
    clocks: [{ id: 'promise', duration: { amount: 1, unit: 'working-days' } }],
    workflow: {
      roles: {},
      start: 'mulai',
      states: { mulai: { label: text, final: true } },
      actions: [{ do: 'a', kind: 'finish', label: text, from: ['mulai'], to: 'mulai', by: ['system'] }],
    },
  });
}
