// `loket24 service rebase`
import { parseArgs } from 'node:util';
import { defineCommand } from '../../platform/command.ts';
import { startupError } from '../../platform/startup-error.ts';
import { getHistory } from '../catalogue/index.ts';
import { rebaseCases } from './service/rebase.ts';

export const rebase = defineCommand({
  name: 'service rebase',
  usage: '<slug> --to <version> --reason <text> [--dry-run] [--number <case>]',
  summary: 'move open cases to a newer version where no answer is lost; says why for the others',
  needs: 'platform',
  run: async ({ args, ctx, stdout }) => {
    const asked = readRebase(args);
    const { versions } = await getHistory(ctx, asked.slug);
    const version = versions.find((one) => one.version === asked.to);
    if (!version) throw startupError(`${asked.slug} has no version ${asked.to}.`);
    const { slug: service, reason, dryRun, number } = asked;
    const outcomes = await rebaseCases(ctx, { service, versionId: version.id, reason, dryRun, number });
    for (const one of outcomes) {
      const why = one.obstacles.map(({ trait, id }) => `${trait} ${id}`).join(', ');
      stdout.write(`${one.number} version ${one.fromVersion}: ${one.outcome}${why === '' ? '' : ` (${why})`}\n`);
    }
    const count = (outcome: string) => outcomes.filter((one) => one.outcome === outcome).length;
    stdout.write(`${count('done')} moved, ${count('can')} could be moved, ${count('cannot')} stay.\n`);
    return 0;
  },
});

function readRebase(args: readonly string[]) {
  const text = { type: 'string' } as const;
  const options = { to: text, reason: text, number: text, 'dry-run': { type: 'boolean' } } as const;
  try {
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
    const [slug] = positionals;
    const to = Number(values.to);
    if (slug === undefined || !Number.isInteger(to)) throw new Error('a service and a version are named');
    const { reason = '', number } = values;
    return { slug, to, reason, number, dryRun: values['dry-run'] ?? false };
  } catch (error) {
    throw startupError(`Usage: ${rebase.name} ${rebase.usage}`, error);
  }
}
