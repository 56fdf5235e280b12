// No room left: a clear sentence, nothing half written, and everything goes on once there is room again.
import { execFileSync } from 'node:child_process';
import { chmod, mkdtemp, open, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../support/app.ts';
import { applyForDomicile, declared, draftOf, fillIn, startDomicile } from '../support/journey.ts';
import { aPhoto, asFile } from '../support/papers.ts';
import { type Finished, startServerProcess } from '../support/server-process.ts';
import { createVisitor, textOf } from '../support/visitor.ts';

describe('a database without room', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startTestApp({ loadRegion: true });
  });
  afterAll(() => app.close());

  it('says so, keeps what was typed and takes the same form later', async () => {
    const visitor = createVisitor(app.fastify);
    const check = await fillIn(visitor, await startDomicile(visitor));
    // PostgreSQL's own answer to a full disk is the error 53100; here the table gives it.
    await app.database.query(`
      create function cases.no_room() returns trigger language plpgsql as
        $$ begin raise exception 'could not extend file: No space left on device' using errcode = '53100'; end $$;
      create trigger no_room before insert on cases.event execute function cases.no_room();`);
    const refused = await visitor.submit(check, declared);
    expect(refused.status).toBe(503);
    expect(refused.headers['retry-after']).toBe('10');
    expect(textOf(refused)).not.toMatch(/extend file|trigger|at Object/);
    expect(await app.database.query('select 1 from cases."case"')).toEqual([]);
    await app.database.query('drop trigger no_room on cases.event');
    const again = await visitor.get(`/permohonan/${draftOf(check)}/periksa`);
    expect((await visitor.submit(again, declared)).path).toMatch(/tanda-terima$/);
    expect(await app.database.query('select 1 from cases."case"')).toHaveLength(1);
    await applyForDomicile(createVisitor(app.fastify));
  });
});

/** Whether this machine lets the test have a small disk of its own (root, or a container that allows mounting). */
function mayMount(): boolean {
  try {
    execFileSync('unshare', ['-m', 'true'], { stdio: 'ignore' });
    return process.getuid?.() === 0;
  } catch {
    return false;
  }
}

describe.runIf(mayMount())('a disk without room', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'loket24-full-'));
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=300m', 'tmpfs', folder]);
    await chmod(folder, 0o755);
  });
  afterAll(async () => {
    execFileSync('umount', ['-l', folder]);
    await rm(folder, { recursive: true, force: true });
  });

  async function fill(): Promise<void> {
    const file = await open(join(folder, 'ballast'), 'a');
    try {
      for (let size = 1024 * 1024; size >= 1024; ) {
        try {
          await file.write(Buffer.alloc(size, 1));
        } catch {
          size /= 4;
        }
      }
    } finally {
      await file.close();
    }
  }

  it('refuses uploads with a sentence, leaves no half file, stays up, and works again when room is made', async () => {
    const server = await startServerProcess({ DATA_DIR: join(folder, 'data'), LOG_LEVEL: 'fatal' });
    const photo = await aPhoto();
    const send = async () => {
      const form = new FormData();
      form.append('file', asFile(photo, 'ktp.jpg', 'image/jpeg'));
      const answer = await fetch(`${server.url}/api/v1/uploads`, { method: 'POST', body: form });
      return { status: answer.status, body: (await answer.json()) as { code?: string; title?: string } };
    };
    let ended: Finished | undefined;
    try {
      expect((await send()).status).toBe(201);
      const before = await readdir(join(folder, 'data', 'files'), { recursive: true });
      await fill();
      const refused = await send();
      expect(refused).toMatchObject({
        status: 503,
        body: { code: expect.stringMatching(/^platform\.(disk_full|database_unavailable)$/) },
      });
      expect(await readdir(join(folder, 'data', 'files'), { recursive: true })).toEqual(before);
      expect((await fetch(`${server.url}/healthz`)).status).toBe(200);
      await rm(join(folder, 'ballast'));
      await expect.poll(async () => (await send()).status, { timeout: 30_000, interval: 500 }).toBe(201);
    } finally {
      ended = await server.signal('SIGTERM');
    }
    expect(ended).toMatchObject({ code: 0, stderr: '' });
  }, 120_000);
});
