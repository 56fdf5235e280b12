// A signing action takes the next number and freezes what is signed, in the transaction of the signature itself.
// Printing and sealing follow by a job: if the power fails between, the number is not lost and the letter is printed later.
import { randomBytes } from 'node:crypto';
import type { ServiceDefinition } from '../../definition/schema.ts';
import { localDateOf } from '../../lib/dates/local-date.ts';
import type { Context } from '../../platform/context.ts';
import { newId } from '../../platform/ids.ts';
import type { CaseActed, CaseRow } from '../cases/index.ts';
import { getVersion } from '../catalogue/index.ts';
import { getOfficer } from '../identity/index.ts';
import { getUnit } from '../organisation/index.ts';
import { letterNumber, validUntil } from './rules.ts';
import { signerKindOf } from './signers.ts';
import { insertLetter, takeNumber } from './store.ts';
import type { Official } from './types.ts';

declare module '../../platform/jobs/queue.ts' {
  interface Jobs {
    'letters.print': { readonly id: string };
  }
}

async function officialOf(ctx: Context, { state }: CaseRow, officerId: string): Promise<Official> {
  const { name, title, nip } = await getOfficer(ctx, officerId);
  // The last thing he did on this case is what put his name on the letter.
  const acting = state.doings.findLast((doing) => doing.by === officerId)?.delegation;
  const place = acting && { kind: acting.kind, post: acting.post, instrument: acting.instrument };
  return { name, title, ...(nip ? { nip } : {}), ...(place ? { actingFor: place } : {}) };
}

/** Who last did the action by which the letter's signer role signs; the issuing action itself when it is the same. */
function signerOf(definition: ServiceDefinition, target: CaseRow, signerRole: string): string | undefined {
  const signing = definition.workflow.actions
    .filter((action) => action.kind === 'sign' && action.by.includes(signerRole))
    .map((action) => action.do);
  return target.state.doings.findLast((doing) => signing.includes(doing.action))?.by;
}

/** Marks units in numbers: `kel-lompoe` -> LOMPOE. */
function unitMark(code: string): string {
  return code.replace(/^(kel|kec|pkm|puskesmas)-/, '').toUpperCase();
}

export async function issueLetter(ctx: Context, { target, action, signerId }: CaseActed): Promise<void> {
  if (!action.effects.includes('issue-letter')) return;
  const { definition } = await getVersion(ctx, target.state.versionId);
  const { letter } = definition;
  // Where the system decided it signs in the name of who holds the office; the letter says so.
  const issuer = signerId ?? target.state.doings.at(-1)?.by;
  const signer = letter && (signerId ?? signerOf(definition, target, letter.signer) ?? issuer);
  if (!letter || !issuer || !signer) return;
  const now = ctx.clock.now();
  const today = localDateOf(now, ctx.region.timezone);
  const [year = 0, month = 0] = today.split('-').map(Number);
  const unit = await getUnit(ctx, target.state.unitId);
  // The printed number names classification, unit and date: letters that share them must share the counter too.
  const book = letter.book ?? letter.classification;
  const seq = await takeNumber(ctx.db, { unitId: unit.id, book, year });
  const id = newId();
  await insertLetter(ctx.db, {
    id,
    verifyId: randomBytes(9).toString('base64url'),
    caseId: target.id,
    caseNumber: target.number,
    service: definition.service,
    versionId: target.state.versionId,
    unitId: unit.id,
    book,
    year,
    seq,
    number: letterNumber(letter.number, {
      seq,
      classification: letter.classification,
      unit: unitMark(unit.code),
      month,
      year,
    }),
    signerId: signer,
    confirmerId: signer === issuer ? null : issuer,
    signedAt: now,
    validUntil: letter.validMonths === undefined ? null : validUntil(today, letter.validMonths),
    facts: {
      answers: target.state.answers as never, // typed answers, as the interview made them
      signer: await officialOf(ctx, target, signer),
      ...(signer === issuer ? {} : { confirmer: await officialOf(ctx, target, issuer) }),
      records: target.state.records,
      ...(signerId ? { decidedBySystem: true } : {}),
    },
    signerKind: signerKindOf(ctx),
  });
  await ctx.jobs.add(ctx.db, 'letters.print', { id }, { maxAttempts: 20 });
}
