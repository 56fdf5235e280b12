import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../../../tests/support/app.ts';
import type { Application } from '../applications/index.ts';
import type { Assisted } from '../cases/index.ts';
import { anOfficer } from '../cases/testing.ts';
import { versionForIntake } from '../catalogue/index.ts';
import { submitAssisted } from './submit.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp({ loadRegion: true });
});
afterAll(() => app.close());

const answers = {
  tinggal_di_parepare: true,
  alamat_usaha_saja: false,
  jenis: 'tetap',
  keperluan: 'Melamar kerja',
  wilayah: '73.72.01.1004',
  alamat: { street: 'Jalan Bau Massepe 12', rt: '1', rw: '2', area: '73.72.01.1004' },
  punya_pbb: 'tidak',
  nama: 'Andi Tenri Wulandari',
  nik: '7372011708900001',
  hp: '081234567890',
};
const originals = ['ktp-el-pemohon', 'kartu-keluarga', 'pengantar-rt-rw'];

async function application(more: Partial<Application> = {}): Promise<Application> {
  const version = await versionForIntake(app.ctx(), 'sk-domisili');
  return { version, answers, documents: [], seen: originals, submissionKey: `assisted:${nextKey()}`, ...more };
}
let keys = 0;
const nextKey = (): number => ++keys;
const officer = async () => app.ctx(await anOfficer(app.ctx(), 'petugas.lompoe'));
const counter: Assisted = { mode: 'counter', identity: 'ktp' };

describe('an application entered on behalf of somebody', () => {
  it('counts an original that was seen as evidence, and keeps which and by whom', async () => {
    const { target } = await submitAssisted(await officer(), { ...(await application()), assisted: counter });
    expect(target.state.seen).toEqual(originals);
    expect(target.state.assisted).toEqual(counter);
    const [event] = await app.database.query(
      `select actor_kind, actor_id, channel, data -> 'seen' as seen from cases.event where case_id = '${target.id}'`,
    );
    const ctx = await officer();
    expect(event).toMatchObject({
      actor_kind: 'officer',
      actor_id: ctx.actor.kind === 'officer' ? ctx.actor.id : '',
      channel: 'counter',
      seen: originals,
    });
  });

  it('still asks for a paper nobody has seen', async () => {
    const given = { ...(await application({ seen: ['ktp-el-pemohon', 'kartu-keluarga'] })), assisted: counter };
    await expect(submitAssisted(await officer(), given)).rejects.toMatchObject({
      code: 'applications.incomplete',
      fields: [{ field: 'pengantar-rt-rw', code: 'document.required' }],
    });
  });

  it('refuses a tick for a paper the service does not ask for', async () => {
    const given = { ...(await application({ seen: [...originals, 'ijazah'] })), assisted: counter };
    await expect(submitAssisted(await officer(), given)).rejects.toMatchObject({
      fields: [{ field: 'ijazah', code: 'document.unknown' }],
    });
  });

  it('is not for people who are not officers', async () => {
    const given = { ...(await application()), assisted: counter };
    await expect(submitAssisted(app.ctx({ kind: 'anonymous' }), given)).rejects.toMatchObject({
      code: 'assisted.officer_only',
    });
  });

  it('starts the clock of a paper form when it was received, and says so', async () => {
    const now = app.clock.now();
    const receivedAt = new Date(now.getTime() - 3 * 86_400_000).toISOString();
    const paper: Assisted = { mode: 'paper', receivedAt };
    const { target } = await submitAssisted(await officer(), { ...(await application()), assisted: paper });
    expect(target.state.submittedAt).toBe(now.toISOString());
    const started = target.state.clocks.flatMap((clock) => clock.events.map((event) => event.at));
    expect(started.length).toBeGreaterThan(0);
    expect(new Set(started)).toEqual(new Set([receivedAt]));
    expect(target.state.tasks.every((task) => task.openedAt === now.toISOString())).toBe(true);
  });

  it('takes no receipt from the future, and one older than 30 days only with a reason', async () => {
    const at = (days: number): Assisted => ({
      mode: 'paper',
      receivedAt: new Date(app.clock.now().getTime() - days * 86_400_000).toISOString(),
    });
    const send = async (assisted: Assisted) => submitAssisted(await officer(), { ...(await application()), assisted });
    await expect(send({ mode: 'paper' })).rejects.toMatchObject({ code: 'assisted.received_missing' });
    await expect(send(at(-0.1))).rejects.toMatchObject({ code: 'assisted.received_in_future' });
    await expect(send(at(31))).rejects.toMatchObject({ code: 'assisted.received_too_old' });
    const { target } = await send({ ...at(31), lateReason: 'Formulir terselip saat pindah ruang.' });
    expect(target.state.assisted?.lateReason).toMatch(/terselip/);
  });
});
