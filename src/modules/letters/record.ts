// What the public may know of a letter.
import { applicantOf } from '../../definition/interview/applicant.ts';
import { formatDateTime, formatPlainLocalDate } from '../../lib/dates/format.ts';
import { localDateOf } from '../../lib/dates/local-date.ts';
import { say } from '../../lib/locale.ts';
import type { Context } from '../../platform/context.ts';
import { getVersion } from '../catalogue/index.ts';
import { getUnit } from '../organisation/index.ts';
import { en } from './messages.en.ts';
import { id } from './messages.id.ts';
import { signerTitle } from './rules.ts';
import type { Letter } from './types.ts';
import type { LetterRecord } from './views/verify-view.tsx';

/** "Andi Tenri" -> "A*** T****": enough to compare with the paper in hand, not enough to learn a name. */
export function maskName(name: string): string {
  return name
    .split(/\s+/)
    .filter(Boolean)
    .map((word) => `${[...word][0] ?? ''}${'*'.repeat(Math.max(1, [...word].length - 1))}`)
    .join(' ');
}

export async function recordOf(ctx: Context, letter: Letter): Promise<LetterRecord> {
  const words = (ctx.locale === 'en' ? en : id).verify;
  const { definition } = await getVersion(ctx, letter.versionId);
  const unit = await getUnit(ctx, letter.unitId);
  const until = letter.validUntil === null ? undefined : formatPlainLocalDate(letter.validUntil, ctx.locale);
  const over = letter.validUntil !== null && letter.validUntil < localDateOf(ctx.clock.now(), ctx.region.timezone);
  const { name } = applicantOf(definition, letter.facts.answers);
  const { signer } = letter.facts;
  return {
    isTest: letter.signerKind === 'test',
    expired: over && until ? words.expired(until) : undefined,
    rows: [
      { label: words.number, value: letter.number },
      { label: words.kind, value: say(definition.letter?.title ?? definition.title, ctx.locale) },
      { label: words.unit, value: unit.name },
      { label: words.signer, value: `${signer.name}, ${signerTitle(signer)}` },
      {
        label: words.signedAt,
        value: formatDateTime(letter.signedAt, { timezone: ctx.region.timezone, locale: ctx.locale }),
      },
      { label: words.validUntil, value: until ?? words.forever },
      ...(name === undefined ? [] : [{ label: words.holder, value: maskName(name) }]),
      ...(letter.sha256 === null ? [] : [{ label: words.hash, value: letter.sha256 }]),
    ],
  };
}
