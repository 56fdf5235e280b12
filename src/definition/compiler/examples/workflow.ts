import type { Example } from './example.ts';

const label = 'label: {id: Contoh, en: Sample}';
const tasksState = {
  'workflow.states.ditelaah': '{label: {id: Ahli menilai, en: Experts assess}, waits-for: tasks}',
  'workflow.actions.nilai': `{do: nilai, kind: forward, ${label}, from: [diperiksa], to: ditelaah, by: [petugas]}`,
};
const join = {
  'workflow.actions.gabung': `{do: gabung, kind: advance, ${label}, from: [ditelaah], to: ditandatangani, by: [system], when: tasks-done}`,
};
const opinion = `{id: pendapat, in: ditelaah, kind: opinion, ${label}, role: petugas}`;
const apart = { 'workflow.separation': '[[lengkap, ttd], [nilai, ttd], [pendapat, ttd]]' };
const apartTwo = { 'workflow.separation': '[[lengkap, ttd], [nilai, ttd]]' };

const small = `roles: {petugas: {title: {id: Petugas, en: Officer}}}
start: diperiksa
states:
  diperiksa: {${label}, waits-for: petugas}
  selesai: {${label}, final: true, status: done}
  dibatalkan: {${label}, final: true, status: cancelled}
actions: []`;
const finish = `{do: selesai, kind: finish, ${label}, from: [diperiksa], to: selesai, by: [petugas], effects: [record-result]}`;
const withdraw = `{do: batal, kind: withdraw, ${label}, from: [diperiksa], to: dibatalkan, by: [applicant]}`;

export const workflowExamples: readonly Example[] = [
  { code: 'L24-W010', at: 'workflow.actions.ttd.by', wrong: '[kades]', right: '[lurah]' },
  { code: 'L24-W011', at: 'workflow.actions.lengkap.to', wrong: 'ditandatangan', right: 'ditandatangani' },
  { code: 'L24-W012', at: 'workflow.separation', wrong: '[[lengkap, ttd], [lengkp, ttd]]', right: '[[lengkap, ttd]]' },
  {
    code: 'L24-W013',
    at: 'workflow.actions',
    given: { letter: 'null', workflow: small },
    wrong: `[${finish}, ${withdraw}, ${withdraw}]`,
    right: `[${finish}, ${withdraw}]`,
  },
  { code: 'L24-W015', at: 'workflow.actions.lengkap.by', wrong: '[petugas, applicant]', right: '[petugas]' },
  { code: 'L24-W016', at: 'workflow.separation', wrong: '[]', right: '[[lengkap, ttd]]' },
  {
    code: 'L24-W017',
    at: 'workflow.actions.langsung',
    wrong: `{do: langsung, kind: forward, ${label}, from: [diperiksa], to: ditandatangani, by: [petugas]}`,
    right: 'null',
  },
  {
    code: 'L24-W018',
    at: 'workflow.actions.kirim.by',
    wrong: '[applicant, lurah]',
    right: '[applicant, petugas]',
  },
  {
    code: 'L24-W019',
    at: 'workflow.actions.tolak.reasons',
    wrong: 'null',
    right: `[{value: a, ${label}}, {value: b, ${label}}]`,
  },
  {
    code: 'L24-W020',
    at: 'workflow.actions.tolak.objection',
    wrong: 'null',
    right:
      '{id: Ajukan keberatan tertulis kepada lurah dalam 21 hari kerja., en: Object in writing within 21 working days.}',
  },
  { code: 'L24-W021', at: 'workflow.actions.perbaiki.to', wrong: 'ditandatangani', right: 'perbaikan' },
  {
    code: 'L24-W022',
    at: 'workflow.actions.batal',
    wrong: 'null',
    right: `{do: batal, kind: withdraw, ${label}, from: [diperiksa], to: kedaluwarsa, by: [applicant]}`,
  },
  {
    code: 'L24-W023',
    at: 'workflow.tasks',
    given: { ...tasksState, ...join, ...apartTwo },
    wrong: '[]',
    right: `[${opinion}]`,
  },
  {
    code: 'L24-W024',
    at: 'workflow.actions.gabung',
    given: {
      ...tasksState,
      ...apart,
      'workflow.tasks': `[${opinion}]`,
      'workflow.actions.batal.from': '[diperiksa, ditelaah]',
    },
    wrong: 'null',
    right: join['workflow.actions.gabung'],
  },
  {
    code: 'L24-W025',
    at: 'workflow.tasks',
    given: { ...tasksState, ...join, ...apartTwo },
    wrong: `[${opinion}, {id: cek, in: diperiksa, kind: check, ${label}, role: petugas}]`,
    right: `[${opinion}, {id: cek, in: ditelaah, kind: check, ${label}, role: petugas}]`,
  },
  { code: 'L24-W026', at: 'workflow.actions.lengkap.to', wrong: 'back', right: 'ditandatangani' },
  { code: 'L24-W028', at: 'workflow.actions.ttd.effects', wrong: '[]', right: '[issue-letter]' },
  {
    code: 'L24-W029',
    at: 'workflow.actions.ttd.message',
    wrong: '{id: "Surat {nomor} siap diunduh.", en: "Letter {nomor} is ready."}',
    right: '{id: "Surat siap diunduh: {letter}.", en: "Letter ready: {letter}."}',
  },
  {
    code: 'L24-W030',
    at: 'workflow.roles.kasi',
    wrong: '{title: {id: Kepala seksi, en: Head of section}}',
    right: 'null',
  },
  { code: 'L24-W031', at: 'workflow.separation', wrong: '[[lengkap, ttd], [ttd, ttd]]', right: '[[lengkap, ttd]]' },
  {
    code: 'L24-W032',
    at: 'workflow.roles.lurah',
    wrong: '{title: {id: Lurah, en: Lurah}}',
    right: '{title: {id: Lurah, en: Lurah}}',
    env: { roles: new Set(['petugas']) },
  },
  { code: 'L24-W033', at: 'workflow.actions.tolak.to', wrong: 'kedaluwarsa', right: 'ditolak' },
  { code: 'L24-W034', at: 'workflow.actions.batal.by', wrong: '[petugas]', right: '[applicant]' },
  {
    code: 'L24-W038',
    at: 'workflow.actions.gabung',
    given: { ...tasksState, ...apart, 'workflow.tasks': `[${opinion}]` },
    wrong: `{do: gabung, kind: advance, ${label}, from: [ditelaah], to: ditandatangani, by: [system]}`,
    right: join['workflow.actions.gabung'],
  },
  {
    code: 'L24-W039',
    at: 'workflow.tasks',
    given: { ...tasksState, ...join, ...apart },
    wrong: `[${opinion}, ${opinion}]`,
    right: `[${opinion}]`,
  },
  {
    code: 'L24-W040',
    at: 'workflow.actions.gabung.from',
    given: { ...tasksState, ...join, ...apart, 'workflow.tasks': `[${opinion}]` },
    wrong: '[ditelaah, diperiksa]',
    right: '[ditelaah]',
  },
  {
    code: 'L24-W041',
    at: 'workflow.tasks',
    given: { ...tasksState, ...join, ...apart },
    wrong: `[{id: pendapat, in: ditelaah, kind: opinion, ${label}, role: applicant}]`,
    right: `[${opinion}]`,
  },
  {
    code: 'L24-W042',
    at: 'workflow.roles.tasks',
    wrong: '{title: {id: Tugas, en: Tasks}}',
    right: 'null',
  },
];
