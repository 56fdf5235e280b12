// Whose turn it is, in words.
import type { ServiceDefinition } from '../../../definition/schema.ts';
import { say } from '../../../lib/locale.ts';
import type { Context } from '../../../platform/context.ts';
import { getUnit } from '../../organisation/index.ts';
import { messagesFor } from '../messages.ts';
import type { CaseState } from '../types.ts';

async function roleName(ctx: Context, definition: ServiceDefinition, role: string, unitId: string): Promise<string> {
  const unit = await getUnit(ctx, unitId);
  const title = definition.workflow.roles[role]?.title;
  return messagesFor(ctx.locale).waitsFor.role(title ? say(title, ctx.locale) : role, unit.short);
}

/** "Petugas loket, Kel. Lompoe"; for parallel tasks every one still open. */
export async function waitsForText(ctx: Context, definition: ServiceDefinition, state: CaseState): Promise<string> {
  const words = messagesFor(ctx.locale).waitsFor;
  if (state.waitsFor === 'applicant' || state.waitsFor === 'system' || state.waitsFor === 'nobody')
    return words[state.waitsFor];
  const open = state.tasks.filter((task) => task.closedAt === undefined);
  const names = await Promise.all(open.map((task) => roleName(ctx, definition, task.role, task.unitId)));
  return words.several([...new Set(names)].join('; '));
}
