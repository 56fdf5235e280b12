// `loket24 verify`: the row of a message says what the events of its case say.
import { canonicalJson } from '../../../lib/canonical-json.ts';
import type { Context } from '../../../platform/context.ts';
import type { CaseVerified } from '../../cases/index.ts';
import { findMessage } from '../store/messages.ts';
import { factsFor } from './project.ts';

export async function verifyMessage(ctx: Context, { target, fault }: CaseVerified): Promise<void> {
  const message = await findMessage(ctx.db, target.id);
  if (!message) {
    fault('the message has no row in hotline');
    return;
  }
  const facts = factsFor(target);
  const row = Object.fromEntries(Object.keys(facts).map((key) => [key, message[key as keyof typeof facts]]));
  if (canonicalJson(asText(facts)) !== canonicalJson(asText(row)))
    fault('the row of the message differs from its case');
}
const asText = (value: object): unknown => JSON.parse(JSON.stringify(value));
