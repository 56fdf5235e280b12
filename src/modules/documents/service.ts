import { readFile } from 'node:fs/promises';
import { AppError } from '../../lib/errors.ts';
import { checkAudio } from '../../platform/audio/index.ts';
import type { Context } from '../../platform/context.ts';
import { newId } from '../../platform/ids.ts';
import { type Area, cleanUpload, coverAreas } from '../../platform/images/index.ts';
import { sha256Hex } from '../../platform/signing/hash.ts';
import { findUploads, insertUpload, listForgotten, markAttached, removeUpload, setCoveredBy } from './store.ts';
import type { Upload } from './types.ts';

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
export const largestUpload = 10_000_000; // bytes, look.md 5.6

function keyOf(upload: Pick<Upload, 'sha256'>): string {
  return `uploads/${upload.sha256.slice(0, 2)}/${upload.sha256}`;
}

/**
 * Takes in one file: known by its content, not its name; pictures are re-encoded (no EXIF, no position), PDFs checked.
 * A voice note is taken only where one was asked for, and kept as it is.
 * @throws invalid `images.*`, `audio.*` with a sentence that says what to do; nothing is kept then.
 */
export async function acceptUpload(
  ctx: Context,
  file: { readonly path: string; readonly fileName: string; readonly size: number },
  as: 'paper' | 'voice' = 'paper',
): Promise<Upload> {
  if (file.size === 0) throw new AppError('invalid', 'documents.no_file');
  const given = await readFile(file.path);
  return keep(ctx, as === 'voice' ? checkAudio(given) : await cleanUpload(given), file.fileName);
}

async function keep(
  ctx: Context,
  { bytes, mediaType }: { readonly bytes: Uint8Array; readonly mediaType: string },
  fileName: string,
): Promise<Upload> {
  const upload: Upload = {
    id: newId(),
    sha256: sha256Hex(bytes),
    mediaType,
    size: bytes.length,
    fileName: fileName.slice(0, 120),
    createdAt: ctx.clock.now(),
    attachedAt: null,
    coveredBy: null,
  };
  await ctx.files.put(keyOf(upload), bytes);
  await insertUpload(ctx.db, upload);
  return upload;
}

/** The uploads with these ids. @throws invalid `documents.unknown_upload` when one is not ours or was removed. */
export async function getUploads(ctx: Context, ids: readonly string[]): Promise<Upload[]> {
  const wanted = [...new Set(ids)];
  const found = wanted.every((id) => uuid.test(id)) ? await findUploads(ctx.db, wanted) : [];
  if (found.length !== wanted.length) throw new AppError('invalid', 'documents.unknown_upload');
  return found;
}

/** What each upload is, told by its content when it came; ids that are not ours are left out. An upload never changes, so the answer is kept. */
export async function mediaTypesOf(ctx: Context, ids: readonly string[]): Promise<Map<string, string>> {
  const keyOfType = (id: string) => `${ctx.region.id}/${ctx.config.dataDir}/${id}`;
  const unknown = [...new Set(ids)].filter((id) => uuid.test(id) && !types.has(keyOfType(id)));
  for (const { id, mediaType } of await findUploads(ctx.db, unknown)) types.set(keyOfType(id), mediaType);
  const told = ids.flatMap((id) => {
    const type = types.get(keyOfType(id));
    return type === undefined ? [] : [[id, type] as const];
  });
  for (const oldest of types.keys()) {
    if (types.size <= rememberAtMost) break;
    types.delete(oldest);
  }
  return new Map(told);
}
const types = new Map<string, string>();

/** Uploads known to be attached: that never changes, so it need not be asked again. Oldest forgotten first. */
const attached = new Set<string>();
const rememberAtMost = 10_000;

function remember(ctx: Context, ids: readonly string[]): void {
  for (const id of ids) attached.add(`${ctx.region.id}/${ctx.config.dataDir}/${id}`);
  for (const oldest of attached) {
    if (attached.size <= rememberAtMost) return;
    attached.delete(oldest);
  }
}

/** Marks uploads as used, so that they stay. @throws invalid as getUploads does. */
export async function attachUploads(ctx: Context, ids: readonly string[]): Promise<void> {
  const unknown = ids.filter((id) => !attached.has(`${ctx.region.id}/${ctx.config.dataDir}/${id}`));
  if (unknown.length === 0) return;
  const uploads = await getUploads(ctx, unknown);
  const fresh = uploads.filter((upload) => upload.attachedAt === null).map((upload) => upload.id);
  await markAttached(ctx.db, fresh, ctx.clock.now());
  if (!ctx.db.isTransaction) remember(ctx, unknown); // what a transaction wrote may yet be undone
}

/** A covered copy takes the place of its original for everybody; `original` is for those who have given a reason. */
export async function readUpload(
  ctx: Context,
  id: string,
  { original = false }: { readonly original?: boolean } = {},
): Promise<{ upload: Upload; bytes: Uint8Array }> {
  const [asked] = await getUploads(ctx, [id]);
  const [upload] = asked?.coveredBy && !original ? await getUploads(ctx, [asked.coveredBy]) : [asked];
  const bytes = upload && (await ctx.files.get(keyOf(upload)));
  if (!upload || !bytes) throw new AppError('not_found', 'documents.unknown_upload');
  return { upload, bytes };
}

/**
 * Burns areas of a picture black in a copy that is given in its place from now on. Always from the original, so that covering it again adds to
 * nothing. @throws invalid `documents.not_a_picture`
 */
export async function coverUpload(ctx: Context, id: string, areas: readonly Area[]): Promise<Upload> {
  const { upload, bytes } = await readUpload(ctx, id, { original: true });
  if (!upload.mediaType.startsWith('image/')) throw new AppError('invalid', 'documents.not_a_picture');
  const covered = await keep(ctx, { bytes: await coverAreas(bytes, areas), mediaType: 'image/jpeg' }, upload.fileName);
  await attachUploads(ctx, [covered.id]);
  await setCoveredBy(ctx.db, id, covered.id);
  return covered;
}

const keptDays = 31; // a draft lives 30 days; its photos must not go before it

/** Removes what nobody sent after all. @returns how many. */
export async function forgetUnattached(ctx: Context): Promise<number> {
  const before = new Date(ctx.clock.now().getTime() - keptDays * 86_400_000);
  const forgotten = await listForgotten(ctx.db, before, 500);
  for (const upload of forgotten) {
    const { removed, bytesNeeded } = await removeUpload(ctx.db, upload);
    if (removed && !bytesNeeded) await ctx.files.remove(keyOf(upload));
  }
  return forgotten.length;
}
