// A small but complete service for tests of every module: no region file is needed to try a rule.
import type { z } from 'zod';
import type { AreaLookup, Env } from './fields/types.ts';
import { Field, type FieldType, ServiceDefinition } from './schema.ts';
import { sampleWorkflow } from './testing-workflow.ts';

export type DefinitionInput = z.input<typeof ServiceDefinition>;

const eligibility: DefinitionInput['eligibility'] = [
  {
    id: 'wilayah-layanan',
    ask: {
      id: 'tinggal_di_parepare',
      type: 'yesno',
      label: { id: 'Apakah Anda tinggal di Kota Parepare?', en: 'Do you live in Parepare?' },
      required: true,
    },
    needs: { tinggal_di_parepare: { is: true } },
    else: {
      say: {
        id: 'Surat ini untuk orang yang tinggal di Kota Parepare. Mintalah di kelurahan tempat Anda tinggal.',
        en: 'This letter is for people who live in Parepare. Ask the kelurahan where you live.',
      },
      offer: 'pindah-datang',
    },
  },
  {
    id: 'lama-tinggal',
    ask: {
      id: 'lama_tinggal',
      type: 'choice',
      label: { id: 'Sudah berapa lama Anda tinggal di sini?', en: 'How long have you lived here?' },
      required: true,
      options: [
        { value: 'kurang-setahun', label: { id: 'Kurang dari 1 tahun', en: 'Less than a year' } },
        { value: 'setahun-lebih', label: { id: '1 tahun atau lebih', en: 'A year or more' } },
      ],
    },
    needs: { lama_tinggal: { is: 'setahun-lebih' } },
    else: {
      say: {
        id: 'Siapkan surat keterangan dari RT asal karena Anda tinggal di sini kurang dari 1 tahun.',
        en: 'Prepare a letter from your former RT because you have lived here for less than a year.',
      },
      stop: false,
    },
  },
];

const form: DefinitionInput['form'] = [
  {
    page: 'pemohon',
    title: { id: 'Data diri', en: 'About you' },
    fields: [
      { id: 'nik', type: 'nik', label: { id: 'NIK pemohon', en: 'Your NIK' }, required: true },
      { id: 'nama', type: 'name', label: { id: 'Nama lengkap', en: 'Full name' }, required: true },
      { id: 'tgl_lahir', type: 'date', label: { id: 'Tanggal lahir', en: 'Date of birth' }, required: true },
      {
        id: 'jenis_kelamin',
        type: 'choice',
        label: { id: 'Jenis kelamin', en: 'Sex' },
        required: true,
        options: [
          { value: 'L', label: { id: 'Laki-laki', en: 'Male' } },
          { value: 'P', label: { id: 'Perempuan', en: 'Female' } },
        ],
      },
      { id: 'hp', type: 'phone', label: { id: 'Nomor HP', en: 'Mobile number' }, required: true },
      { id: 'surel', type: 'email', label: { id: 'Alamat email', en: 'E-mail address' }, required: false },
    ],
  },
  {
    page: 'alamat',
    title: { id: 'Tempat tinggal', en: 'Where you live' },
    fields: [
      {
        id: 'wilayah',
        type: 'area',
        level: 'kelurahan',
        label: { id: 'Kelurahan', en: 'Kelurahan' },
        required: true,
      },
      { id: 'alamat', type: 'address', label: { id: 'Alamat tempat tinggal', en: 'Home address' }, required: true },
      {
        id: 'jenis',
        type: 'choice',
        label: { id: 'Jenis domisili', en: 'Kind of stay' },
        required: true,
        options: [
          { value: 'tetap', label: { id: 'Tinggal tetap', en: 'Permanent' } },
          { value: 'sementara', label: { id: 'Tinggal sementara', en: 'Temporary' } },
        ],
      },
      {
        id: 'sampai_tanggal',
        type: 'date',
        after: 'today',
        label: { id: 'Tinggal sampai tanggal', en: 'Staying until' },
        required: true,
        when: { jenis: { is: 'sementara' } },
      },
    ],
  },
  {
    page: 'keluarga',
    title: { id: 'Anggota keluarga', en: 'Family members' },
    when: { jenis: { is: 'sementara' } },
    fields: [
      {
        id: 'anggota',
        type: 'group',
        label: { id: 'Anggota keluarga yang ikut tinggal', en: 'Family members staying with you' },
        required: false,
        max: 5,
        fields: [
          { id: 'nama_anggota', type: 'name', label: { id: 'Nama', en: 'Name' }, required: true },
          { id: 'lahir_anggota', type: 'date', label: { id: 'Tanggal lahir', en: 'Date of birth' }, required: false },
        ],
      },
    ],
  },
  {
    page: 'keperluan',
    title: { id: 'Keperluan', en: 'Purpose' },
    fields: [
      {
        id: 'keperluan',
        type: 'long-text',
        max: 500,
        label: { id: 'Keperluan surat', en: 'What the letter is for' },
        required: true,
      },
      {
        id: 'benar',
        type: 'declaration',
        label: { id: 'Data yang saya isi benar', en: 'What I have filled in is true' },
        required: true,
      },
    ],
  },
];

const standard: DefinitionInput['standard'] = {
  legal: ['UU 25/2009 tentang Pelayanan Publik'],
  procedure: [
    { who: 'pemohon', text: { id: 'Mengisi permohonan', en: 'Fills in the application' } },
    { who: 'petugas', text: { id: 'Memeriksa berkas', en: 'Checks the papers' } },
    { who: 'pejabat', text: { id: 'Menandatangani surat', en: 'Signs the letter' } },
  ],
  promise: { amount: 1, unit: 'working-days' },
  legalLimit: { amount: 5, unit: 'working-days' },
  fee: { amount: 0 },
  product: { id: 'Surat Keterangan Domisili', en: 'Certificate of domicile' },
  hours: { accept: '24-jam', process: 'jam-kantor' },
  confidence: 'typical',
};

function sampleInput(): DefinitionInput {
  return {
    service: 'surat-keterangan-domisili',
    title: { id: 'Surat Keterangan Domisili', en: 'Certificate of domicile' },
    summary: { id: 'Surat yang menerangkan tempat tinggal Anda.', en: 'A letter stating where you live.' },
    words: ['domisili', 'surat tempat tinggal'],
    lifeEvents: ['pindah-rumah'],
    sector: 'kelurahan',
    channels: ['loket', 'web', 'mobile', 'telepon'],
    unit: { kind: 'kelurahan', routeBy: 'wilayah' },
    standard,
    eligibility,
    form,
    documents: [
      {
        id: 'ktp',
        label: { id: 'Foto KTP-el', en: 'Photo of the KTP-el' },
        why: { id: 'Untuk mencocokkan NIK dan nama.', en: 'To compare the NIK and the name.' },
        evidenceOf: 'nik',
      },
      {
        id: 'pengantar-rt',
        label: { id: 'Surat pengantar RT/RW', en: 'Letter from the RT/RW' },
        note: { id: 'Boleh foto, asal terbaca.', en: 'A photo is fine when it can be read.' },
        required: 'soft',
      },
      {
        id: 'domisili-asal',
        label: { id: 'Surat domisili daerah asal', en: 'Domicile letter of the former place' },
        when: { jenis: { is: 'sementara' } },
      },
      { id: 'kk-asli', label: { id: 'KK asli ditunjukkan', en: 'Original KK shown' }, kind: 'original-shown' },
    ],
    declare: [{ id: 'Data ini benar.', en: 'These data are true.' }],
    clocks: [
      { id: 'promise', duration: { amount: 1, unit: 'working-days' }, pauseIn: ['dilengkapi'] },
      { id: 'legal', duration: { amount: 5, unit: 'working-days' }, start: 'complete', pauseIn: ['dilengkapi'] },
    ],
    workflow: sampleWorkflow,
    letter: {
      template: 'surat-keterangan',
      title: { id: 'Surat Keterangan Domisili', en: 'Certificate of domicile' },
      number: '{kode}/{urut:000}/{unit}/{bulan_romawi}/{tahun}',
      classification: '400.12.2.1',
      signer: 'lurah',
      opening: { id: 'Yang bertanda tangan di bawah ini menerangkan bahwa:', en: 'The undersigned states that:' },
      rows: [
        { label: { id: 'Nama', en: 'Name' }, field: 'nama' },
        { label: { id: 'NIK', en: 'NIK' }, field: 'nik' },
        { label: { id: 'Alamat', en: 'Address' }, field: 'alamat' },
      ],
      closing: { id: 'benar bertempat tinggal di alamat tersebut.', en: 'lives at the address above.' },
      validMonths: 6,
    },
  };
}

/**
 * A domicile letter with eligibility, conditional questions, a group, documents, the full workflow (correction, paraf,
 * signature, refusal, withdrawal), clocks and a letter. `change` edits the input before it is parsed.
 */
export function sampleDefinition(change?: (input: DefinitionInput) => DefinitionInput): ServiceDefinition {
  const input = structuredClone(sampleInput());
  return ServiceDefinition.parse(change ? change(input) : input);
}

/** Raw answers a careful person would send to the sample service; `tetap` so the family page is not on the path. */
export function sampleAnswers(): Record<string, unknown> {
  return {
    tinggal_di_parepare: true,
    lama_tinggal: 'setahun-lebih',
    nik: '7372011708900001',
    nama: 'Andi Tenri',
    tgl_lahir: '1990-08-17',
    jenis_kelamin: 'L',
    hp: '081234567890',
    surel: 'andi@example.com',
    wilayah: '73.72.01.1004',
    alamat: { area: '73.72.01.1004', street: 'Jl. Jenderal Ahmad Yani 12', rt: '1', rw: '2' },
    jenis: 'tetap',
    keperluan: 'Membuka rekening bank',
    benar: true,
  };
}

const areaNames: Readonly<Record<string, string>> = {
  '73.72': 'Kota Parepare',
  '73.72.01': 'Bacukiki',
  '73.72.01.1004': 'Lompoe',
  '73.72.01.1009': 'Lemoe',
  '73.72.02': 'Ujung',
  '73.72.02.1001': 'Labukkang',
  '73.72.03': 'Soreang',
  '73.72.03.1001': 'Lakessi',
};

/** A few areas of Parepare; codes are nested by their dotted prefix as in Kepmendagri 300.2.2-2138/2025. */
export function sampleAreas(): AreaLookup {
  return {
    has: (code) => Object.hasOwn(areaNames, code),
    name: (code) => (Object.hasOwn(areaNames, code) ? areaNames[code] : undefined),
    within: (code, parentCode) => code === parentCode || code.startsWith(`${parentCode}.`),
  };
}

/** Sunday 22 November 2026 in Parepare, read in Indonesian. */
export function sampleEnv(change: Partial<Env> = {}): Env {
  return { today: '2026-11-22', locale: 'id', areas: sampleAreas(), ...change };
}

/** One question of a type, labelled "Isian" unless told otherwise. */
export function sampleField(type: FieldType, change: Partial<z.input<typeof Field>> = {}): Field {
  return Field.parse({ id: 'isian', type, label: { id: 'Isian', en: 'Answer' }, required: true, ...change });
}
