// PostgreSQL refuses to run as root, so a root process runs it as an ordinary account of the machine.
import { execFileSync } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { startupError } from '../startup-error.ts';

export interface PostgresUser {
  /** Undefined: the process's own user runs PostgreSQL. */
  readonly uid?: number;
  readonly gid?: number;
  /** Command put before the program, empty when the kernel switch of uid and gid is enough. */
  readonly prefix: readonly string[];
}

/** Who runs PostgreSQL so that it can reach all `folders`. */
export function choosePostgresUser(folders: readonly string[]): PostgresUser {
  if (process.getuid?.() !== 0) return { prefix: [] };
  const { uid, gid } = ordinaryAccount();
  const closed = folders.map((folder) => closedAncestor(folder, { uid, gid })).find((folder) => folder !== undefined);
  if (closed === undefined) return { uid, gid, prefix: [] };
  const prefix = reachThroughClosedFolders(uid, gid);
  if (prefix !== undefined) return { uid, gid, prefix };
  throw startupError(
    `PostgreSQL may not run as root and the folder ${closed} is closed to other users. Run \`chmod o+x ${closed}\`, use a folder outside it, or set DATABASE_URL.`,
  );
}

function ordinaryAccount(): { uid: number; gid: number } {
  const accounts = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'));
  for (const name of ['postgres', 'nobody']) {
    const account = accounts.find((fields) => fields[0] === name);
    if (account) return { uid: Number(account[2]), gid: Number(account[3]) };
  }
  throw startupError(
    'PostgreSQL may not run as root and this machine has neither a user "postgres" nor "nobody". Start as another user or set DATABASE_URL.',
  );
}

function closedAncestor(folder: string, user: { uid: number; gid: number }): string | undefined {
  for (let current = folder; ; current = dirname(current)) {
    const stat = statSync(current, { throwIfNoEntry: false });
    if (stat && !maySearch(stat, user)) return current;
    if (dirname(current) === current) return undefined;
  }
}

function maySearch(stat: { mode: number; uid: number; gid: number }, user: { uid: number; gid: number }): boolean {
  if (stat.uid === user.uid) return (stat.mode & 0o100) !== 0;
  if (stat.gid === user.gid) return (stat.mode & 0o010) !== 0;
  return (stat.mode & 0o001) !== 0;
}

// A checkout below /root or a 0700 folder: util-linux can hand over just the right to pass through closed folders.
function reachThroughClosedFolders(uid: number, gid: number): readonly string[] | undefined {
  for (const capability of ['dac_read_search', 'dac_override']) {
    const prefix = [
      'setpriv',
      `--reuid=${uid}`,
      `--regid=${gid}`,
      '--clear-groups',
      // Without it access() leaves capabilities aside, and initdb asks access() whether its programs are there.
      '--securebits=+no_setuid_fixup',
      `--inh-caps=+${capability}`,
      `--ambient-caps=+${capability}`,
      '--',
    ];
    try {
      execFileSync('setpriv', [...prefix.slice(1), 'true'], { stdio: 'ignore' });
      return prefix;
    } catch {
      // Not installed, or the container lacks this capability: try the next way.
    }
  }
  return undefined;
}
