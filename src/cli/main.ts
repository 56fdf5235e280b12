// npm run -s loket24 -- <command> ...
import { AppError } from '../lib/errors.ts';
import { modules } from '../modules.ts';
import type { Command } from '../platform/command.ts';
import { type Config, loadConfig } from '../platform/config.ts';
import { createSentences } from '../platform/http/problem.ts';
import { report } from '../platform/lifecycle/run-process.ts';
import { commands } from './commands.ts';
import { withPlatform } from './with-platform.ts';

process.exitCode = await main(process.argv.slice(2));

async function main(args: readonly string[]): Promise<number> {
  const command = findCommand(args);
  if (command === undefined) return help(args);
  try {
    return await run(command, args.slice(command.name.split(' ').length), loadConfig());
  } catch (error) {
    if (error instanceof AppError) process.stderr.write(`${sentenceOf(error)}\n`);
    else report(error);
    return 1;
  }
}

function run(command: Command, args: readonly string[], config: Config): Promise<number> {
  const call = { args, config, stdout: process.stdout, stderr: process.stderr };
  if (command.needs === 'nothing') return command.run(call);
  return withPlatform(config, modules, (platform) => command.run({ ...call, ...platform }));
}

function findCommand(args: readonly string[]): Command | undefined {
  const matches = commands.filter(({ name }) => name.split(' ').every((word, index) => args[index] === word));
  return matches.sort((a, b) => b.name.length - a.name.length)[0];
}

function help(args: readonly string[]): number {
  const asked = args.length === 0 || ['help', '--help', '-h'].includes(args[0] ?? '');
  const width = Math.max(...commands.map(({ name, usage }) => name.length + usage.length)) + 3;
  const lines = commands.map(({ name, usage, summary }) => `  ${`${name} ${usage}`.padEnd(width)}${summary}`);
  const text = ['Use: npm run -s loket24 -- <command>', '', ...lines, ''].join('\n');
  if (asked) process.stdout.write(text);
  else process.stderr.write(`There is no command "${args.join(' ')}".\n${text}`);
  return asked ? 0 : 2;
}

function sentenceOf(error: AppError): string {
  const sentence = createSentences(modules)(error.code, 'id', error.params) ?? error.code;
  return [sentence, ...error.fields.map(({ field, message }) => `${field}: ${message}`)].join('\n');
}
