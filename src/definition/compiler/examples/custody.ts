// Handing over, and stages with a clock of their own.
import type { Example } from './example.ts';

const label = 'label: {id: Contoh, en: Sample}';
const unit = `{id: unit, type: text, ${label}}`;
const offerWith = (parts: string, form = unit) =>
  `{do: alihkan, kind: advance, ${label}, from: [diperiksa], to: dialihkan, by: [petugas], form: [${form}], ${parts}}`;
const offer = offerWith('assign: {role: penerima, from: unit}');
const acceptWith = (by: string) =>
  `{do: terima, kind: advance, ${label}, from: [dialihkan], to: diperiksa, by: ${by}, take-over: {from: penerima, roles: [petugas]}}`;
const decline = `{do: tolak-alih, kind: return, ${label}, from: [dialihkan], to: diperiksa, by: [penerima], give-back: [penerima]}`;
const given = {
  'workflow.roles.penerima': `{title: {id: Penerima, en: Receiver}, unit: offered}`,
  'workflow.states.dialihkan': `{${label}, waits-for: penerima}`,
  'workflow.actions.alihkan': offer,
  'workflow.actions.terima': acceptWith('[penerima]'),
  'workflow.actions.tolak-alih': decline,
};
const without = (...keys: (keyof typeof given)[]) =>
  Object.fromEntries(Object.entries(given).filter(([key]) => !keys.some((one) => one === key)));
const options = `[{value: ringan, ${label}}, {value: berat, ${label}}]`;
const sorted = {
  'workflow.actions.golongkan': `{do: golongkan, kind: forward, ${label}, from: [diperiksa], to: diperiksa, by: [petugas], form: [{id: kelas, type: choice, ${label}, options: ${options}}]}`,
};
const stage = (parts: string) =>
  `[{id: promise, duration: {amount: 2, unit: working-days}}, {id: tahap, duration: {amount: 1, unit: working-days}, ${parts}}]`;
const byClass = (parts: string) => stage(`by: {action: golongkan, ${parts}}`);
const long = '{amount: 4, unit: working-days}';

export const custodyExamples: readonly Example[] = [
  {
    code: 'L24-W061',
    at: 'workflow.actions.alihkan',
    given: without('workflow.actions.alihkan'),
    wrong: offerWith('assign: {role: penerima, from: tujuan}'),
    right: offer,
  },
  {
    code: 'L24-W062',
    at: 'workflow.states.dialihkan',
    given: without('workflow.states.dialihkan'),
    wrong: `{${label}, waits-for: petugas}`,
    right: `{${label}, waits-for: penerima}`,
  },
  {
    code: 'L24-W063',
    at: 'workflow.actions.tolak-alih',
    given: without('workflow.actions.tolak-alih'),
    wrong: 'null',
    right: decline,
  },
  {
    code: 'L24-W064',
    at: 'workflow.actions.terima',
    given: without('workflow.actions.terima'),
    wrong: acceptWith('[penerima, petugas]'),
    right: acceptWith('[penerima]'),
  },
  {
    code: 'L24-W065',
    at: 'workflow.actions.alihkan',
    given: without('workflow.actions.alihkan'),
    wrong: offerWith('assign: {role: penerima, from: unit}, give-back: [penerima]'),
    right: offer,
  },
  {
    code: 'L24-W066',
    at: 'workflow.actions.ingatkan',
    given,
    wrong: `{do: ingatkan, kind: return, ${label}, from: [diperiksa], to: dialihkan, by: [petugas]}`,
    right: `{do: ingatkan, kind: return, ${label}, from: [dialihkan], to: dialihkan, by: [penerima]}`,
  },
  { code: 'L24-K012', at: 'clocks', wrong: stage('until: [lengkapi]'), right: stage('until: [lengkap]') },
  {
    code: 'L24-K013',
    at: 'clocks',
    given: sorted,
    wrong: byClass(`field: golongan, durations: {berat: ${long}}`),
    right: byClass(`field: kelas, durations: {berat: ${long}}`),
  },
  {
    code: 'L24-K014',
    at: 'clocks',
    given: sorted,
    wrong: byClass(`field: kelas, durations: {sedang: ${long}}`),
    right: byClass(`field: kelas, durations: {berat: ${long}}`),
  },
];
