// `loket24 sp4n import|export`: the bridge by file, for regions whose list comes as a download.
import { readFile, writeFile } from 'node:fs/promises';
import { type Command, defineCommand } from '../../platform/command.ts';
import { startupError } from '../../platform/startup-error.ts';
import { rememberTold, tellingsOf } from './sp4n/export.ts';
import { importSp4n } from './sp4n/import.ts';
import { csvLines, jsonLines } from './sp4n/lines.ts';

const importCommand = defineCommand({
  name: 'sp4n import',
  usage: '<file.jsonl|file.csv>',
  summary: 'take in reports from SP4N-LAPOR!, each tracking id once',
  needs: 'platform',
  run: async ({ ctx, args, stdout, stderr }) => {
    const [file] = args;
    if (file === undefined) throw startupError('Name the file with the reports: sp4n import <file.jsonl|file.csv>.');
    const text = await readFile(file, 'utf8').catch((error: unknown) => {
      throw startupError(`The file ${file} cannot be read.`, error);
    });
    const { taken, known, refused } = await importSp4n(ctx, text);
    for (const { line, problem } of refused) stderr.write(`Line ${line}: ${problem}\n`);
    stdout.write(`${taken} taken in, ${known} known already, ${refused.length} refused.\n`);
    return refused.length > 0 ? 1 : 0;
  },
});

const exportCommand = defineCommand({
  name: 'sp4n export',
  usage: '<file.jsonl|file.csv> [--all]',
  summary: 'write statuses and answers for SP4N-LAPOR!, what changed since the last time or all',
  needs: 'platform',
  run: async ({ ctx, args, stdout }) => {
    const all = args.includes('--all');
    const file = args.find((one) => !one.startsWith('--'));
    if (file === undefined) throw startupError('Name the file to write: sp4n export <file.jsonl|file.csv> [--all].');
    const tellings = await tellingsOf(ctx, { all });
    const answers = tellings.map(({ answer }) => answer);
    const text = file.endsWith('.csv') ? csvLines(answers) : jsonLines(answers);
    await writeFile(file, text, { mode: 0o600 }).catch((error: unknown) => {
      throw startupError(`The file ${file} cannot be written.`, error);
    });
    await rememberTold(ctx, tellings);
    stdout.write(`${answers.length} written to ${file}.\n`);
    return 0;
  },
});

export const sp4nCommands: readonly Command[] = [importCommand, exportCommand];
