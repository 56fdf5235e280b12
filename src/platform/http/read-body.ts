// Form bodies and uploads. Files go to temporary files as they arrive, never into memory.
import { createWriteStream } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { MultipartFile } from '@fastify/multipart';
import type { FastifyRequest } from 'fastify';
import { AppError } from '../../lib/errors.ts';
import { newId } from '../ids.ts';
import type { UploadedFile } from './define.ts';

/** JSON bodies as they came, for routes whose sender signs the bytes. */
export const rawBodies = new WeakMap<FastifyRequest, string>();

export type FormBody = Record<string, string | string[]>;
const mebibyte = 1024 * 1024;
const mostFields = 2000;
const dangerousKeys = new Set(['__proto__', 'constructor', 'prototype']);

/** `a=1&a=2&b.c=3` -> { a: ['1', '2'], 'b.c': '3' }: repeated keys become lists, dotted names stay as they are. */
export function parseForm(text: string): FormBody {
  const form = emptyForm();
  let fields = 0;
  for (const [name, value] of new URLSearchParams(text)) {
    fields += 1;
    if (fields > mostFields) throw new AppError('too_large', 'request.too_large', { params: { megabytes: 1 } });
    addField(form, name, value);
  }
  return form;
}

export interface MultipartLimits {
  readonly maxFiles: number;
  readonly maxBytes: number;
}
export interface ReceivedMultipart {
  readonly form: FormBody;
  readonly files: UploadedFile[];
}

/** Streams a multipart body; throws too_large as soon as it is known to be too large. `removeFiles` must run after the answer. */
export async function receiveMultipart(
  request: FastifyRequest,
  limits: MultipartLimits,
  folder: string,
): Promise<ReceivedMultipart> {
  const announced = Number(request.headers['content-length'] ?? 0);
  if (announced > limits.maxFiles * limits.maxBytes + mebibyte) throw tooLarge(limits);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const form = emptyForm();
  const files: UploadedFile[] = [];
  const parser = {
    fileSize: limits.maxBytes,
    files: limits.maxFiles,
    fields: mostFields,
    fieldSize: mebibyte,
    parts: mostFields + limits.maxFiles,
  };
  try {
    for await (const part of request.parts({ limits: parser })) {
      if (part.type === 'file') await receiveFile(part, folder, files);
      else if (part.valueTruncated || part.fieldnameTruncated) throw tooLarge({ maxBytes: mebibyte });
      else addField(form, part.fieldname, typeof part.value === 'string' ? part.value : String(part.value));
    }
  } catch (error) {
    await removeFiles(files);
    throw translate(error, limits);
  }
  return { form, files };
}

export async function removeFiles(files: readonly UploadedFile[]): Promise<void> {
  await Promise.all(files.map((file) => rm(file.path, { force: true })));
}

async function receiveFile(part: MultipartFile, folder: string, files: UploadedFile[]): Promise<void> {
  const path = join(folder, newId());
  const entry = { field: part.fieldname, fileName: cleanFileName(part.filename), path, size: 0 };
  // Noted before the first byte, so a broken upload is removed too.
  files.push(entry);
  const target = createWriteStream(path, { mode: 0o600, flags: 'wx' });
  await pipeline(part.file, target);
  if (part.file.truncated) throw tooLarge({ maxBytes: part.file.bytesRead });
  files.pop();
  // A file input left empty arrives as a nameless file of no bytes.
  if (target.bytesWritten === 0 && entry.fileName === '') await rm(path, { force: true });
  else files.push({ ...entry, size: target.bytesWritten });
}

// Only what can be shown: the name is never used as a path.
function cleanFileName(name: string | undefined): string {
  const base = basename((name ?? '').replaceAll('\\', '/'));
  return [...base.replace(/\p{C}/gu, '')].slice(-120).join('');
}

function translate(error: unknown, limits: MultipartLimits): unknown {
  const code: unknown = error instanceof Error ? Reflect.get(error, 'code') : undefined;
  if (code === 'FST_REQ_FILE_TOO_LARGE') return tooLarge(limits);
  if (code === 'FST_FILES_LIMIT' || code === 'FST_PARTS_LIMIT')
    return new AppError('too_large', 'request.too_many_files', { params: { files: limits.maxFiles } });
  if (code === 'FST_FIELDS_LIMIT') return tooLarge({ maxBytes: mebibyte });
  if (error instanceof AppError) return error;
  const systemErrors = ['ENOSPC', 'EDQUOT', 'EMFILE', 'EACCES'];
  if (typeof code === 'string' && systemErrors.includes(code)) return error;
  // Everything else the parser complains about is a body that is not what it says it is.
  return new AppError('invalid', 'request.malformed', { cause: error });
}

function tooLarge(limits: { maxBytes: number }): AppError {
  return new AppError('too_large', 'request.too_large', {
    params: { megabytes: Math.max(1, Math.round(limits.maxBytes / 1_000_000)) },
  });
}

function emptyForm(): FormBody {
  return Object.create(null) as FormBody;
}

function addField(form: FormBody, name: string, value: string): void {
  if (dangerousKeys.has(name)) return;
  const before = form[name];
  form[name] = before === undefined ? value : Array.isArray(before) ? [...before, value] : [before, value];
}
