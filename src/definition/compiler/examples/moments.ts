// Joins, voices and silence, and the moments at which the system acts by itself.
import type { Example } from './example.ts';

const label = 'label: {id: Contoh, en: Sample}';
const message = 'message: {id: "Permohonan Anda selesai.", en: "Your application is done."}';
const question = `{id: hasil, type: choice, ${label}, options: [{value: setuju, ${label}}, {value: tidak-setuju, ${label}}]}`;
const verdict = 'verdict: {field: hasil, refuse: [tidak-setuju]}';
const due = 'due: {amount: 4, unit: working-hours}';
const opinion = `{id: pendapat, in: ditelaah, kind: opinion, ${label}, role: petugas, form: [${question}], ${verdict}, ${due}}`;
const opinionWith = (parts: string) =>
  `{id: pendapat, in: ditelaah, kind: opinion, ${label}, role: petugas, form: [${question}], ${parts}}`;
const assessed = '{label: {id: Ahli menilai, en: Experts assess}, waits-for: tasks}';
const assessedWith = (join: string) =>
  `{label: {id: Ahli menilai, en: Experts assess}, waits-for: tasks, join: ${join}}`;
const after = (name: string, when: string, to = 'ditandatangani') =>
  `{do: ${name}, kind: advance, ${label}, from: [ditelaah], to: ${to}, by: [system], when: ${when}}`;
const toTasks = {
  'workflow.actions.nilai': `{do: nilai, kind: forward, ${label}, from: [diperiksa], to: ditelaah, by: [petugas]}`,
  'workflow.separation': '[[lengkap, ttd], [nilai, ttd]]',
};
const tasksState = { ...toTasks, 'workflow.states.ditelaah': assessed };
const joined = { ...tasksState, 'workflow.actions.gabung': after('gabung', 'tasks-done') };
const asked = {
  'form.pemohon.fields.nik': '{id: nik, type: nik, prefill: profile.nik, label: {id: NIK, en: NIK}}',
  registers: '[{register: population, ask: {nik: nik, name: nama}}]',
};

const open = '[diperiksa, ditandatangani]';
const expired = (parts: string) =>
  `{do: terlewati, kind: finish, ${label}, from: ${open}, to: terbit, by: [system], when: expired, clock: promise, ${parts}}`;
const deciding = { clocks: '[{id: promise, duration: {amount: 2, unit: working-days}, on-expiry: granted}]' };

export const momentExamples: readonly Example[] = [
  {
    code: 'L24-W043',
    at: 'workflow.actions.ditentang',
    given: {
      ...tasksState,
      'workflow.tasks': `[${opinion}]`,
      'workflow.actions.disetujui': after('disetujui', 'tasks-agreed'),
    },
    wrong: 'null',
    right: after('ditentang', 'tasks-refused', 'diperiksa'),
  },
  {
    code: 'L24-W044',
    at: 'workflow.states.ditelaah',
    given: { ...toTasks, 'workflow.actions.gabung': after('gabung', 'tasks-done'), 'workflow.tasks': `[${opinion}]` },
    wrong: assessedWith('{at-least: 2}'),
    right: assessedWith('{at-least: 1}'),
  },
  {
    code: 'L24-W045',
    at: 'workflow.states.ditandatangani',
    wrong: `{${label}, waits-for: lurah, join: any}`,
    right: `{${label}, waits-for: lurah}`,
  },
  {
    code: 'L24-W046',
    at: 'workflow.tasks',
    given: joined,
    wrong: `[${opinionWith('verdict: {field: hasi, refuse: [tidak-setuju]}')}]`,
    right: `[${opinionWith(verdict)}]`,
  },
  {
    code: 'L24-W047',
    at: 'workflow.tasks',
    given: joined,
    wrong: `[${opinionWith('verdict: {field: hasil, refuse: [menolak]}')}]`,
    right: `[${opinionWith(verdict)}]`,
  },
  {
    code: 'L24-W048',
    at: 'workflow.tasks',
    given: joined,
    wrong: `[${opinionWith('silence: agree')}]`,
    right: `[${opinionWith(`silence: agree, ${due}`)}]`,
  },
  {
    code: 'L24-W050',
    at: 'workflow.confirmed',
    given: {
      ...asked,
      'workflow.actions.langsung': `{do: langsung, kind: advance, ${label}, from: [diperiksa], to: ditandatangani, by: [system], when: confirmed}`,
    },
    wrong: 'null',
    right: '{registers: [population.match]}',
  },
  {
    code: 'L24-W051',
    at: 'workflow.actions.ulang',
    given: {
      ...asked,
      'workflow.confirmed': '{registers: [population.match]}',
      'workflow.actions.langsung': `{do: langsung, kind: advance, ${label}, from: [diperiksa], to: ditandatangani, by: [system], when: confirmed}`,
    },
    wrong: `{do: ulang, kind: advance, ${label}, from: [ditandatangani], to: diperiksa, by: [system], when: confirmed}`,
    right: `{do: ulang, kind: return, ${label}, from: [ditandatangani], to: diperiksa, by: [lurah]}`,
  },
  {
    code: 'L24-W052',
    at: 'workflow.actions.terlewati.clock',
    given: { ...deciding, 'workflow.actions.terlewati': expired(message) },
    wrong: 'hukum',
    right: 'promise',
  },
  {
    code: 'L24-W053',
    at: 'clocks',
    given: { 'workflow.actions.terlewati': expired(message) },
    wrong: '[{id: promise, duration: {amount: 2, unit: working-days}}]',
    right: deciding.clocks,
  },
  {
    code: 'L24-W054',
    at: 'workflow.actions.terlewati.from',
    given: { ...deciding, 'workflow.actions.terlewati': expired(message) },
    wrong: '[diperiksa]',
    right: open,
  },
  {
    code: 'L24-W055',
    at: 'workflow.actions.terlewati.to',
    given: { ...deciding, 'workflow.actions.terlewati': expired(message) },
    wrong: 'ditolak',
    right: 'terbit',
  },
  {
    code: 'L24-W056',
    at: 'workflow.actions.terlewati.message',
    given: { ...deciding, 'workflow.actions.terlewati': expired(message) },
    wrong: 'null',
    right: '{id: Permohonan Anda dianggap dikabulkan., en: Your application counts as granted.}',
  },
  {
    code: 'L24-W059',
    at: 'workflow.tasks',
    given: joined,
    wrong: `[${opinionWith('concerns: [alamat]')}]`,
    right: `[${opinionWith('concerns: [wilayah, ktp]')}]`,
  },
];
