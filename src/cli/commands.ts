// Every command of `loket24`: the platform's, the definition's and the modules'.

import { readFile } from 'node:fs/promises';
import { modules } from '../modules.ts';
import { systemClock } from '../platform/clock.ts';
import { type Command, defineCommand } from '../platform/command.ts';
import { readRegion } from '../platform/region.ts';
import { startupError } from '../platform/startup-error.ts';
import { backup, restore } from './commands/backup.ts';
import { explainClock } from './commands/clock-explain.ts';
import { regionCalendars } from './commands/clock-explain-region.ts';
import { doctor } from './commands/doctor.ts';
import { regionLoad } from './commands/region-load.ts';
import { compileCommand } from './commands/service-compile.ts';

const migrateCommand = defineCommand({
  name: 'migrate',
  usage: '',
  summary: 'bring the database to the newest schema',
  needs: 'platform', // which migrates before it runs anything
  run: async ({ stdout }) => {
    stdout.write('The database is up to date.\n');
    return 0;
  },
});

const serviceCompile = defineCommand({
  name: 'service compile',
  usage: '<file|dir> [--json] [--lang en] [--previous <file|dir>] [--out <dir>]',
  summary: 'check service definitions before publishing',
  needs: 'nothing',
  run: async ({ args, stdout, stderr }) => compileCommand(args, { stdout, stderr }, systemClock.now()),
});

const clockExplain = defineCommand({
  name: 'clock explain',
  usage: '<file.json>',
  summary: 'a due date with its derivation',
  needs: 'nothing',
  run: async ({ args, config, stdout }) => {
    const question = await readQuestion(args[0]);
    const calendars = await regionCalendars(await readRegion(config.region));
    stdout.write(`${JSON.stringify(explainClock(question, calendars), null, 2)}\n`);
    return 0;
  },
});

async function readQuestion(file: string | undefined): Promise<unknown> {
  if (file === undefined) throw startupError('Name the JSON file with the question: clock explain <file.json>.');
  const text = await readFile(file, 'utf8').catch((error: unknown) => {
    throw startupError(`The file ${file} cannot be read.`, error);
  });
  try {
    return JSON.parse(text);
  } catch (error) {
    throw startupError(`The file ${file} is not valid JSON.`, error);
  }
}

export const commands: readonly Command[] = [
  migrateCommand,
  regionLoad,
  doctor,
  backup,
  restore,
  serviceCompile,
  clockExplain,
  ...modules.flatMap((module) => module.commands ?? []),
];
