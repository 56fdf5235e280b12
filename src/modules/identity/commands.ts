// The module's commands of `loket24`. The answer alone goes to standard output, so that scripts can use it.
import { parseArgs } from 'node:util';
import { type Command, defineCommand } from '../../platform/command.ts';
import type { Platform } from '../../platform/context.ts';
import { startupError } from '../../platform/startup-error.ts';
import { type CliOptions, createApiKeyCommand, loginLinkCommand, staffListCommand } from './cli.ts';

function readOptions(args: readonly string[], usage: string): CliOptions {
  const text = { type: 'string' } as const;
  try {
    return parseArgs({ args: [...args], options: { as: text, name: text, scope: text }, allowPositionals: false })
      .values;
  } catch (error) {
    throw startupError(`Usage: ${usage}`, error);
  }
}

function command(
  named: { name: string; usage: string; summary: string },
  print: (platform: Platform, options: CliOptions) => Promise<string>,
): Command {
  return defineCommand({
    ...named,
    needs: 'platform',
    run: async ({ args, ctx, stdout }) => {
      stdout.write(`${await print(ctx, readOptions(args, `${named.name} ${named.usage}`))}\n`);
      return 0;
    },
  });
}

export const identityCommands: readonly Command[] = [
  command(
    { name: 'login-link', usage: '--as <username>', summary: 'one-time address that signs an officer in' },
    loginLinkCommand,
  ),
  command(
    {
      name: 'api-key create',
      usage: '--name <N> --scope <S> [--as <username>]',
      summary: 'a key for programs; shown once',
    },
    createApiKeyCommand,
  ),
  command({ name: 'staff list', usage: '', summary: 'officers with their units and roles' }, (platform) =>
    staffListCommand(platform),
  ),
];
