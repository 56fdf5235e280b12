// One answer as people give it on every channel: typed into a page, sent by a program, written in a chat.
import fc from 'fast-check';
import { isNumbered } from '../../src/definition/dialogue/readings.ts';
import type { DialogueMessage } from '../../src/definition/dialogue/types.ts';
import { topLevelFields } from '../../src/definition/fields/find.ts';
import { parseField } from '../../src/definition/fields/registry.ts';
import type { Field, ServiceDefinition } from '../../src/definition/schema.ts';
import { type Known, readCommandFree, spelled } from './everyday.ts';

export interface Told {
  readonly form: Readonly<Record<string, string | readonly string[]>>; // by what is added to the name: '' or '.street'
  readonly json: unknown;
  readonly chat: Readonly<Record<string, readonly DialogueMessage[]>>; // by what is added to the path
  readonly rows?: number; // of a group
}
const say = (text: string): readonly DialogueMessage[] => [{ text: readCommandFree(text) }];
const plain = (forms: { form: string; json: unknown; chat: string }): Told => ({
  form: { '': forms.form },
  json: forms.json,
  chat: { '': say(forms.chat) },
});
const written = (texts: fc.Arbitrary<string>): fc.Arbitrary<Told> =>
  texts.map((text) => plain({ form: text, json: text, chat: text }));

/** Good answers to this question, the same one in three ways. */
export function toldArbitrary(field: Field, known: Known): fc.Arbitrary<Told> {
  const given = answered(field, known);
  if (field.required) return given;
  return fc.oneof({ weight: 3, arbitrary: given }, { weight: 1, arbitrary: fc.constant(leftOut(field)) });
}

function leftOut(field: Field): Told {
  const skip = { '': [{ text: '-' }], '.street': [{ text: '-' }], '.+': [{ text: '-' }] };
  return { form: field.type === 'group' ? {} : { '': '' }, json: undefined, chat: skip, rows: 0 };
}

function answered(field: Field, known: Known): fc.Arbitrary<Told> {
  switch (field.type) {
    case 'text':
    case 'long-text':
      return freeText(field);
    case 'name':
      return written(
        fc.constantFrom(
          'Andi Tenri Wulandari',
          ' besse  KARTINI ',
          "Hj. Ma'ruf, S.Pd.",
          'Zoe\u0308 O\u2019Hara',
          'Cut',
        ),
      );
    case 'nik':
    case 'no-kk':
      return sixteenDigits(field);
    case 'npwp':
      return fc.constant(
        plain({ form: '01.234.567.8-901.000', json: '012345678901000', chat: '01 234 567 8 901 000' }),
      );
    case 'nib':
      return fc.constant(plain({ form: '1234 5678 90123', json: '1234567890123', chat: '1234567890123' }));
    case 'phone':
      return fc
        .stringMatching(/^8[1-9]\d{8}$/)
        .map((rest) =>
          plain({ form: `0${rest}`, json: `+62${rest}`, chat: `62 ${rest.slice(0, 3)}-${rest.slice(3)}` }),
        );
    case 'email':
      return fc.constant(plain({ form: ' Andi@Contoh.ID', json: 'andi@contoh.id', chat: 'mailto:andi@contoh.id' }));
    case 'date':
      return dates(field, known);
    case 'integer':
      return wholeNumbers(field);
    case 'decimal':
      return fc
        .integer({ min: Math.ceil((field.min ?? 0) * 10), max: Math.floor(Math.min(field.max ?? 900, 900) * 10) })
        .map((n) => plain({ form: comma(n / 10), json: n / 10, chat: comma(n / 10) }));
    case 'money':
      return fc
        .integer({ min: Math.max(1, Math.ceil((field.min ?? 0) / 500)), max: 4000 })
        .map((n) => n * 500)
        .map((n) => plain({ form: dotted(n), json: n, chat: n % 1000 === 0 ? `${n / 1000} ribu` : `Rp ${dotted(n)}` }));
    case 'yesno':
      return fc.oneof(
        fc.constantFrom('ya', '1', 'Iya', 'betul', '1.').map((chat) => plain({ form: 'true', json: true, chat })),
        fc.constantFrom('tidak', '2', 'Tdk', 'bukan', '2)').map((chat) => plain({ form: 'false', json: false, chat })),
      );
    case 'declaration':
      return fc.constantFrom('setuju', 'ya', '1').map((chat) => plain({ form: 'true', json: true, chat }));
    case 'choice':
      return oneOption(field);
    case 'choices':
      return someOptions(field);
    case 'area':
      return fc
        .constantFrom(...known.villages)
        .chain(({ code, name }) =>
          fc
            .constantFrom(name, name.toUpperCase(), code, `kel. ${name}`)
            .map((chat) => plain({ form: code, json: code.replaceAll('.', ''), chat })),
        );
    case 'address':
      return addresses(field, known);
    case 'location':
      return places();
    case 'file':
      return photos(field, known);
    case 'group':
      return groups(field, known);
    case 'info':
      return fc.constant({ form: {}, json: undefined, chat: {} });
  }
}

function freeText(field: Field): fc.Arbitrary<Told> {
  const words = [
    'membuka',
    'rekening',
    'BPJS',
    'Jl.',
    'No. 5',
    '\u00e9',
    'e\u0301',
    '{link}',
    '<b>',
    '&',
    '0',
    '-',
    'bantuan',
    'ulang',
  ];
  const max = Math.min(field.max ?? 200, 200);
  return fc
    .array(fc.constantFrom(...words), { minLength: 1, maxLength: 8 })
    .map((list) => [...list.join(' ')].slice(0, max).join('').trim())
    .filter((text) => [...text.normalize('NFC')].length >= (field.min ?? 1))
    .chain((text) => {
      if (field.type === 'text')
        return fc
          .constantFrom(text, ` ${text}\u200b `, text.normalize('NFD'))
          .map((raw) => plain({ form: raw, json: text, chat: text }));
      const lines = [...text].length * 2 < max ? `${text}\n${text}` : text;
      return fc.constant(plain({ form: lines.replaceAll('\n', '\r\n'), json: lines, chat: `${lines}\n` }));
    });
}

function sixteenDigits(field: Field): fc.Arbitrary<Told> {
  const day =
    field.type === 'nik'
      ? fc.oneof(fc.integer({ min: 1, max: 28 }), fc.integer({ min: 41, max: 68 }))
      : fc.integer({ min: 1, max: 28 });
  const pad = (n: number, size: number) => String(n).padStart(size, '0');
  return fc
    .tuple(day, fc.integer({ min: 1, max: 12 }), fc.integer({ min: 50, max: 99 }), fc.integer({ min: 1, max: 9999 }))
    .map(([d, m, y, serial]) => `737201${pad(d, 2)}${pad(m, 2)}${y}${pad(serial, 4)}`)
    .map((digits) => {
      const four = digits.match(/.{4}/g) ?? [];
      return plain({ form: four.join(' '), json: digits, chat: four.join('.') });
    });
}

function dates(field: Field, known: Known): fc.Arbitrary<Told> {
  const good = known.days.filter((day) => parseField(day, field, known.env).ok);
  const months = [
    'Januari',
    'februari',
    'Mar',
    'April',
    'mei',
    'Juni',
    'Juli',
    'agustus',
    'Sept',
    'Oktober',
    'nopember',
    'Des',
  ];
  return fc.constantFrom(...good).chain((day) => {
    const [year = '', month = '', date = ''] = day.split('-');
    const [m, d] = [Number(month), Number(date)];
    const ways = [
      `${d} ${months[m - 1]} ${year}`,
      `${d}-${m}-${year}`,
      `${date}/${month}/${year}`,
      `${date}${month}${year}`,
      day,
    ];
    const shown = { '.day': String(d), '.month': String(m), '.year': year };
    const whole = fc.constantFrom(...ways).map((chat): Told => ({ form: shown, json: day, chat: { '': say(chat) } }));
    // Without the century only where that day is meant: everybody must guess the same one.
    const short = `${d}-${m}-${year.slice(2)}`;
    const read = parseField(short, field, known.env);
    if (!read.ok || read.value !== day) return whole;
    const guessed: Told = {
      form: { ...shown, '.year': year.slice(2) },
      json: short,
      chat: { '': say(`${d} ${months[m - 1]} ${year.slice(2)}`) },
    };
    return fc.oneof(whole, fc.constant(guessed));
  });
}

function wholeNumbers(field: Field): fc.Arbitrary<Told> {
  const min = Math.ceil(field.min ?? 0);
  return fc
    .integer({ min, max: Math.max(min, Math.min(field.max ?? min + 60, min + 60)) })
    .chain((n) =>
      fc
        .constantFrom(String(n), spelled(n) ?? String(n), dotted(n))
        .map(
          (chat): Told => ({ form: { '': n > 2100 ? dotted(n) : String(n) }, json: n, chat: { '': [{ text: chat }] } }),
        ),
    );
}

function oneOption(field: Field): fc.Arbitrary<Told> {
  const options = field.options ?? [];
  return fc.nat({ max: options.length - 1 }).chain((index) => {
    const option = options[index];
    const value = option?.value ?? '';
    const number = isNumbered(field) ? `${index + 1}` : (option?.label.id ?? '');
    const ways = [
      number,
      `${number}.`,
      `pilih nomor ${number}`,
      option?.label.id ?? '',
      (option?.label.en ?? value).toUpperCase(),
      value,
    ];
    return fc
      .constantFrom(...ways)
      .map((chat): Told => ({ form: { '': value }, json: value, chat: { '': [{ text: chat }] } }));
  });
}

function someOptions(field: Field): fc.Arbitrary<Told> {
  const options = field.options ?? [];
  const sizes = {
    minLength: Math.max(1, field.min ?? 1),
    maxLength: Math.min(field.max ?? options.length, options.length),
  };
  return fc.shuffledSubarray([...options.keys()], sizes).chain((picked) => {
    const values = picked.map((index) => options[index]?.value ?? '');
    const numbers = picked.map((index) => String(index + 1));
    const ways = [numbers.join(','), numbers.join(' '), numbers.join(' dan '), values.join(', ')];
    return fc
      .constantFrom(...ways)
      .map((chat): Told => ({ form: { '': values }, json: [...values].reverse(), chat: { '': say(chat) } }));
  });
}

function addresses(field: Field, known: Known): fc.Arbitrary<Told> {
  const units = fc.tuple(fc.integer({ min: 1, max: 120 }), fc.integer({ min: 1, max: 20 }));
  const parts = fc.record({
    street: fc.constantFrom('Jl. Bau Massepe No. 10', 'Lorong 3, RT 002 RW 005', 'BTN Lapadde Blok A/12'),
    area: field.level === undefined ? fc.constant(undefined) : fc.constantFrom(...known.villages),
    units: field.level === 'rt-rw' ? units : fc.option(units, { nil: undefined }),
    landmark: fc.option(fc.constantFrom('Dekat masjid', 'Toko 24'), { nil: undefined }),
    way: fc.constantFrom(
      (rt: number, rw: number) => `${rt}/${rw}`,
      (rt: number, rw: number) => `RT 0${rt} RW 00${rw}`,
      (rt: number, rw: number) => `rw ${rw} rt ${rt}`,
    ),
  });
  return parts.map(({ way, ...given }) => toldAddress(given, way));
}

interface Lived {
  readonly street: string;
  readonly area: Known['villages'][number] | undefined;
  readonly units: readonly [rt: number, rw: number] | undefined;
  readonly landmark: string | undefined;
}

function toldAddress({ street, area, units, landmark = '' }: Lived, way: (rt: number, rw: number) => string): Told {
  const boxes = units === undefined ? { '.rt': '', '.rw': '' } : { '.rt': `RT ${units[0]}`, '.rw': `0${units[1]}` };
  const numbers = units === undefined ? {} : { rt: units[0], rw: String(units[1]) };
  return {
    form: { '.street': street, '.area': area?.code ?? '', ...boxes, '.landmark': landmark },
    json: { street, ...(area ? { area: area.code } : {}), ...numbers, ...(landmark ? { landmark } : {}) },
    chat: {
      '.street': say(street),
      '.area': say(area?.name ?? '-'),
      '.units': [{ text: units === undefined ? '-' : way(...units) }],
      '.landmark': [{ text: landmark || '-' }],
    },
  };
}

function places(): fc.Arbitrary<Told> {
  return fc
    .tuple(fc.integer({ min: 396, max: 405 }), fc.integer({ min: 11961, max: 11969 }), fc.boolean())
    .map(([a, b, text]): Told => {
      const [lat, lng] = [-a / 100, b / 100];
      const chat: DialogueMessage = text ? { text: `${lat}, ${lng}` } : { location: { lat, lng } };
      return { form: { '.lat': String(lat), '.lng': String(lng) }, json: { lat, lng }, chat: { '': [chat] } };
    });
}

function photos(field: Field, known: Known): fc.Arbitrary<Told> {
  const max = Math.min(field.max ?? 1, known.photos.length);
  return fc.subarray([...known.photos], { minLength: Math.max(1, field.min ?? 1), maxLength: max }).map(
    (ids): Told => ({
      form: { '': ids },
      json: ids,
      chat: { '': [...ids.map((uploadId) => ({ files: [{ uploadId }] })), { text: 'cukup' }] },
    }),
  );
}

function groups(field: Field, known: Known): fc.Arbitrary<Told> {
  const inner = field.fields ?? [];
  const row = fc.tuple(...inner.map((part) => toldArbitrary(part, known)));
  const most = Math.min(3, field.max ?? 3);
  return fc.array(row, { minLength: Math.max(1, field.min ?? 1), maxLength: most }).map((rows): Told => {
    const form: Record<string, string | readonly string[]> = {};
    const chat: Record<string, readonly DialogueMessage[]> = {};
    rows.forEach((cells, index) => {
      cells.forEach((cell, at) => {
        const name = `.${index}.${inner[at]?.id}`;
        for (const [part, value] of Object.entries(cell.form)) form[name + part] = value;
        for (const [part, value] of Object.entries(cell.chat)) chat[name + part] = value;
      });
    });
    const json = rows.map((cells) => Object.fromEntries(cells.map((cell, at) => [inner[at]?.id ?? '', cell.json])));
    return { form, json, chat, rows: rows.length };
  });
}

function comma(n: number): string {
  return String(n).replace('.', ',');
}
function dotted(n: number): string {
  return String(n).replace(/\B(?=(\d{3})+$)/g, '.');
}

/** What one channel does not ask (`on: skip`) is left empty on all of them: then the case is the same. */
export function withoutSkipped(def: ServiceDefinition, told: ReadonlyMap<string, Told>): ReadonlyMap<string, Told> {
  const skipped = topLevelFields(def).filter(({ on }) => on?.chat === 'skip' || on?.counter === 'skip');
  return new Map([...told].filter(([id]) => !skipped.some((field) => field.id === id)));
}
