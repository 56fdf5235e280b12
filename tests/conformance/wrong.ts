// Answers no channel takes, in the writing of each: what is wrong must have one name everywhere.
import type { DialogueMessage } from '../../src/definition/dialogue/types.ts';
import type { Field, FieldType } from '../../src/definition/schema.ts';

export interface Wrong {
  readonly form: Readonly<Record<string, string>>; // by what is added to the name
  readonly json: unknown;
  readonly chat: DialogueMessage;
  readonly at?: string; // the part of an address it is told at
}
const text = (wrong: string): Wrong => ({ form: { '': wrong }, json: wrong, chat: { text: wrong } });

const byType: Readonly<Partial<Record<FieldType, readonly Wrong[]>>> = {
  name: [text('Andi 123'), text('x'.repeat(101))],
  nik: [text('7372 0117 0890'), text('73720117089000ab'), text('7372013113900001'), text('7372010101900000')],
  'no-kk': [text('7372 0117 0890'), text('nomor KK'), text('7372010101900000')],
  npwp: [text('12.34'), text('tidak punya')],
  nib: [text('12'), text('tidak punya')],
  phone: [text('0812'), text('tidak ada'), text('12345678')],
  email: [text('andi@'), text('tidak ada')],
  date: [
    { form: { '.day': '31', '.month': '2', '.year': '2020' }, json: '31-2-2020', chat: { text: '31 februari 2020' } },
    text('kapan-kapan'),
  ],
  integer: [text('banyak'), text('2,5'), { form: { '': '-5' }, json: -5, chat: { text: '-5' } }],
  decimal: [text('luas'), { form: { '': '-2,5' }, json: -2.5, chat: { text: '-2,5' } }],
  money: [text('mahal'), { form: { '': '-5000' }, json: -5000, chat: { text: 'Rp -5.000' } }],
  yesno: [text('mungkin'), text('3')],
  declaration: [text('nanti dulu'), { form: { '': 'false' }, json: false, chat: { text: 'tidak' } }],
  choice: [text('bukan pilihan'), text('99')],
  choices: [text('bukan pilihan'), { form: { '': '99' }, json: ['99'], chat: { text: '99' } }],
  area: [text('Bukan Kelurahan'), text('99.99.99.9999')],
  address: [
    { form: { '.street': '...' }, json: { street: '...' }, chat: { text: '...' }, at: '.street' },
    {
      form: { '.street': 'Jl. Mawar 1', '.rt': 'x', '.rw': '2' },
      json: { street: 'Jl. Mawar 1', rt: 'x', rw: 2 },
      chat: { text: 'x/2' },
      at: '.units',
    },
    {
      form: { '.street': 'Jl. Mawar 1', '.rt': '1', '.rw': '0' },
      json: { street: 'Jl. Mawar 1', rt: 1, rw: 0 },
      chat: { text: '1/0' },
      at: '.units',
    },
  ],
  location: [
    text('di sana'),
    {
      form: { '.lat': '48.8', '.lng': '2.3' },
      json: { lat: 48.8, lng: 2.3 },
      chat: { location: { lat: 48.8, lng: 2.3 } },
    },
  ],
  file: [text('??'), { form: { '': '!' }, json: ['!'], chat: { text: 'tidak ada' } }],
};

/** Wrong answers to a question; a required one may also not be left empty. */
export function wrongAnswers(field: Field): readonly Wrong[] {
  const long = ['text', 'long-text'].includes(field.type) ? [text('x'.repeat((field.max ?? 4000) + 1))] : [];
  const at = field.type === 'address' ? { at: '.street' } : {};
  const empty: Wrong = { form: { '': '' }, json: null, chat: { text: '-' }, ...at };
  return [...(byType[field.type] ?? []), ...long, ...(field.required && field.type !== 'group' ? [empty] : [])];
}
