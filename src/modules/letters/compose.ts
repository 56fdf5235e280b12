// From the definition and what was signed to the inputs of the region's letter template.
import { derivedFields, withDerived } from '../../definition/derive/derive.ts';
import { formatField } from '../../definition/fields/registry.ts';
import type { Answers, Env } from '../../definition/fields/types.ts';
import type { Field, ServiceDefinition } from '../../definition/schema.ts';
import { formatLocalDate, formatPlainDate, formatPlainLocalDate } from '../../lib/dates/format.ts';
import { localDateOf } from '../../lib/dates/local-date.ts';
import { say } from '../../lib/locale.ts';
import type { Context } from '../../platform/context.ts';
import type { LetterInputs } from '../../platform/pdf/letter-inputs.ts';
import { qrSvg } from '../../platform/qr/qr.ts';
import { areaLookup, getUnit, parentUnit, regionSettings, type Unit } from '../organisation/index.ts';
import { fillPlaces, signatureHead, signerTitle } from './rules.ts';
import { signerOfRegion } from './signers.ts';
import type { Letter, Official } from './types.ts';

/** Letters are official documents: Indonesian whatever the reader's language. */
const locale = 'id' as const;
const systemNote = 'Keputusan ini ditetapkan oleh sistem sesuai ketentuan layanan, atas nama pejabat penanda tangan.';

function fieldsOf(definition: ServiceDefinition): Field[] {
  return [...definition.eligibility.map((rule) => rule.ask), ...definition.form.flatMap((page) => page.fields)];
}

function textsOf(definition: ServiceDefinition, answers: Answers, env: Env): Record<string, string> {
  const known = withDerived(definition, answers);
  const entries = [...fieldsOf(definition), ...derivedFields(definition)].flatMap((field) => {
    const value = known[field.id];
    return value === undefined || field.type === 'group' ? [] : [[field.id, formatField(value, field, env)] as const];
  });
  return Object.fromEntries(entries);
}

/** The first group of the form with rows becomes the letter's table (heirs, family members who move). */
function tableOf(definition: ServiceDefinition, answers: Answers, env: Env): LetterInputs['table'] {
  const group = fieldsOf(definition).find((field) => field.type === 'group' && Array.isArray(answers[field.id]));
  const rows = group ? (answers[group.id] as readonly Answers[]) : [];
  if (!group?.fields || rows.length === 0) return undefined;
  const columns = group.fields.filter((field) => field.type !== 'info');
  return {
    caption: say(group.label, locale),
    columns: ['No', ...columns.map((field) => say(field.label, locale))],
    rows: rows.map((row, index) => [
      String(index + 1),
      ...columns.map((field) => {
        const value = row[field.id];
        return value === undefined ? '-' : formatField(value, field, env);
      }),
    ]),
  };
}

async function letterheadOf(ctx: Context, unit: Unit): Promise<LetterInputs['letterhead']> {
  const region = await regionSettings(ctx);
  const parent = unit.kind === 'kelurahan' ? await parentUnit(ctx, unit) : undefined;
  const lines = [`Pemerintah ${region.name}`, ...(parent ? [parent.name] : []), unit.name];
  const { address, phone, email } = unit.details;
  const contact = [phone && `Telepon ${phone}`, email].filter(Boolean).join(' · ');
  return { lines, ...(address ? { address } : {}), ...(contact ? { contact } : {}) };
}

const signerLines = (official: Official): LetterInputs['signer'] => ({
  ...signatureHead(official),
  name: official.name,
  ...(official.nip ? { nip: official.nip } : {}),
});

export function verificationUrl(ctx: Context, verifyId: string): string {
  return `${ctx.config.publicUrl}/verifikasi/${verifyId}`;
}

/** Everything the template prints. `letter` may be a draft that has no number yet. */
export async function composeLetter(
  ctx: Context,
  definition: ServiceDefinition,
  letter: Letter,
): Promise<LetterInputs> {
  const rule = definition.letter;
  if (!rule) throw new Error(`${definition.service} has no letter`);
  const signedOn = localDateOf(letter.signedAt, ctx.region.timezone);
  const env: Env = { today: signedOn, locale, areas: await areaLookup(ctx) };
  const unit = await getUnit(ctx, letter.unitId);
  const region = await regionSettings(ctx);
  const texts = textsOf(definition, letter.facts.answers, env);
  const until = letter.validUntil === null ? undefined : formatPlainLocalDate(letter.validUntil, locale);
  const places = {
    ...texts,
    unit: unit.name,
    kota: region.name,
    tanggal: formatLocalDate(signedOn, locale),
    nomor: letter.number,
    jabatan: signerTitle(letter.facts.signer),
    berlaku_sampai: until ?? '',
  };
  const url = verificationUrl(ctx, letter.verifyId);
  const { kind, footer } = await signerOfRegion(ctx);
  const table = tableOf(definition, letter.facts.answers, env);
  return {
    letterhead: await letterheadOf(ctx, unit),
    title: say(rule.title, locale),
    number: letter.number,
    legalBasis: definition.standard.legal,
    opening: fillPlaces(say(rule.opening, locale), places),
    rows: rule.rows.flatMap((row) =>
      texts[row.field] === undefined ? [] : [{ label: say(row.label, locale), value: texts[row.field] ?? '' }],
    ),
    ...(table ? { table } : {}),
    closing: [
      fillPlaces(say(rule.closing, locale), places),
      ...(letter.facts.decidedBySystem ? [systemNote] : []),
    ].join(' '),
    place: region.name.replace(/^(Kota|Kabupaten) /, ''),
    date: formatPlainDate(letter.signedAt, { timezone: ctx.region.timezone, locale }),
    signer: signerLines(letter.facts.signer),
    ...(letter.facts.confirmer
      ? { confirmation: { heading: 'Dikuatkan oleh', signer: signerLines(letter.facts.confirmer) } }
      : {}),
    ...(until ? { validUntil: until } : {}),
    verification: { qr: await qrSvg(url), url, id: letter.verifyId },
    signerKind: letter.signerKind,
    // A footer is claimed only by the signer that really signs (docs/letters.md); the test signer has none.
    ...(kind === letter.signerKind && footer ? { footer } : {}),
  };
}
