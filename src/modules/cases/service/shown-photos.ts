// The pictures somebody is asked about: the office says that it is done, and whoever reported it sees what it shows before saying yes or no.
import { answerOf } from '../../../definition/fields/types.ts';
import type { ServiceDefinition } from '../../../definition/schema.ts';
import { AppError } from '../../../lib/errors.ts';
import type { Context } from '../../../platform/context.ts';
import { getUploads, readUpload } from '../../documents/index.ts';
import type { CaseRow } from '../types.ts';

export interface ShownPhoto {
  readonly id: string;
  readonly kind: 'own' | 'proof';
}

/** Files of steps that end in a question to the applicant; an office's other files stay in the house. */
function proofOf({ workflow }: ServiceDefinition, { records }: CaseRow['state']): string[] {
  return workflow.actions
    .filter(({ to, kind }) => kind === 'advance' && workflow.states[to]?.waitsFor === 'applicant')
    .flatMap((action) => action.form.map((field) => ({ field, recorded: records[action.do] })))
    .filter(({ field, recorded }) => field.type === 'file' && recorded !== undefined)
    .flatMap(({ field, recorded }) => {
      const given = recorded && answerOf(recorded, field.id);
      return Array.isArray(given) ? given.map(String) : [];
    });
}

/** Nothing as long as nothing was proved; then the applicant's own pictures stand beside the proof. */
export async function shownPhotosOf(
  ctx: Context,
  definition: ServiceDefinition,
  { state }: Pick<CaseRow, 'state'>,
): Promise<ShownPhoto[]> {
  const proof = [...new Set(proofOf(definition, state))];
  if (proof.length === 0) return [];
  const own = [...new Set(state.documents.map(({ uploadId }) => uploadId))];
  const uploads = new Map((await getUploads(ctx, [...own, ...proof])).map((upload) => [upload.id, upload.mediaType]));
  const pictures = (ids: readonly string[], kind: ShownPhoto['kind']) =>
    ids.filter((id) => uploads.get(id)?.startsWith('image/')).map((id) => ({ id, kind }));
  return [...pictures(own, 'own'), ...pictures(proof, 'proof')];
}

/** Its bytes, covered where somebody covered it. @throws not_found for a picture that is not shown to the applicant. */
export async function readShownPhoto(
  ctx: Context,
  { definition, target }: { readonly definition: ServiceDefinition; readonly target: CaseRow },
  id: string,
): Promise<{ readonly bytes: Uint8Array; readonly mediaType: string }> {
  const known = (await shownPhotosOf(ctx, definition, target)).some((photo) => photo.id === id);
  if (!known) throw new AppError('not_found', 'cases.tracking_not_found');
  const { upload, bytes } = await readUpload(ctx, id);
  return { bytes, mediaType: upload.mediaType };
}
