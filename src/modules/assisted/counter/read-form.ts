// What the counter's one form holds, as an entry that can be kept, shown to the citizen, or sent.
import { z } from 'zod';
import type { Env } from '../../../definition/fields/types.ts';
import { AppError, type FieldError } from '../../../lib/errors.ts';
import type { Context, Officer } from '../../../platform/context.ts';
import type { Incoming, UploadedFile } from '../../../platform/http/define.ts';
import { listOf, readPage } from '../../applications/index.ts';
import type { ServiceVersion } from '../../catalogue/index.ts';
import { acceptUpload } from '../../documents/index.ts';
import type { Entry, EntryDocument, EntryMode, EntryNote, NewEntry } from '../types.ts';
import { type Asked, fieldsOf } from './questions.ts';

const Text = z.string().max(500).optional().catch(undefined);
const Many = z
  .union([
    z.array(z.string().max(80)),
    z
      .string()
      .max(80)
      .transform((one) => [one]),
  ])
  .default([])
  .catch([]);

/** The form's own controls; questions come under their ids, which never begin with an underscore. */
export const FormBody = z.looseObject({
  _isian: z.uuid(),
  _versi: z.uuid(),
  _cara: z.enum(['loket', 'kertas']).default('loket').catch('loket'),
  _aksi: z.enum(['kirim', 'simpan', 'tampilkan', 'isi']).default('simpan').catch('simpan'),
  _latihan: Text,
  _nik_dicari: Text,
  _kenal: Text,
  _terima_tanggal: Text,
  _terima_jam: Text,
  _alasan: Text,
  _email: Text,
  _dibacakan: Text,
  _pernyataan: Many,
  asli: Many,
  _hapus: Text,
});
export type FormBody = z.infer<typeof FormBody>;

export const modeOf = (cara: FormBody['_cara']): EntryMode => (cara === 'kertas' ? 'paper' : 'counter');
export const documentControl = (id: string): string => `dokumen.${id}`;

export interface ReadForm {
  readonly entry: NewEntry;
  readonly errors: readonly FieldError[]; // of files that were not accepted
  readonly repeated: boolean; // a row or file was added or removed: show the form again
}

export interface Form {
  readonly officer: Officer;
  readonly version: ServiceVersion;
  readonly asked: Asked;
  readonly env: Env;
  readonly before: Entry | undefined; // as it was kept last
  readonly body: FormBody;
  readonly files: readonly UploadedFile[];
  readonly sentence: Incoming['sentence'];
}

export async function readForm(ctx: Context, form: Form): Promise<ReadForm> {
  const { body, before, asked, officer, version, files, sentence } = form;
  const fields = fieldsOf(asked);
  const kept = (field: { readonly id: string }) => listOf(before?.answers[field.id]);
  const page = await readPage(ctx, { fields, body, files, sentence, kept });
  const papers = await readDocuments(ctx, form);
  const known = new Set(asked.documents.map((one) => one.rule.id));
  const entry: NewEntry = {
    id: body._isian,
    officerId: officer.id,
    service: version.definition.service,
    versionId: version.id,
    mode: modeOf(body._cara),
    answers: page.raw,
    documents: papers.documents,
    seen: body.asli.filter((id) => known.has(id)),
    note: noteOf(body),
  };
  const repeated = page.repeated || body._hapus !== undefined;
  return { entry, errors: [...page.errors, ...papers.errors], repeated };
}

function noteOf(body: FormBody): EntryNote {
  return {
    identity: body._kenal,
    receivedOn: body._terima_tanggal,
    receivedTime: body._terima_jam,
    lateReason: body._alasan?.trim() || undefined,
    email: body._email?.trim() || undefined,
    readAloud: body._dibacakan === 'true',
    declared: body._pernyataan,
  };
}

/** Files kept so far, less those taken away, plus those that came now; one that is asked for once is replaced. */
async function readDocuments(
  ctx: Context,
  { asked, before, body, files, sentence }: Form,
): Promise<{ documents: EntryDocument[]; errors: FieldError[] }> {
  const documents: EntryDocument[] = [];
  const errors: FieldError[] = [];
  for (const { rule } of asked.documents) {
    const field = documentControl(rule.id);
    const kept = (before?.documents ?? []).filter(
      (one) => one.id === rule.id && body._hapus !== `${rule.id}:${one.uploadId}`,
    );
    const added: EntryDocument[] = [];
    for (const file of files.filter((candidate) => candidate.field === field && candidate.size > 0)) {
      try {
        const upload = await acceptUpload(ctx, file, rule.accept.includes('audio') ? 'voice' : 'paper');
        added.push({ id: rule.id, uploadId: upload.id, fileName: upload.fileName, size: upload.size });
      } catch (error) {
        errors.push(refusedFile(error, field, sentence));
      }
    }
    documents.push(...(rule.max === 1 && added.length > 0 ? added : [...kept, ...added]));
  }
  return { documents, errors };
}

function refusedFile(error: unknown, field: string, sentence: Incoming['sentence']): FieldError {
  if (!(error instanceof AppError) || error.kind !== 'invalid') throw error;
  return { field, code: error.code, message: sentence(error) };
}
