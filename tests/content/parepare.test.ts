// The content of the shipped region against what outside programs rely on, and against itself.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { parseAnswers } from '../../src/definition/interview/parse-answers.ts';
import { type CompiledFile, compileFiles } from '../../src/definition/load/index.ts';
import type { Field, ServiceDefinition } from '../../src/definition/schema.ts';
import { sampleAnswer } from './sample-answer.ts';

interface ExpectedService {
  readonly fields: readonly string[];
  readonly optional: readonly string[];
  readonly options: Readonly<Record<string, string>>;
  readonly documents: Readonly<Record<string, readonly string[]>>;
}
interface Staff {
  readonly username: string;
  readonly nip: string;
  readonly memberships: readonly { readonly unit: string; readonly role: string }[];
}
interface Agency {
  readonly code: string;
  readonly kind: string;
  readonly parent?: string;
}

const regionDir = join(import.meta.dirname, '../../regions/parepare');
const expected = JSON.parse(readFileSync(join(import.meta.dirname, 'expected-ids.json'), 'utf8')) as Record<
  string,
  ExpectedService
>;
const compiled: readonly CompiledFile[] = compileFiles([regionDir]);
const services: ReadonlyMap<string, ServiceDefinition> = new Map(
  compiled.flatMap(({ definition }) => (definition === undefined ? [] : [[definition.service, definition] as const])),
);
const { agencies } = read('agencies.yaml') as { agencies: readonly Agency[] };
const { staff } = read('staff.yaml') as { staff: readonly Staff[] };
const areaRows = readFileSync(join(regionDir, 'areas.csv'), 'utf8').trim().split('\n').slice(1);
const areaNames = new Map(areaRows.map((row) => [row.split(',')[0] ?? '', row.split(',')[1] ?? '']));
const areas = {
  has: (code: string) => areaNames.has(code),
  name: (code: string) => areaNames.get(code),
  within: (code: string, parent: string) => code === parent || code.startsWith(`${parent}.`),
};

function read(file: string): unknown {
  return parse(readFileSync(join(regionDir, file), 'utf8')) as unknown;
}

function service(id: string): ServiceDefinition {
  const found = services.get(id);
  if (found === undefined) throw new Error(`${id} does not compile`);
  return found;
}

function formFields(def: ServiceDefinition): readonly Field[] {
  return def.form.flatMap((page) => page.fields);
}

const cases = Object.entries(expected);

describe('the services of Parepare', () => {
  it('compile without an error, a warning or a missing English text', () => {
    const disturbing = compiled.flatMap((file) =>
      file.findings.filter((one) => one.severity !== 'info' || one.code === 'L24-T002'),
    );
    expect(disturbing.map((one) => `${one.file}:${one.line} ${one.message}`)).toEqual([]);
  });

  it('are exactly the 63 known ones', () => {
    expect(cases).toHaveLength(63);
    expect([...services.keys()].sort()).toEqual(Object.keys(expected).sort());
  });

  it.each(cases)('%s keeps every question and option that outside programs send', (id, known) => {
    const fields = new Map(formFields(service(id)).map((field) => [field.id, field]));
    expect([...known.fields, ...known.optional].filter((field) => !fields.has(field))).toEqual([]);
    expect(known.optional.filter((field) => fields.get(field)?.required)).toEqual([]);
    for (const [field, options] of Object.entries(known.options)) {
      if (fields.get(field)?.type === 'text') continue; // takes any of them, in their own words
      const offered = (fields.get(field)?.options ?? []).map((option) => option.value);
      expect(offered, field).toEqual(expect.arrayContaining(options.split(' ')));
    }
  });

  it.each(cases)('%s adds no required question to the known ones', (id, known) => {
    const added = formFields(service(id)).filter((field) => field.required && !known.fields.includes(field.id));
    expect(added.map((field) => field.id)).toEqual([]);
  });

  it.each(cases)('%s asks for exactly the known documents', (id, known) => {
    const asked: Record<string, string[]> = {};
    for (const { kind, required, id: document } of service(id).documents) {
      const group = required === 'hard' ? kind : `${kind}?`;
      asked[group] = [...(asked[group] ?? []), document];
    }
    expect(asked).toEqual(known.documents);
  });

  it.each(cases)('%s accepts an application that answers only the known questions', (id, known) => {
    const def = service(id);
    const env = { today: '2026-11-22', locale: 'id', areas } as const;
    const raw = Object.fromEntries(
      formFields(def)
        .filter((field) => known.fields.includes(field.id) || known.optional.includes(field.id))
        .map((field) => [field.id, sampleAnswer(field)]),
    );
    expect(parseAnswers(def, raw, env).errors).toEqual([]);
  });

  it('say in at most two sentences what they are, with words people search for', () => {
    for (const def of services.values()) {
      const sentences = def.summary.id.split(/[.?](?:\s|$)/).filter((part) => part.trim() !== '');
      expect(sentences.length, def.service).toBeLessThanOrEqual(2);
      expect(def.words.length, def.service).toBeGreaterThanOrEqual(4);
      expect(new Set(def.words).size, def.service).toBe(def.words.length);
    }
  });

  it('stand under known life events, and every life event has services', () => {
    const events = (read('life-events.yaml') as { 'life-events': readonly { id: string }[] })['life-events'];
    const used = new Set([...services.values()].flatMap((def) => def.lifeEvents));
    expect([...used].sort()).toEqual(events.map((event) => event.id).sort());
  });

  it('issue a letter when the lurah or the camat signs', () => {
    for (const def of services.values()) {
      if (/^(sk|pengantar)-/.test(def.service)) expect(def.letter?.signer, def.service).toMatch(/^(lurah|camat)$/);
    }
  });
});

describe('the staff of Parepare', () => {
  const officesOf = (def: ServiceDefinition) =>
    agencies.filter((agency) => agency.code === def.unit.code || agency.kind === def.unit.kind);
  /** "role di unit" for every desk a case of this service can stop at when this office processes it. */
  function desksOf(def: ServiceDefinition, office: Agency): string[] {
    const unitOf = (unit: string) =>
      (unit === 'own' ? office.code : unit === 'parent' ? office.parent : unit) ?? 'unit induk';
    const held = Object.entries(def.workflow.roles).filter(([, { unit }]) => unit !== 'offered');
    return held.map(([role, { unit }]) => `${role} di ${unitOf(unit)}`);
  }

  it('has somebody for every role of every service in every unit that may process it', () => {
    const desks = new Set(staff.flatMap((one) => one.memberships.map(({ unit, role }) => `${role} di ${unit}`)));
    for (const def of services.values()) {
      const offices = officesOf(def);
      expect(offices.length, def.service).toBeGreaterThan(0);
      const empty = offices.flatMap((office) => desksOf(def, office)).filter((desk) => !desks.has(desk));
      expect(empty, def.service).toEqual([]);
    }
  });

  it('has somebody who accepts what is handed over wherever reports are handled', () => {
    const held = (role: string) =>
      staff.flatMap((one) => one.memberships.filter((seat) => seat.role === role).map(({ unit }) => unit));
    expect([...new Set(held('petugas'))].filter((unit) => !held('penerima').includes(unit))).toEqual([]);
  });

  it('has unique user names, known units and numbers nobody can take for real', () => {
    const units = new Set(agencies.map((agency) => agency.code));
    expect(new Set(staff.map((one) => one.username)).size).toBe(staff.length);
    expect(staff.flatMap((one) => one.memberships).filter((membership) => !units.has(membership.unit))).toEqual([]);
    expect(staff.filter((one) => !/^0{12}\d{6}$/.test(one.nip))).toEqual([]);
  });

  it('lets nobody take two roles that are kept apart in one unit', () => {
    const pairs = [
      ['petugas', 'kasi'],
      ['petugas', 'lurah'],
      ['kasi', 'lurah'],
      ['petugas', 'verifikator'],
      ['verifikator', 'kadis'],
    ] as const;
    const both = staff.filter(({ memberships }) =>
      pairs.some(([a, b]) => memberships.some((one) => one.role === a) && memberships.some((one) => one.role === b)),
    );
    expect(both.map((one) => one.username)).toEqual([]);
  });
});
