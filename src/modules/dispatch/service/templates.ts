// Ready sentences: loaded with the region once, kept by administrators, filled in for one report, read by an officer before they are sent.
import { access } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { AppError } from '../../../lib/errors.ts';
import type { Context } from '../../../platform/context.ts';
import { newId } from '../../../platform/ids.ts';
import { checked, readYaml } from '../../organisation/index.ts';
import { fillPlaces, type Places } from '../rules.ts';
import { listTemplates, saveTemplate, type Template } from '../store/templates.ts';

const TemplateFile = z.object({
  templates: z.array(z.object({ title: z.string().min(1).max(80), body: z.string().min(1).max(1000) }).strict()),
});

/** Only into a region that has none: what administrators changed stays. */
export async function loadTemplates(ctx: Context, dir: string): Promise<void> {
  const file = join(dir, 'complaints', 'templates.yaml');
  const there = await access(file).then(
    () => true,
    () => false,
  );
  if (!there || (await listTemplates(ctx.db)).length > 0) return;
  const { templates } = checked(TemplateFile, await readYaml(file));
  for (const template of templates)
    await saveTemplate(ctx.db, {
      ...{ ...template, id: newId(), active: true },
      ...{ changedAt: ctx.clock.now(), changedBy: null },
    });
}

/** The ones to choose from, filled in for a report. */
export async function sentencesFor(ctx: Context, places: Places): Promise<readonly Template[]> {
  const active = (await listTemplates(ctx.db)).filter((template) => template.active);
  return active.map((template) => ({ ...template, body: fillPlaces(template.body, places) }));
}

function requireAdmin(ctx: Context): string {
  if (ctx.actor.kind !== 'officer' || !ctx.actor.permissions.includes('admin'))
    throw new AppError('forbidden', 'dispatch.admin_only');
  return ctx.actor.id;
}
export async function allTemplates(ctx: Context): Promise<readonly Template[]> {
  requireAdmin(ctx);
  return listTemplates(ctx.db);
}
/** @throws invalid `dispatch.template_empty`; forbidden for others than administrators. */
export async function keepTemplate(ctx: Context, template: Template): Promise<void> {
  const changedBy = requireAdmin(ctx);
  const [title, body] = [template.title.trim(), template.body.trim()];
  if (title === '' || body === '') throw new AppError('invalid', 'dispatch.template_empty');
  await saveTemplate(ctx.db, { ...template, title, body, changedAt: ctx.clock.now(), changedBy });
}
