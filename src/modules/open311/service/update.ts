// What another program says about a request: written to the case as a message, for the office to read. It moves no case by itself.
import { AppError } from '../../../lib/errors.ts';
import type { Context } from '../../../platform/context.ts';
import { writeMessage } from '../../cases/index.ts';
import { leadNumberOf } from '../../complaints/index.ts';
import { updateStatuses } from '../wire/documents.ts';
import { instantOf, one, type Parameters } from '../wire/parameters.ts';
import type { Program } from './report.ts';

function needed(given: Parameters, name: string): string {
  const value = one(given, name);
  if (value === undefined) throw new AppError('invalid', 'open311.update_missing', { params: { name } });
  return value;
}

const longestMessage = 1000;

/** @returns the update's id as we keep it. @throws not_found for a request that is not published */
export async function acceptUpdate(ctx: Context, program: Program, given: Parameters): Promise<{ update_id: string }> {
  const code = needed(given, 'service_request_id');
  const updateId = needed(given, 'update_id').slice(0, 100);
  const status = needed(given, 'status').toUpperCase();
  instantOf(given, 'updated_datetime');
  if (!updateStatuses.some((known) => known === status)) throw new AppError('invalid', 'open311.update_status');
  const number = await leadNumberOf(ctx, code);
  if (number === undefined) throw new AppError('not_found', 'open311.request_unknown');
  const description = needed(given, 'description');
  const text = [...`${status}: ${description}`].slice(0, longestMessage).join('');
  const requestId = `open311 ${program.id} ${updateId}`;
  await writeMessage({ ...ctx, actor: { kind: 'applicant' } }, { number, text, requestId });
  return { update_id: updateId };
}
