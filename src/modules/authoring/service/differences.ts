import { changeText, diffDefinitions, diffText } from '../../../definition/diff/index.ts';
import type { ServiceDefinition } from '../../../definition/schema.ts';
import type { Context } from '../../../platform/context.ts';
import { currentVersion, type ServiceVersion } from '../../catalogue/index.ts';
import type { Draft } from '../types.ts';
import type { Differences } from '../views/diff-view.tsx';
import { checkText } from './check.ts';
import { sourceOf } from './source.ts';

/** The draft against the version in force, in words and line by line. */
export async function draftDifferences(ctx: Context, draft: Draft): Promise<Differences> {
  const inForce = await currentVersion(ctx, draft.service).catch(() => undefined);
  if (!inForce) return { sentences: [], lines: [], fresh: true };
  const source = await sourceOf(ctx, inForce);
  const { definition } = checkText(ctx, draft.service, draft.text);
  const sentences = definition ? sentencesOf(ctx, inForce.definition, definition) : [];
  const lines = source.text === draft.text ? [] : diffText(source.text, draft.text);
  return { sentences, lines, fresh: false };
}

export async function versionDifferences(ctx: Context, from: ServiceVersion, to: ServiceVersion): Promise<Differences> {
  const [before, after] = [await sourceOf(ctx, from), await sourceOf(ctx, to)];
  return {
    sentences: sentencesOf(ctx, from.definition, to.definition),
    lines: before.text === after.text ? [] : diffText(before.text, after.text),
    fresh: false,
  };
}

function sentencesOf(ctx: Context, from: ServiceDefinition, to: ServiceDefinition): string[] {
  return diffDefinitions(from, to).map((change) => changeText(change, ctx.locale));
}
