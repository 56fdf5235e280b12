import { type Command, defineCommand } from '../../platform/command.ts';
import { verifyCases } from './service/verify.ts';

const verify = defineCommand({
  name: 'verify',
  usage: '',
  summary: 'check every history against its hash chain and every projection against its history',
  needs: 'platform',
  run: async ({ ctx, stdout, stderr }) => {
    const { cases, events, faults } = await verifyCases(ctx);
    for (const { number, fault } of faults) stderr.write(`${number}: ${fault}\n`);
    stdout.write(`${cases} cases, ${events} events, ${faults.length} faults\n`);
    return faults.length === 0 ? 0 : 1;
  },
});

export const caseCommands: readonly Command[] = [verify];
