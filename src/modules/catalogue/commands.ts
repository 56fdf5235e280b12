// Closing and opening a service from the command line: for the night when the desk itself cannot be reached.
import { parseArgs } from 'node:util';
import { type Command, defineCommand } from '../../platform/command.ts';
import type { Context } from '../../platform/context.ts';
import { startupError } from '../../platform/startup-error.ts';
import { resumeService, retireService, suspendService } from './closing.ts';

interface Asked {
  readonly slug: string;
  readonly reason: { readonly id: string; readonly en?: string };
  readonly reopens: string | undefined;
  readonly successor: string | undefined;
}

function readArguments(args: readonly string[], usage: string): Asked {
  const text = { type: 'string' } as const;
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: { reason: text, 'reason-en': text, reopens: text, successor: text },
      allowPositionals: true,
    });
    const [slug] = positionals;
    if (slug === undefined || positionals.length > 1) throw new Error('one service is named');
    const { reason = '', reopens, successor } = values;
    const english = values['reason-en'];
    return { slug, reason: { id: reason, ...(english ? { en: english } : {}) }, reopens, successor };
  } catch (error) {
    throw startupError(`Usage: ${usage}`, error);
  }
}

function command(
  named: { name: string; usage: string; summary: string; done: string },
  run: (ctx: Context, asked: Asked) => Promise<void>,
): Command {
  const { done, ...described } = named;
  return defineCommand({
    ...described,
    needs: 'platform',
    run: async ({ args, ctx, stdout }) => {
      const asked = readArguments(args, `${named.name} ${named.usage}`);
      await run(ctx, asked);
      stdout.write(`${asked.slug} ${done}.\n`);
      return 0;
    },
  });
}

export const catalogueCommands: readonly Command[] = [
  command(
    {
      name: 'service suspend',
      usage: '<slug> --reason <text> [--reason-en <text>] [--reopens YYYY-MM-DD]',
      summary: 'take no new applications for a while; open cases go on',
      done: 'takes no new applications',
    },
    (ctx, { slug, reason, reopens }) => suspendService(ctx, slug, { reason, reopensOn: reopens }),
  ),
  command(
    {
      name: 'service resume',
      usage: '<slug>',
      summary: 'open a suspended or retired service again',
      done: 'is open',
    },
    (ctx, { slug }) => resumeService(ctx, slug),
  ),
  command(
    {
      name: 'service retire',
      usage: '<slug> --reason <text> [--reason-en <text>] [--successor <slug>]',
      summary: 'close a service for good, and say which one takes its place',
      done: 'is retired',
    },
    (ctx, { slug, reason, successor }) => retireService(ctx, slug, { reason, successor }),
  ),
];
