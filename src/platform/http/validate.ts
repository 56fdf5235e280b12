import { z } from 'zod';
import { AppError, type FieldError } from '../../lib/errors.ts';
import type { Locale } from '../../lib/locale.ts';
import { en } from './messages.en.ts';
import { id } from './messages.id.ts';

const wording = { id: z.locales.id().localeError, en: z.locales.en().localeError };

/** The value as the schema describes it; else invalid `request.invalid` with a sentence per field. */
export async function validate(schema: z.ZodType | undefined, value: unknown, locale: Locale): Promise<unknown> {
  if (schema === undefined) return value;
  const result = await schema.safeParseAsync(value, { error: wording[locale] });
  if (result.success) return result.data;
  const fields = result.error.issues.map((issue) => toFieldError(issue, locale));
  throw new AppError('invalid', 'request.invalid', { fields });
}

function toFieldError(issue: z.core.$ZodIssue, locale: Locale): FieldError {
  const custom = issue.code === 'custom' ? issue.params?.code : undefined;
  const field = issue.path.join('.');
  return { field, code: typeof custom === 'string' ? custom : issue.code, message: sentenceOf(issue, field, locale) };
}

/** What to do, in words of ours: the library's "tidak valid" helps nobody (look.md 5.6). Limits it says well enough. */
function sentenceOf(issue: z.core.$ZodIssue, field: string, locale: Locale): string {
  if (issue.code !== 'invalid_type' && issue.code !== 'invalid_value' && issue.code !== 'invalid_format')
    return issue.message;
  const words = (locale === 'en' ? en : id).field;
  return issue.code === 'invalid_type' && issue.input === undefined ? words.missing(field) : words.wrong(field);
}

/** PostgreSQL stores no NUL in text, and no honest form sends one. */
export function refuseNul(value: unknown): void {
  if (typeof value === 'string') {
    if (value.includes('\0')) throw new AppError('invalid', 'request.malformed');
  } else if (Array.isArray(value)) {
    for (const item of value) refuseNul(item);
  } else if (typeof value === 'object' && value !== null) {
    for (const [key, item] of Object.entries(value)) {
      refuseNul(key);
      refuseNul(item);
    }
  }
}
