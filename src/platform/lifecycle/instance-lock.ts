// One server per data folder. The lock names the process and when it started, so a number reused after a crash is not taken for it.
import { link, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { startupError, systemCode } from '../startup-error.ts';

export interface InstanceLock {
  release(): Promise<void>;
}

/** A command holds the folder for seconds and is waited for; a server holds it until it is stopped. */
export type Holder = 'server' | 'command';

const commandPatienceMilliseconds = 30_000;

export async function lockDataFolder(folder: string, holder: Holder): Promise<InstanceLock> {
  await mkdir(folder, { recursive: true });
  const path = join(folder, 'loket24.lock');
  const draft = `${path}.${process.pid}`;
  const own = `${process.pid} ${await startOf(process.pid)} ${holder}\n`;
  await writeFile(draft, own, { flush: true });
  try {
    // link() takes the name only when it is free: two starts cannot both win.
    for (const deadline = Date.now() + commandPatienceMilliseconds; !(await tryLink(draft, path)); ) {
      const living = await livingHolder(path);
      if (living === undefined) await rm(path, { force: true });
      else if (living.holder === 'server' || Date.now() > deadline) throw inUse(folder, living.pid);
      else await wait(100);
    }
  } finally {
    await rm(draft, { force: true });
  }
  return { release: () => release(path, own) };
}

/** Whether a process of this kind holds the folder now. */
export async function isDataFolderInUse(folder: string, holder: Holder): Promise<boolean> {
  return (await livingHolder(join(folder, 'loket24.lock')))?.holder === holder;
}

function inUse(folder: string, pid: number): Error {
  return startupError(
    `Loket24 is already running on ${folder} (process ${pid}). Stop it first, or set DATA_DIR to another folder.`,
  );
}

async function tryLink(draft: string, path: string): Promise<boolean> {
  try {
    await link(draft, path);
    return true;
  } catch (error) {
    if (systemCode(error) === 'EEXIST') return false;
    throw error;
  }
}

async function livingHolder(path: string): Promise<{ pid: number; holder: Holder } | undefined> {
  const content = await readFile(path, 'utf8').catch(() => '');
  const [pidText = '', start = '', holder = ''] = content.trim().split(' ');
  const pid = Number(pidText);
  if (!Number.isInteger(pid) || pid <= 0 || pid === process.pid) return undefined;
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (systemCode(error) !== 'EPERM') return undefined;
  }
  return (await startOf(pid)) === start ? { pid, holder: holder === 'command' ? 'command' : 'server' } : undefined;
}

// Field 22 of /proc/<pid>/stat; other systems have only the number.
async function startOf(pid: number): Promise<string> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
  return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? '-';
}

async function release(path: string, own: string): Promise<void> {
  const content = await readFile(path, 'utf8').catch(() => undefined);
  if (content === own) await rm(path, { force: true });
}
