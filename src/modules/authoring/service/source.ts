// The text a draft begins with: what the version in force was published from, the region's file, or the version itself.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { stringify } from 'yaml';
import type { Context } from '../../../platform/context.ts';
import type { ServiceVersion } from '../../catalogue/index.ts';
import { findPublishedText } from '../store/drafts.ts';
import { checkText } from './check.ts';

export interface Source {
  readonly text: string;
  readonly examples: string;
}

export async function sourceOf(ctx: Context, version: ServiceVersion): Promise<Source> {
  const published = await findPublishedText(ctx.db, version.id);
  if (published) return published;
  const examples = fileText(ctx, 'examples', version.service) ?? '';
  const text = fileText(ctx, 'services', version.service);
  // The file may have been changed since it was loaded: only the one this version came from has its comments.
  if (text !== undefined && checkText(ctx, version.service, text).hash === version.hash) return { text, examples };
  return { text: asYaml(version.definition), examples };
}

function fileText(ctx: Context, folder: 'services' | 'examples', service: string): string | undefined {
  const file = join(ctx.region.dir, folder, `${service}.yaml`);
  return /^[a-z0-9-]+$/.test(service) && existsSync(file) ? readFileSync(file, 'utf8') : undefined;
}

const names = new Set(['states', 'roles', 'internal', 'evidence', 'conditions', 'derive', 'values', 'of', 'tables']);
const conditions = new Set(['when', 'needs']);

/** A definition as its file: keys in kebab-case, names an author chose as they are. */
export function asYaml(definition: object): string {
  return stringify(kebab(JSON.parse(JSON.stringify(definition)), false), { lineWidth: 0 });
}
function kebab(value: unknown, chosen: boolean): unknown {
  if (Array.isArray(value)) return value.map((item) => kebab(item, chosen && false));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => {
      const written = chosen ? key : key.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
      if (!chosen && conditions.has(key)) return [written, inner];
      return [written, kebab(inner, !chosen && names.has(key))];
    }),
  );
}
