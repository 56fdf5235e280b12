// Photos of a visit and papers an officer adds to a step; kept through every refusal of the form.
import type { Field } from '../../../definition/schema.ts';
import { AppError, type FieldError } from '../../../lib/errors.ts';
import type { Context } from '../../../platform/context.ts';
import type { UploadedFile } from '../../../platform/http/define.ts';
import { acceptUpload } from '../../documents/index.ts';
import { keptName } from '../names.ts';

export interface StepFiles {
  readonly ids: Readonly<Record<string, readonly string[]>>; // by field
  readonly errors: readonly FieldError[];
}
export interface SentFiles {
  readonly fields: readonly Field[];
  readonly prefix: string;
  readonly body: Readonly<Record<string, unknown>>;
  readonly files: readonly UploadedFile[];
  readonly sentence: (error: AppError) => string;
}

function textsOf(value: unknown): string[] {
  const all: readonly unknown[] = Array.isArray(value) ? value : [value];
  return all.filter((one) => typeof one === 'string' && one !== '').map(String);
}

/** Takes in what was uploaded for the file questions of a step. */
export async function takeFiles(ctx: Context, sent: SentFiles): Promise<StepFiles> {
  const ids: Record<string, readonly string[]> = {};
  const errors: FieldError[] = [];
  for (const field of sent.fields.filter((candidate) => candidate.type === 'file')) {
    const name = `${sent.prefix}${field.id}`;
    const kept = textsOf(sent.body[keptName(name)]).filter((id) => sent.body._remove_file !== `${field.id}:${id}`);
    const added: string[] = [];
    try {
      for (const file of sent.files.filter((candidate) => candidate.field === name && candidate.size > 0))
        added.push((await acceptUpload(ctx, file)).id);
    } catch (error) {
      if (!(error instanceof AppError) || error.kind !== 'invalid') throw error;
      errors.push({ field: field.id, code: error.code, message: sent.sentence(error) });
    }
    ids[field.id] = [...kept, ...added];
  }
  return { ids, errors };
}
