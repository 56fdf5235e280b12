// Photos and a voice note that travel after the text of a report: phones without a good network send the text first.
import { AppError } from '../../../lib/errors.ts';
import type { Context } from '../../../platform/context.ts';
import { inTransaction } from '../../../platform/database/index.ts';
import { newId } from '../../../platform/ids.ts';
import { addOptionalDocuments, getTracked } from '../../cases/index.ts';
import { attachUploads, getUploads } from '../../documents/index.ts';
import { findReport, insertPhotos } from '../store/reports.ts';

export interface Attachments {
  readonly trackingCode: string; // whoever holds it is the reporter
  readonly photos: readonly string[]; // upload ids
  readonly voice: readonly string[];
  readonly key: string; // the same twice changes nothing
}

/** Refuses sound as a photo and a picture as sound. @throws invalid `documents.unknown_upload` */
export async function requireKinds(
  ctx: Context,
  { photos, voice }: Pick<Attachments, 'photos' | 'voice'>,
): Promise<void> {
  const isVoice = ({ mediaType }: { readonly mediaType: string }) => mediaType.startsWith('audio/');
  const [pictures, sounds] = [await getUploads(ctx, photos), await getUploads(ctx, voice)];
  if (pictures.some(isVoice) || !sounds.every(isVoice)) throw new AppError('invalid', 'documents.unknown_upload');
}

/** @throws not_found for a code that is none, invalid and conflict as `addOptionalDocuments` */
export async function addAttachments(ctx: Context, { trackingCode, photos, voice, key }: Attachments): Promise<void> {
  const { number, id } = await getTracked(ctx, trackingCode);
  if (!(await findReport(ctx.db, id))) throw new AppError('not_found', 'complaints.not_found');
  await requireKinds(ctx, { photos, voice });
  await attachUploads(ctx, [...photos, ...voice]);
  const documents = [
    ...photos.map((uploadId) => ({ id: 'foto-bukti', uploadId })),
    ...voice.map((uploadId) => ({ id: 'rekaman-suara', uploadId })),
  ];
  const reporter: Context = { ...ctx, actor: { kind: 'applicant' } };
  await inTransaction(reporter, async (ctx) => {
    const added = await addOptionalDocuments(ctx, { number, requestId: `${key}/lampiran`.slice(0, 200), documents });
    const report = added && (await findReport(ctx.db, id));
    if (!report) return;
    const at = ctx.clock.now();
    await insertPhotos(
      ctx.db,
      photos.map((uploadId, position) => ({
        ...{ id: newId(), caseId: id, problemId: report.problemId, uploadId, publicUploadId: null, kind: 'before' },
        ...{ lat: null, long: null, distanceM: null, position, at },
      })),
    );
  });
}
