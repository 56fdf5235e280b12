import { describe, expect, test } from 'vitest';
import { fieldJsonSchema, fieldKinds, formatField, parseField, promptField } from '../fields/registry.ts';
import { fieldTypes } from '../schema.ts';
import { sampleEnv, sampleField } from '../testing.ts';
import { spokenQuestion, spokenWay } from './spoken.ts';

const env = sampleEnv();
const english = sampleEnv({ locale: 'en' });
const options = [
  { value: 'tetap', label: { id: 'Warga tetap', en: 'Resident' } },
  { value: 'sementara', label: { id: 'Tinggal sementara', en: 'Temporary' } },
];
const fieldOf = (type: (typeof fieldTypes)[number]) =>
  sampleField(type, {
    label: { id: 'Keterangan Anda', en: 'Your statement' },
    ...(type === 'choice' || type === 'choices' ? { options } : {}),
    ...(type === 'group' ? { fields: [{ id: 'nama', type: 'name', label: 'Nama' }] } : {}),
  });

describe.each(fieldTypes)('%s', (type) => {
  const field = fieldOf(type);

  test('has every function a channel needs: read, check, show, ask in a chat, ask aloud, and a schema', () => {
    const kind = fieldKinds[type];
    for (const name of ['parse', 'holds', 'format', 'prompt', 'jsonSchema'] as const)
      expect(typeof kind[name]).toBe('function');
    expect(parseField(undefined, { ...field, required: type !== 'info' }, env).ok).toBe(type === 'info');
    expect(formatField({ never: 'this' }, field, env)).toBe('');
    expect(promptField(field, env)).toMatch(/[.?]$/);
    expect(fieldJsonSchema(field)).toMatchObject({ title: 'Keterangan Anda' });
  });

  test('is asked aloud in a whole sentence in both languages, and politely', () => {
    const spoken = spokenQuestion(field, env);
    expect(spoken.say).toMatch(/[.?]$/);
    expect(spoken.say).toContain('Bapak/Ibu');
    expect(spoken.say).not.toMatch(/\b(Anda|ketik|balas|klik)\b/i);
    expect(spokenQuestion(field, english).say).toMatch(/[.?]$/);
    expect(spokenQuestion(field, english).say).not.toContain('Bapak');
  });

  test('is read back as a question, also when nothing was said', () => {
    const spoken = spokenQuestion(field, env);
    expect(spoken.readBack(undefined)).toBe('Saya ulangi: Keterangan Bapak/Ibu tidak diisi. Benar?');
    expect(spoken.readBack({ strange: true })).toMatch(/Benar\?$/);
  });
});

test('long numbers are said and repeated in fours', () => {
  const nik = sampleField('nik', { label: 'NIK Anda' });
  expect(spokenQuestion(nik, env).say).toBe('Mohon sebutkan NIK Bapak/Ibu. Ada 16 angka, sebutkan empat-empat.');
  expect(spokenQuestion(nik, env).readBack('7372011708900001')).toBe(
    'Saya ulangi: NIK Bapak/Ibu, 7372 0117 0890 0001. Benar?',
  );
  const hp = sampleField('phone', { label: 'Nomor HP' });
  expect(spokenQuestion(hp, env).readBack('+6281234567890')).toBe('Saya ulangi: Nomor HP, 0812 3456 7890. Benar?');
});

test('options are read out when they are few, and matched by the officer when they are many', () => {
  const few = sampleField('choice', { label: 'Tinggal sebagai apa?', options });
  expect(spokenQuestion(few, env)).toMatchObject({
    say: 'Tinggal sebagai apa? Pilihannya: Warga tetap atau Tinggal sementara.',
    options: ['Warga tetap', 'Tinggal sementara'],
  });
  const many = Array.from({ length: 9 }, (_, at) => ({ value: `v${at}`, label: { id: `Pilihan ${at}` } }));
  const spoken = spokenQuestion(sampleField('choice', { label: 'Agama', options: many }), env);
  expect(spoken.say).toContain('Ada 9 pilihan');
  expect(spoken.options).toHaveLength(9);
});

test('the words written for the telephone are said instead of the label and hint', () => {
  const field = sampleField('text', {
    label: 'Keperluan',
    hint: 'Contoh: sekolah',
    required: false,
    say: { phone: 'Untuk apa suratnya?' },
  });
  expect(spokenQuestion(field, env).say).toBe('Untuk apa suratnya? Boleh dilewati.');
});

test('a file is never asked aloud: it follows by a link, unless the definition says otherwise', () => {
  expect(spokenWay(sampleField('file'))).toBe('link');
  expect(spokenWay(sampleField('location'))).toBe('link');
  expect(spokenWay(sampleField('nik'))).toBe('ask');
  expect(spokenWay(sampleField('location', { required: false, on: { phone: 'skip' } }))).toBe('skip');
  expect(spokenWay(sampleField('file'), 'counter')).toBe('ask');
});
