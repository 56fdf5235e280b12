// A service closed for a while or for good, and versions that wait: what people see, what programs are told, what stays.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { getTracked } from '../../src/modules/cases/index.ts';
import { anOfficer } from '../../src/modules/cases/testing.ts';
import {
  cancelPlan,
  currentVersion,
  getHistory,
  publishVersion,
  putDueInForce,
  resumeService,
  retireService,
  suspendService,
} from '../../src/modules/catalogue/index.ts';
import type { Context } from '../../src/platform/context.ts';
import { inTransaction } from '../../src/platform/database/index.ts';
import { loadRegion } from '../../src/platform/region-load.ts';
import { startTestApp, type TestApp } from '../support/app.ts';
import { applyForDomicile, declared, fillIn, startDomicile } from '../support/journey.ts';
import { officerDoes } from '../support/office.ts';
import { createVisitor, textOf, type Visitor } from '../support/visitor.ts';

let app: TestApp;
let publisher: Context;
beforeAll(async () => {
  app = await startTestApp({ loadRegion: true });
  publisher = app.ctx(await anOfficer(app.ctx(), 'admin'));
}, 120_000);
afterAll(() => app.close());

const visit = (): Visitor => createVisitor(app.fastify);
const reason = { id: 'Pindah kantor.', en: 'We are moving.' };
const kinds = async (slug: string) => (await getHistory(app.ctx(), slug)).events.map(({ kind }) => kind);

describe('a suspended service', () => {
  it('says why and until when, starts and sends nothing, keeps drafts, and lets open cases go on', async () => {
    const open = await applyForDomicile(visit());
    const drafting = visit();
    const check = await fillIn(drafting, await startDomicile(drafting));
    await suspendService(publisher, 'sk-domisili', { reason, reopensOn: '2026-12-01' });

    const page = await visit().get('/layanan/sk-domisili');
    expect(textOf(page)).toContain(
      'Layanan ini ditutup sementara Pindah kantor. Diperkirakan buka lagi Selasa, 1 Desember 2026.',
    );
    expect(page.body).not.toContain('/layanan/sk-domisili/mulai');
    expect(textOf(await visit().get('/layanan'))).toContain('Ditutup sementara. Pindah kantor.');
    expect((await visit().get('/layanan/sk-domisili/mulai')).path).toBe('/layanan/sk-domisili');

    const refused = await drafting.submit(check, declared);
    expect(refused.status).toBe(409);
    expect(textOf(refused)).toContain(
      'Pindah kantor. Diperkirakan buka lagi Selasa, 1 Desember 2026. Isian Anda tetap tersimpan.',
    );
    expect(textOf(refused)).toContain('Andi Tenri Wulandari');

    const program = await app.fastify.inject({
      method: 'POST',
      url: '/api/v1/applications',
      headers: { 'idempotency-key': 'suspended-1', 'accept-language': 'en' },
      payload: { service: 'sk-domisili', answers: {} },
    });
    expect(program.statusCode).toBe(409);
    expect(program.json()).toMatchObject({ code: 'catalogue.suspended' });
    expect(program.json().detail ?? program.json().title).toContain('We are moving.');
    expect((await app.fastify.inject('/api/v1/services/sk-domisili')).json()).toMatchObject({
      state: 'suspended',
      closed: { reopensOn: '2026-12-01', successor: null },
    });

    const { number } = (await app.fastify.inject(`/api/v1/track/${open}`)).json();
    await officerDoes(app, 'petugas.lompoe', { number, action: 'lengkap' });

    await resumeService(publisher, 'sk-domisili');
    expect((await visit().get('/layanan/sk-domisili')).body).toContain('/layanan/sk-domisili/mulai');
    expect((await drafting.submit(check, declared)).path).toMatch(/tanda-terima$/);
    expect((await kinds('sk-domisili')).slice(0, 2)).toEqual(['resumed', 'suspended']);
  }, 60_000);

  it('stays suspended when the region is loaded again', async () => {
    await suspendService(publisher, 'kia', { reason });
    await loadRegion(app.platform, app.app.modules, { force: true, overwrite: true });
    expect(textOf(await visit().get('/layanan/kia'))).toContain('Tanggal buka lagi belum diketahui.');
    await resumeService(publisher, 'kia');
  }, 60_000);

  it('is suspended only by who may publish, with a reason and a day that is to come', async () => {
    const officer = app.ctx(await anOfficer(app.ctx(), 'lurah.lompoe'));
    await expect(suspendService(officer, 'kia', { reason })).rejects.toMatchObject({ code: 'catalogue.not_publisher' });
    await expect(resumeService(officer, 'kia')).rejects.toMatchObject({ code: 'catalogue.not_publisher' });
    const empty = { reason: { id: ' ' } };
    await expect(suspendService(publisher, 'kia', empty)).rejects.toMatchObject({ code: 'catalogue.reason_missing' });
    for (const reopensOn of ['2026-11-21', '2026-02-30', 'besok'])
      await expect(suspendService(publisher, 'kia', { reason, reopensOn })).rejects.toMatchObject({
        code: 'catalogue.reopening_date',
      });
    expect((await getHistory(publisher, 'kia')).closing).toBeUndefined();
  });
});

describe('a retired service', () => {
  it('is no longer listed, but search finds it and it points on to the one that takes its place', async () => {
    await retireService(publisher, 'sk-usaha', { reason: { id: 'Digabung.' }, successor: 'sk-domisili' });
    expect((await visit().get('/layanan')).body).not.toContain('href="/layanan/sk-usaha"');
    const items = (await app.fastify.inject('/api/v1/services')).json<{ items: { slug: string }[] }>().items;
    expect(items.map(({ slug }) => slug)).not.toContain('sk-usaha');
    const found = await visit().get('/cari?q=surat+keterangan+usaha');
    expect(found.body).toContain('href="/layanan/sk-usaha"');
    expect(textOf(found)).toContain('Sudah tidak dibuka. Digabung.');
    const page = await visit().get('/layanan/sk-usaha');
    expect(textOf(page)).toContain('Digantikan oleh Surat keterangan domisili');
    expect(page.body).toContain('href="/layanan/sk-domisili"');
    expect((await app.fastify.inject('/api/v1/services/sk-usaha')).json()).toMatchObject({
      state: 'retired',
      closed: { successor: 'sk-domisili' },
    });
    await resumeService(publisher, 'sk-usaha');
  });

  it('has another open service as its successor, or none', async () => {
    for (const successor of ['tidak-ada', 'kia'])
      await expect(retireService(publisher, 'kia', { reason, successor })).rejects.toMatchObject({
        code: 'catalogue.successor_unknown',
      });
  });
});

describe('a version that waits', () => {
  const promise = (amount: number) => ({ amount, unit: 'working-days' as const });
  async function planned(slug: string, effectiveAt: Date, amount: number) {
    const { definition } = await currentVersion(publisher, slug);
    const changed = { ...definition, standard: { ...definition.standard, promise: promise(amount) } };
    const publishedBy = publisher.actor.kind === 'officer' ? publisher.actor.id : '';
    return inTransaction(publisher, (ctx) => publishVersion(ctx, { definition: changed, publishedBy, effectiveAt }));
  }

  it('comes into force at its time, exactly once, however many workers ask', async () => {
    const before = await currentVersion(publisher, 'pindah-datang');
    const code = await applyForDomicile(visit());
    const made = await planned('pindah-datang', new Date('2026-11-23T00:00:00+08:00'), 9);
    expect(await putDueInForce(app.ctx())).toBe(0);
    expect((await currentVersion(publisher, 'pindah-datang')).id).toBe(before.id);
    await expect(planned('pindah-datang', new Date('2026-11-24T00:00:00+08:00'), 8)).rejects.toMatchObject({
      code: 'catalogue.plan_open',
    });
    app.clock.set('2026-11-23T00:00:01+08:00');
    const counts = await Promise.all([1, 2, 3].map(() => putDueInForce(app.ctx())));
    expect(counts.toSorted()).toEqual([0, 0, 1]);
    const now = await currentVersion(publisher, 'pindah-datang');
    expect([now.id, now.version]).toEqual([made.versionId, before.version + 1]);
    expect(textOf(await visit().get('/layanan/pindah-datang'))).toContain('9 hari kerja');
    expect(await kinds('pindah-datang')).toEqual(['in-force', 'planned', 'published']);
    // A case opened before keeps the version it was opened with.
    expect((await getTracked(app.ctx(), code)).state.versionId).toBe(
      (await currentVersion(publisher, 'sk-domisili')).id,
    );
  });

  it('can be taken back before its time, and then never comes into force', async () => {
    const before = await currentVersion(publisher, 'kia');
    await planned('kia', new Date('2026-11-24T00:00:00+08:00'), 7);
    await cancelPlan(publisher, 'kia');
    app.clock.set('2026-11-25T08:00:00+08:00');
    expect(await putDueInForce(app.ctx())).toBe(0);
    expect((await currentVersion(publisher, 'kia')).id).toBe(before.id);
  });

  it('published at the desk is kept when the region is loaded, unless the files shall win', async () => {
    const { definition } = await currentVersion(publisher, 'kia');
    const changed = { ...definition, title: { id: 'Kartu anak', en: 'Child card' } };
    const publishedBy = publisher.actor.kind === 'officer' ? publisher.actor.id : '';
    await inTransaction(publisher, (ctx) => publishVersion(ctx, { definition: changed, publishedBy }));
    await loadRegion(app.platform, app.app.modules, { force: true });
    expect((await currentVersion(publisher, 'kia')).definition.title.id).toBe('Kartu anak');
    expect((await kinds('kia'))[0]).toBe('region-file-kept-out');
    await loadRegion(app.platform, app.app.modules, { force: true, overwrite: true });
    expect((await currentVersion(publisher, 'kia')).definition.title.id).not.toBe('Kartu anak');
  }, 60_000);
});
