// Saving one step: what was typed is kept even when it is wrong, so nothing is ever typed twice.
import { parseFields } from '../../../definition/fields/registry.ts';
import { isRecord } from '../../../definition/fields/types.ts';
import type { DocumentRule, Field } from '../../../definition/schema.ts';
import { AppError, type FieldError } from '../../../lib/errors.ts';
import type { Context } from '../../../platform/context.ts';
import type { UploadedFile } from '../../../platform/http/define.ts';
import { acceptUpload } from '../../documents/index.ts';
import type { Draft } from '../types.ts';
import { changeDraft, type OpenDraft } from './drafts.ts';
import { envOf } from './env.ts';
import { listOf, type PostedPage, readPage } from './posted.ts';
import { leftAsFilled } from './prefill.ts';
import { wayOf } from './steps.ts';

export interface Saved {
  readonly draft: Draft;
  readonly errors: readonly FieldError[];
  readonly repeated: boolean; // a row or photo was added or removed: show the same page again
}

/** Keeps the answers of these questions and reports what is wrong with them. */
export async function saveFields(
  ctx: Context,
  open: OpenDraft,
  given: Omit<PostedPage, 'kept' | 'body'> & { path: string; body: unknown; quiet?: boolean },
): Promise<Saved> {
  const body = isRecord(given.body) ? given.body : {};
  const kept = (field: Field): unknown[] => listOf(open.draft.answers[field.id]);
  if (typeof body['_release'] === 'string') return release(ctx, open, body['_release']);
  const { raw, errors: refused, repeated } = await readPage(ctx, { ...given, body, kept });
  const env = await envOf(ctx);
  // What a register confirmed is not changed by whoever holds the form, whatever is sent: it is released first.
  const { locked } = wayOf(open.version.definition, open.draft, env);
  for (const id of locked) delete raw[id];
  const draft = await changeDraft(ctx, open.token, (before) => ({
    ...before,
    answers: { ...before.answers, ...raw },
    filled: leftAsFilled(before, raw, { fields: given.fields, env }),
    seen: given.quiet || repeated || before.seen.includes(given.path) ? before.seen : [...before.seen, given.path],
  }));
  const { answers } = wayOf(open.version.definition, draft, env);
  const { errors } = parseFields(given.fields, draft.answers, { ...env, answers });
  const said = new Set(refused.map((error) => error.field));
  const all = [...refused, ...errors.filter((error) => !said.has(error.field))];
  return { draft, errors: repeated || given.quiet ? [] : all, repeated };
}

/** "Ini bukan data saya": the register's word is forgotten, and the questions can be answered anew. */
async function release(ctx: Context, open: OpenDraft, register: string): Promise<Saved> {
  const draft = await changeDraft(ctx, open.token, (before) => {
    const held = Object.hasOwn(before.registers, register) ? before.registers[register] : undefined;
    if (held === undefined) return before;
    return { ...before, registers: { ...before.registers, [register]: { ...held, key: '', statements: {} } } };
  });
  return { draft, errors: [], repeated: true };
}

/** Adds or removes files of one document. Nothing given for a hard document is an error; for a soft one it may follow later. */
export async function saveDocument(
  ctx: Context,
  open: OpenDraft,
  given: {
    id: string;
    max: number;
    accept: DocumentRule['accept'];
    files: readonly UploadedFile[];
    remove: string | undefined;
    path: string;
  },
): Promise<Draft> {
  const added: Draft['documents'][number][] = [];
  for (const file of given.files.filter((candidate) => candidate.size > 0)) {
    const upload = await acceptUpload(ctx, file, given.accept.includes('audio') ? 'voice' : 'paper');
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
