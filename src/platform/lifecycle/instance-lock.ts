// One server per data folder. The lock names the process and when it started, so a number reused after a crash is not taken for it.
import { link, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { startupError, systemCode } from '../startup-error.ts';

export interface InstanceLock {
  release(): Promise<void>;
}

export async function lockDataFolder(folder: string): Promise<InstanceLock> {
  await mkdir(folder, { recursive: true });
  const path = join(folder, 'loket24.lock');
  const draft = `${path}.${process.pid}`;
  const own = `${process.pid} ${await startOf(process.pid)}\n`;
  await writeFile(draft, own, { flush: true });
  try {
    for (let attempt = 0; attempt < 5; attempt += 1) {
      // link() takes the name only when it is free: two starts cannot both win.
      if (await tryLink(draft, path)) return { release: () => release(path, own) };
      await refuseWhenAlive(path, folder);
      await rm(path, { force: true });
    }
  } finally {
    await rm(draft, { force: true });
  }
  throw startupError(`The data folder ${folder} could not be locked. Try again.`);
}

/** Whether a server runs on this folder now. */
export async function isDataFolderInUse(folder: string): Promise<boolean> {
  return (await livingHolder(join(folder, 'loket24.lock'))) !== undefined;
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

async function refuseWhenAlive(path: string, folder: string): Promise<void> {
  const pid = await livingHolder(path);
  if (pid === undefined) return;
  throw startupError(
    `Loket24 is already running on ${folder} (process ${pid}). Stop it first, or set DATA_DIR to another folder.`,
  );
}

async function livingHolder(path: string): Promise<number | undefined> {
  const content = await readFile(path, 'utf8').catch(() => '');
  const [pidText = '', start = ''] = content.trim().split(' ');
  const pid = Number(pidText);
  if (!Number.isInteger(pid) || pid <= 0 || pid === process.pid) return undefined;
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (systemCode(error) !== 'EPERM') return undefined;
  }
  return (await startOf(pid)) === start ? pid : undefined;
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
