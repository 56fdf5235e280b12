// What is wrong with a clock question, as a sentence that says what to write instead.
import type { Locale } from '../../lib/locale.ts';

interface ExplainWords {
  readonly inlineCalendar: string;
  readonly holiday: string;
  readonly decree: string;
  readonly whole: string; // the name of the whole file
  readonly faults: Readonly<Record<string, (field: string) => string>>;
}

const id: ExplainWords = {
  inlineCalendar: 'Jam kerja tertulis',
  holiday: 'Hari libur',
  decree: 'tertulis di pertanyaan',
  whole: 'isi berkas',
  faults: {
    missing: (field) => `Isi ${field}.`,
    instant: (field) => `Tulis ${field} dengan tanggal, jam, dan zona, misalnya 2026-11-22T21:14:00+08:00.`,
    amount: (field) => `Tulis ${field} sebagai angka lebih dari 0.`,
    unit: (field) => `Pilih ${field}: working-days, working-hours, calendar-days, atau clock-hours.`,
    type: (field) => `Pilih ${field}: start, pause, resume, stop, atau calendar.`,
    start: (field) => `Pilih ${field}: sent atau complete.`,
    resume: (field) => `Pilih ${field}: continue atau reset.`,
    locale: (field) => `Pilih ${field}: id atau en.`,
    text: (field) => `Tulis ${field} sebagai teks.`,
    reason: (field) => `Tulis ${field} sebagai teks, atau sebagai {id, en}.`,
    list: (field) => `Tulis ${field} sebagai daftar.`,
    object: (field) => `Tulis ${field} sebagai objek JSON.`,
    holiday: (field) => `Tulis ${field} sebagai tanggal seperti 2026-12-25, atau {date, name, kind, decree}.`,
    calendar: (field) => `Tulis ${field} sebagai nama kalender, {id}, atau {timezone, week, holidays}.`,
    timezone: (field) => `Pilih ${field}: Asia/Jakarta, Asia/Pontianak, Asia/Makassar, atau Asia/Jayapura.`,
    'calendar-part': (field) => `Periksa ${field}. Tulis seperti di regions/parepare/calendars/jam-kantor.yaml.`,
    'unknown-calendar': (field) => `Kalender di ${field} tidak ditemukan. Periksa namanya, atau tulis jam kerjanya.`,
    'never-due': (field) =>
      `Dengan ${field} ini tidak ada batas waktu dalam seratus tahun. Periksa angka dan kalender.`,
  },
};

const en: ExplainWords = {
  inlineCalendar: 'Hours as written',
  holiday: 'Holiday',
  decree: 'as written in the question',
  whole: 'the file',
  faults: {
    missing: (field) => `Fill in ${field}.`,
    instant: (field) => `Write ${field} with date, time and zone, for example 2026-11-22T21:14:00+08:00.`,
    amount: (field) => `Write ${field} as a number greater than 0.`,
    unit: (field) => `Choose ${field}: working-days, working-hours, calendar-days or clock-hours.`,
    type: (field) => `Choose ${field}: start, pause, resume, stop or calendar.`,
    start: (field) => `Choose ${field}: sent or complete.`,
    resume: (field) => `Choose ${field}: continue or reset.`,
    locale: (field) => `Choose ${field}: id or en.`,
    text: (field) => `Write ${field} as text.`,
    reason: (field) => `Write ${field} as text or as {id, en}.`,
    list: (field) => `Write ${field} as a list.`,
    object: (field) => `Write ${field} as a JSON object.`,
    holiday: (field) => `Write ${field} as a date like 2026-12-25, or as {date, name, kind, decree}.`,
    calendar: (field) => `Write ${field} as a calendar name, {id}, or {timezone, week, holidays}.`,
    timezone: (field) => `Choose ${field}: Asia/Jakarta, Asia/Pontianak, Asia/Makassar or Asia/Jayapura.`,
    'calendar-part': (field) => `Check ${field}. Write it as in regions/parepare/calendars/jam-kantor.yaml.`,
    'unknown-calendar': (field) => `The calendar in ${field} was not found. Check its name, or write out its hours.`,
    'never-due': (field) => `This ${field} is not due within a hundred years. Check the number and the calendar.`,
  },
};

export function explainWords(locale: Locale): ExplainWords {
  return locale === 'en' ? en : id;
}

/** The sentence of a fault code; an unforeseen one is printed beside its field. */
export function faultSentence(code: string, field: string, locale: Locale): string {
  const words = explainWords(locale);
  const sentence = words.faults[code] ?? ((place: string) => `${place}: ${code}`);
  return sentence(field === '' ? words.whole : field);
}
