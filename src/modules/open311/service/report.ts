// A report from another program becomes one of ours. What the standard leaves open is decided here and told in docs/open311.md.
import { createHash } from 'node:crypto';
import { canonicalJson } from '../../../lib/canonical-json.ts';
import { localDateOf } from '../../../lib/dates/local-date.ts';
import { AppError } from '../../../lib/errors.ts';
import type { Context } from '../../../platform/context.ts';
import { type Level, readProblemCode, reportProblem } from '../../complaints/index.ts';
import { areaLookup, placeOfPoint } from '../../organisation/index.ts';
import { suggest } from '../../triage/index.ts';
import { messagesFor } from '../messages.ts';
import type { WireAccepted } from '../wire/documents.ts';
import type { SentReport } from '../wire/report.ts';
import { attributeCodes, categoryOf, levelKeys } from './services.ts';

export interface Program {
  readonly id: string; // of its key
}

const wrongAttribute = (name: string): AppError => new AppError('invalid', 'open311.attribute', { params: { name } });

async function areaOf(ctx: Context, sent: SentReport): Promise<string | undefined> {
  const given = sent.attributes.get(attributeCodes.area)?.[0];
  const areas = await areaLookup(ctx);
  if (given !== undefined && !areas.has(given)) throw wrongAttribute(attributeCodes.area);
  if (given !== undefined) return given;
  const named = (await suggest(ctx, `${sent.addressText ?? ''} ${sent.description}`)).area;
  const placed = sent.point && (await placeOfPoint(ctx, sent.point));
  if (placed === undefined || placed.kind === 'outside') return named;
  // Near a border the words decide between the neighbours; elsewhere a point says more than a name that happens to stand in the text.
  return placed.kind === 'near' && placed.others.some((code) => code === named) ? named : placed.code;
}

function levelOf(sent: SentReport, confidential: boolean): Level {
  const given = sent.attributes.get(attributeCodes.level)?.[0];
  const level = given === undefined ? 'open' : levelKeys.find((known) => known === given);
  if (level === undefined) throw wrongAttribute(attributeCodes.level);
  return confidential ? 'secret' : level;
}

function refuseUnknownAttributes({ attributes }: SentReport): void {
  const known: readonly string[] = Object.values(attributeCodes);
  const stray = [...attributes.keys()].find((code) => !known.includes(code));
  if (stray !== undefined) throw wrongAttribute(stray);
}

/**
 * The same program sending the same content again on the same day gets the same request: programs repeat what they did not hear the answer to.
 * @throws not_found for the service; invalid for everything else, with one entry per field
 */
export async function acceptReport(ctx: Context, program: Program, sent: SentReport): Promise<WireAccepted> {
  const category = await categoryOf(ctx, sent.serviceCode);
  refuseUnknownAttributes(sent);
  const level = levelOf(sent, category.confidential);
  const { point, addressText, addressId, mediaUrl, name, phone, email } = sent;
  const landmark = sent.attributes.get(attributeCodes.landmark)?.[0];
  const place = [landmark, addressText, addressId].filter(Boolean).join(', ').slice(0, 200);
  const receipt = await reportProblem(ctx, {
    text: sent.description || category.name.id,
    category: category.id,
    point,
    area: await areaOf(ctx, sent),
    place,
    level,
    ...(level === 'anonymous' ? {} : { name, phone }),
    email,
    video: mediaUrl,
    key: keyOf(ctx, program, sent),
  });
  const address = `${ctx.config.publicUrl}/lacak/${receipt.trackingCode}`;
  const code = receipt.problemId === undefined ? undefined : await readProblemCode(ctx, receipt.problemId);
  return {
    service_request_id: code ?? receipt.number,
    service_notice: messagesFor(ctx.locale).notice(receipt.number, address),
    account_id: null,
  };
}

function keyOf(ctx: Context, program: Program, sent: SentReport): string {
  const today = localDateOf(ctx.clock.now(), ctx.region.timezone);
  const content = canonicalJson([program.id, today, { ...sent, attributes: [...sent.attributes] }]);
  return `open311 ${createHash('sha256').update(content).digest('hex')}`;
}
