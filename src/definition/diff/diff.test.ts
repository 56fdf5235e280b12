import { expect, test } from 'vitest';
import type { ServiceDefinition } from '../schema.ts';
import { sampleDefinition } from '../testing.ts';
import { changeText, diffDefinitions } from './index.ts';

type Mutable<T> = { -readonly [K in keyof T]: Mutable<T[K]> };
type Change = (def: Mutable<ServiceDefinition>) => void;

function saidAfter(change: Change): string[] {
  const from = sampleDefinition();
  const to = structuredClone(from) as Mutable<ServiceDefinition>;
  change(to);
  return diffDefinitions(from, to as ServiceDefinition).map((one) => changeText(one, 'id'));
}

function question(
  def: Mutable<ServiceDefinition>,
  id: string,
): Mutable<ServiceDefinition['form'][number]['fields'][number]> {
  const found = def.form.flatMap((page) => page.fields).find((field) => field.id === id);
  if (found === undefined) throw new Error(`no question ${id}`);
  return found;
}
function document(def: Mutable<ServiceDefinition>, id: string): Mutable<ServiceDefinition['documents'][number]> {
  const found = def.documents.find((one) => one.id === id);
  if (found === undefined) throw new Error(`no document ${id}`);
  return found;
}
function firstOf<T>(list: readonly T[]): T {
  const [first] = list;
  if (first === undefined) throw new Error('nothing there');
  return first;
}

const changes: readonly { readonly what: string; readonly change: Change; readonly says: readonly string[] }[] = [
  { what: 'nothing', change: () => undefined, says: [] },
  {
    what: 'a question added',
    change: (def) => {
      firstOf(def.form).fields.push({
        ...question(def, 'hp'),
        id: 'hp_lain',
        label: { id: 'Nomor lain', en: 'Other' },
      });
    },
    says: ['Pertanyaan "Nomor lain" ditambahkan'],
  },
  {
    what: 'a question removed',
    change: (def) => {
      for (const page of def.form) page.fields = page.fields.filter((field) => field.id !== 'hp');
    },
    says: ['Pertanyaan "Nomor HP" dihapus'],
  },
  {
    what: 'a question of another type',
    change: (def) => {
      question(def, 'hp').type = 'text';
    },
    says: ['Pertanyaan "Nomor HP" berubah jenis dari "phone" menjadi "text"'],
  },
  {
    what: 'a question with another label',
    change: (def) => {
      question(def, 'hp').label = { id: 'Nomor WhatsApp', en: 'WhatsApp number' };
    },
    says: ['Pertanyaan "Nomor HP" berubah nama dari "Nomor HP" menjadi "Nomor WhatsApp"'],
  },
  {
    what: 'a question that may be left out',
    change: (def) => {
      question(def, 'hp').required = false;
    },
    says: ['Pertanyaan "Nomor HP" berubah wajib atau tidaknya dari "true" menjadi "false"'],
  },
  {
    what: 'a document removed',
    change: (def) => {
      def.documents = def.documents.filter(({ id }) => id !== 'ktp');
    },
    says: ['Dokumen "Foto KTP-el" dihapus'],
  },
  {
    what: 'a document that may follow later',
    change: (def) => {
      document(def, 'ktp').required = 'soft';
    },
    says: ['Dokumen "Foto KTP-el" berubah wajib atau tidaknya dari "hard" menjadi "soft"'],
  },
  {
    what: 'another promise',
    change: (def) => {
      def.standard.promise = { amount: 3, unit: 'working-days' };
    },
    says: ['Janji selesai berubah waktunya'],
  },
  {
    what: 'another fee',
    change: (def) => {
      def.standard.fee = { ...def.standard.fee, amount: 5000 };
    },
    says: ['Biaya berubah'],
  },
  {
    what: 'a state with another name',
    change: (def) => {
      const [id, state] = firstOf(Object.entries(def.workflow.states));
      def.workflow.states[id] = { ...state, label: { id: 'Nama keadaan baru', en: 'New name' } };
    },
    says: [
      `Keadaan "${firstState().label.id}" berubah nama dari "${firstState().label.id}" menjadi "Nama keadaan baru"`,
    ],
  },
  {
    what: 'an action removed',
    change: (def) => {
      def.workflow.actions = def.workflow.actions.slice(1);
    },
    says: [`Tindakan "${firstOf(sampleDefinition().workflow.actions).label.id}" dihapus`],
  },
];

function firstState() {
  return firstOf(Object.values(sampleDefinition().workflow.states));
}

test.each(changes)('$what is said in words', ({ change, says }) => {
  expect(saidAfter(change)).toEqual(says);
});
