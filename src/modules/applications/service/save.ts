// Saving one step: what was typed is kept even when it is wrong, so nothing is ever typed twice.
import { parseFields } from '../../../definition/fields/registry.ts';
import { isRecord } from '../../../definition/fields/types.ts';
import { rawFromForm } from '../../../definition/interview/form-values.ts';
import type { Field } from '../../../definition/schema.ts';
import { AppError, type FieldError } from '../../../lib/errors.ts';
import type { Context } from '../../../platform/context.ts';
import type { UploadedFile } from '../../../platform/http/define.ts';
import { acceptUpload } from '../../documents/index.ts';
import type { Draft } from '../types.ts';
import { changeDraft, type OpenDraft } from './drafts.ts';
import { wayOf } from './steps.ts';
import { envOf } from './submit.ts';

export interface Saved {
  readonly draft: Draft;
  readonly errors: readonly FieldError[];
  readonly repeated: boolean; // a row or photo was added or removed: show the same page again
}

const listOf = (value: unknown): unknown[] =>
  Array.isArray(value) ? value : value === undefined || value === null ? [] : [value];

/** `_add=anak` adds an empty row, `_remove=anak.1` takes one away, `_remove_file=foto:<id>` a photo. */
function withRowChange(raw: Record<string, unknown>, body: Readonly<Record<string, unknown>>): boolean {
  const add = body['_add'];
  if (typeof add === 'string' && add in raw) {
    const rows = listOf(raw[add]);
    raw[add] = rows.length === 0 ? [{}, {}] : [...rows, {}];
    return true;
  }
  const remove = /^([a-z][\w-]*)\.(\d{1,2})$/.exec(String(body['_remove'] ?? ''));
  if (remove?.[1] && remove[1] in raw) {
    raw[remove[1]] = listOf(raw[remove[1]]).filter((_, index) => index !== Number(remove[2]));
    return true;
  }
  return false;
}

async function withPhotos(
  ctx: Context,
  raw: Record<string, unknown>,
  given: {
    draft: Draft;
    fields: readonly Field[];
    files: readonly UploadedFile[];
    body: Readonly<Record<string, unknown>>;
  },
): Promise<boolean> {
  const [removeField, removeId] = String(given.body['_remove_file'] ?? '').split(':');
  for (const field of given.fields.filter((candidate) => candidate.type === 'file')) {
    const kept = listOf(given.draft.answers[field.id]).filter((id) => !(removeField === field.id && id === removeId));
    const files = given.files.filter((file) => file.field === field.id && file.size > 0);
    const added: string[] = [];
    for (const file of files) added.push((await acceptUpload(ctx, file)).id);
    raw[field.id] = [...kept, ...added];
  }
  return removeId !== undefined;
}

/** Keeps the answers of these questions and reports what is wrong with them. */
export async function saveFields(
  ctx: Context,
  open: OpenDraft,
  given: { path: string; fields: readonly Field[]; body: unknown; files: readonly UploadedFile[]; quiet?: boolean },
): Promise<Saved> {
  const body = isRecord(given.body) ? given.body : {};
  const raw = rawFromForm(given.fields, body);
  const rowChanged = withRowChange(raw, body);
  const photoRemoved = await withPhotos(ctx, raw, {
    draft: open.draft,
    fields: given.fields,
    files: given.files,
    body,
  });
  const repeated = rowChanged || photoRemoved;
  const draft = await changeDraft(ctx, open.token, (before) => ({
    ...before,
    answers: { ...before.answers, ...raw },
    seen: given.quiet || repeated || before.seen.includes(given.path) ? before.seen : [...before.seen, given.path],
  }));
  const env = await envOf(ctx);
  const { answers } = wayOf(open.version.definition, draft, env);
  const { errors } = parseFields(given.fields, draft.answers, { ...env, answers });
  return { draft, errors: repeated || given.quiet ? [] : errors, repeated };
}

/** Adds or removes files of one document. Nothing given for a hard document is an error; for a soft one it may follow later. */
export async function saveDocument(
  ctx: Context,
  open: OpenDraft,
  given: { id: string; max: number; files: readonly UploadedFile[]; remove: string | undefined; path: string },
): Promise<Draft> {
  const added: Draft['documents'][number][] = [];
  for (const file of given.files.filter((candidate) => candidate.size > 0)) {
    const upload = await acceptUpload(ctx, file);
    added.push({ id: given.id, uploadId: upload.id, fileName: upload.fileName, size: upload.size });
  }
  return changeDraft(ctx, open.token, (before) => {
    // Where one file is asked for, a new one takes the place of the old.
    const replaces = given.max === 1 && added.length > 0;
    const kept = before.documents.filter(
      (document) => document.id !== given.id || !(replaces || document.uploadId === given.remove),
    );
    const own = kept.filter((document) => document.id === given.id).length + added.length;
    if (own > given.max) throw new AppError('invalid', 'applications.too_many_files', { params: { max: given.max } });
    const seen = before.seen.includes(given.path) ? before.seen : [...before.seen, given.path];
    return { ...before, documents: [...kept, ...added], seen };
  });
}
