// How the platform and the modules declare commands of `loket24`.

import type { Config } from './config.ts';
import type { Context } from './context.ts';
import type { Connection } from './database/connection.ts';
import type { Module } from './module.ts';

export interface CommandCall {
  readonly args: readonly string[]; // what follows the command's name
  readonly config: Config;
  readonly stdout: { write(text: string): unknown };
  readonly stderr: { write(text: string): unknown };
}
export interface PlatformCall extends CommandCall {
  /** Actor: the system. The database is migrated and belongs to the running server, or is started for this command. */
  readonly ctx: Context;
  readonly modules: readonly Module[];
  readonly owner: Connection;
}
interface Described {
  readonly name: string; // one or two words: 'doctor', 'region load'
  readonly usage: string; // what follows the name: '<dir>', '--as <username>'
  readonly summary: string;
}
/** `run` resolves to the exit code; an AppError or startup error becomes one sentence and exit code 1. */
export type Command =
  | (Described & { readonly needs: 'nothing'; readonly run: (call: CommandCall) => Promise<number> })
  | (Described & { readonly needs: 'platform'; readonly run: (call: PlatformCall) => Promise<number> });

export function defineCommand(command: Command): Command {
  return command;
}
