// Reading a posted page of questions: its rows, its photos, and the small buttons that change them.
import { rawFromForm } from '../../../definition/interview/form-values.ts';
import type { Field } from '../../../definition/schema.ts';
import { AppError, type FieldError } from '../../../lib/errors.ts';
import type { Context } from '../../../platform/context.ts';
import type { Incoming, UploadedFile } from '../../../platform/http/define.ts';
import { acceptUpload } from '../../documents/index.ts';

export interface PostedPage {
  readonly fields: readonly Field[];
  readonly body: Readonly<Record<string, unknown>>;
  readonly files: readonly UploadedFile[];
  readonly sentence: Incoming['sentence'];
  readonly voice?: readonly string[]; // questions answered by a recording
  /** Photos of this question that are here already. */
  readonly kept: (field: Field) => readonly unknown[];
}
export interface ReadPage {
  readonly raw: Record<string, unknown>;
  readonly errors: readonly FieldError[]; // of photos that were not accepted; everything else typed is in raw all the same
  readonly repeated: boolean; // a row or photo was added or removed: show the same page again
}

export const listOf = (value: unknown): unknown[] =>
  Array.isArray(value) ? value : value === undefined || value === null ? [] : [value];

/** The files among `files` that were accepted, and a sentence for the first that was not. */
export async function takeFiles(
  ctx: Context,
  files: readonly UploadedFile[],
  shown: { readonly field: string; readonly sentence: Incoming['sentence']; readonly as?: 'paper' | 'voice' },
): Promise<{ ids: string[]; errors: FieldError[] }> {
  const ids: string[] = [];
  try {
    for (const file of files) ids.push((await acceptUpload(ctx, file, shown.as)).id);
    return { ids, errors: [] };
  } catch (error) {
    if (!(error instanceof AppError) || error.kind !== 'invalid') throw error;
    return { ids, errors: [{ field: shown.field, code: error.code, message: shown.sentence(error) }] };
  }
}

/** Raw answers of a page as posted, with its buttons `_add`, `_remove` and `_remove_file` carried out. */
export async function readPage(ctx: Context, page: PostedPage): Promise<ReadPage> {
  const raw = rawFromForm(page.fields, page.body);
  const rowChanged = changeRows(raw, page.body);
  const [removeField, removeId] = String(page.body['_remove_file'] ?? '').split(':');
  const errors: FieldError[] = [];
  for (const field of page.fields.filter((candidate) => candidate.type === 'file')) {
    const kept = page.kept(field).filter((id) => !(removeField === field.id && id === removeId));
    const files = page.files.filter((file) => file.field === field.id && file.size > 0);
    const taken = await takeFiles(ctx, files, {
      field: field.id,
      sentence: page.sentence,
      as: page.voice?.includes(field.id) ? 'voice' : 'paper',
    });
    // Where one photo is asked for, a new one takes the place of the old.
    const replaces = (field.max ?? 1) === 1 && taken.ids.length > 0;
    raw[field.id] = replaces ? taken.ids : [...kept, ...taken.ids];
    errors.push(...taken.errors);
  }
  return { raw, errors, repeated: rowChanged || removeId !== undefined };
}

/** `_add=anak` adds an empty row, `_remove=anak.1` takes one away. */
function changeRows(raw: Record<string, unknown>, body: Readonly<Record<string, unknown>>): boolean {
  const add = body['_add'];
  if (typeof add === 'string' && Object.hasOwn(raw, add)) {
    const rows = listOf(raw[add]);
    raw[add] = rows.length === 0 ? [{}, {}] : [...rows, {}];
    return true;
  }
  const remove = /^([a-z][\w-]*)\.(\d{1,2})$/.exec(String(body['_remove'] ?? ''));
  if (remove?.[1] && Object.hasOwn(raw, remove[1])) {
    raw[remove[1]] = listOf(raw[remove[1]]).filter((_, index) => index !== Number(remove[2]));
    return true;
  }
  return false;
}
