import { parseArgs } from 'node:util';
import { type Command, defineCommand } from '../../platform/command.ts';
import { rebase } from './rebase-command.ts';
import { continueRecount, startRecount } from './service/recount.ts';
import { verifyCases } from './service/verify.ts';

const verify = defineCommand({
  name: 'verify',
  usage: '[--since <moment>]',
  summary:
    'check every history against its hash chain and every projection against its history; or those of cases since a moment',
  needs: 'platform',
  run: async ({ args, ctx, stdout, stderr }) => {
    const { values } = parseArgs({ args: [...args], options: { since: { type: 'string' } }, allowPositionals: false });
    const since = values.since === undefined ? undefined : new Date(values.since);
    if (since && Number.isNaN(since.getTime())) {
      stderr.write('--since takes a day or a moment: 2026-11-27, 2026-11-27T08:00:00+08:00\n');
      return 2;
    }
    const { cases, events, faults } = await verifyCases(ctx, since ? { since } : {});
    for (const { number, fault } of faults) stderr.write(`${number}: ${fault}\n`);
    stdout.write(`${cases} cases, ${events} events, ${faults.length} faults\n`);
    return faults.length === 0 ? 0 : 1;
  },
});

const recount = defineCommand({
  name: 'clocks recompute',
  usage: '--reason "..." [--decree "..."] [--dry-run]',
  summary: 'count the dates of open cases again by the calendars in force; with --dry-run only say what would move',
  needs: 'platform',
  run: async ({ args, ctx, stdout, stderr }) => {
    const text = { type: 'string' } as const;
    const options = { reason: text, decree: text, 'dry-run': { type: 'boolean' } } as const;
    const { values } = parseArgs({ args: [...args], options, allowPositionals: false });
    if (!values.reason?.trim()) {
      stderr.write('Give the reason: loket24 clocks recompute --reason "Amended SKB 2026" [--dry-run]\n');
      return 1;
    }
    const mode = values['dry-run'] ? 'trial' : 'apply';
    const { id } = await startRecount(ctx, { mode, reason: values.reason, decree: values.decree ?? '' });
    const run = await continueRecount(ctx, id);
    const verb = mode === 'trial' ? 'would change' : 'changed';
    stdout.write(
      `${run.seen} open cases, ${run.changed} ${verb}: ${run.earlier} dates earlier, ${run.later} dates later\n`,
    );
    return 0;
  },
});

export const caseCommands: readonly Command[] = [verify, recount, rebase];
