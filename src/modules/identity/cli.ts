// Commands for the operator of the machine; each returns the text to print and throws a sentence when it cannot.
import type { Locale } from '../../lib/locale.ts';
import type { Context, Platform } from '../../platform/context.ts';
import { createContext } from '../../platform/create-platform.ts';
import { startupError } from '../../platform/startup-error.ts';
import { createApiKey } from './api-keys.ts';
import { isScope, nearestNames } from './rules.ts';
import { makeLoginLink } from './sign-in/first-step.ts';
import { findOfficerByUsername, listOfficers, type Person } from './staff/directory.ts';
import { wordsOf } from './views/sentences.ts';

export interface CliOptions {
  readonly as?: string | undefined;
  readonly name?: string | undefined;
  readonly scope?: string | undefined;
  readonly locale?: Locale | undefined;
}

/** `login-link --as <username>`: one URL, good once within 15 minutes. */
export async function loginLinkCommand(platform: Platform, options: CliOptions): Promise<string> {
  const ctx = commandContext(platform);
  const words = wordsOf(options.locale ?? 'en').cli;
  if (!options.as) throw startupError(words.missing('--as <username>', 'loket24 login-link --as petugas.lompoe'));
  const person = await getPerson(ctx, options.as, options.locale);
  return `${platform.config.publicUrl}/petugas/masuk/tautan/${await makeLoginLink(ctx, person.id)}`;
}

/** `api-key create --name N --scope S [--as <username>]`: the key, shown this once. */
export async function createApiKeyCommand(platform: Platform, options: CliOptions): Promise<string> {
  const ctx = commandContext(platform);
  const words = wordsOf(options.locale ?? 'en').cli;
  const example = 'loket24 api-key create --name absensi --scope inbox --as petugas.lompoe';
  const name = options.name?.trim();
  const scope = options.scope ?? 'inbox';
  if (!name) throw startupError(words.missing('--name <name>', example));
  if (!isScope(scope)) throw startupError(words.badScope(scope));
  const officerId = options.as ? (await getPerson(ctx, options.as, options.locale)).id : undefined;
  return await createApiKey(ctx, { name: name.slice(0, 100), scope, officerId });
}

/** `staff list`: one line per membership, columns separated by tabs when a program reads it and aligned for people. */
export async function staffListCommand(platform: Platform, options: CliOptions = {}): Promise<string> {
  const people = await listOfficers(commandContext(platform));
  const rows = people.flatMap((person) => {
    const places = person.memberships.length > 0 ? person.memberships : [{ unitName: '-', role: '-' }];
    return places.map(({ unitName, role }) => [person.username, person.name, person.title, unitName, role]);
  });
  return alignColumns([wordsOf(options.locale ?? 'en').cli.columns, ...rows]);
}

function alignColumns(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

async function getPerson(ctx: Context, username: string, locale: Locale = 'en'): Promise<Person> {
  const person = await findOfficerByUsername(ctx, username);
  if (person) return person;
  const names = (await listOfficers(ctx)).map((each) => each.username);
  throw startupError(wordsOf(locale).cli.unknownOfficer(username, nearestNames(username.trim().toLowerCase(), names)));
}

function commandContext(platform: Platform): Context {
  return createContext(platform, { actor: { kind: 'system', name: 'cli' } });
}
