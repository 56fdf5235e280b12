import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../../../tests/support/app.ts';
import { staffVisitor } from '../../../tests/support/staff.ts';
import { findCategory, listCategories, ownerOf, recordLabel, suggest } from './index.ts';
import { overview, retrain } from './service.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp({ loadRegion: true });
}, 120_000);
afterAll(() => app.close());

describe('categories of the region', () => {
  it('are loaded with names in both languages and an owner who exists', async () => {
    const categories = await listCategories(app.ctx());
    expect(categories).toHaveLength(60);
    for (const category of categories) {
      expect(category.name.en).not.toBe(category.name.id);
      expect(await ownerOf(app.ctx(), category, '73.72.01.1004'), category.id).toBeDefined();
    }
    const rtrw = await findCategory(app.ctx(), 'kelurahan.surat-rtrw');
    expect(rtrw && (await ownerOf(app.ctx(), rtrw, '73.72.01.1004'))?.code).toBe('kel-lompoe');
  });
});

describe('a suggestion', () => {
  it('names category, owner, place and danger, and why; whoever asks', async () => {
    const answer = await app.fastify.inject({
      method: 'POST',
      url: '/api/v1/complaints/suggest',
      payload: { text: 'lampu jalan mati total di Lapadde, kabel putus menjuntai' },
    });
    expect(answer.statusCode).toBe(200);
    const body = answer.json<{
      categories: { id: string; agency: string; because: string[] }[];
      danger: string[];
      area: string;
    }>();
    expect(body.categories[0]).toMatchObject({ id: 'lampu.mati', agency: 'dishub' });
    expect(body.categories[0]?.because).toContain('lampu');
    expect(body.danger).toEqual(['kabel putus menjuntai']);
    expect(body.area).toBe('73.72.02.1004');
  });

  it('is not made up for a text that says nothing known', async () => {
    expect(await suggest(app.ctx(), 'zzzz qqqq')).toEqual({ categories: [], danger: [], area: undefined });
  });

  it('takes a few milliseconds', async () => {
    const times: number[] = [];
    for (let at = 0; at < 200; at++) {
      const began = performance.now();
      await suggest(app.ctx(), `air pam mati ${at} hari di lorong kami mohon dicek segera karena banyak anak kecil`);
      times.push(performance.now() - began);
    }
    times.sort((a, b) => a - b);
    expect(times[190]).toBeLessThan(10);
  });
});

describe('learning from officers', () => {
  it('keeps no personal data, measures on texts left out, and changes what is suggested', async () => {
    const ctx = app.ctx();
    const text = 'kandang walet di ruko berisik sekali, hubungi Pak Ambo 0812-3456-7890';
    const [before] = (await suggest(ctx, text)).categories;
    expect(before?.id).not.toBe('pajak.pbb');
    await recordLabel(ctx, { text, category: 'pajak.pbb' });
    await recordLabel(ctx, { text, category: 'no.such' });
    const [row] = await app.database.query('select text, guessed from triage.label');
    expect(row?.text).toBe(
      'kandang walet di ruko berisik sekali, hubungi Pak [nama disembunyikan] [nomor telepon disembunyikan]',
    );
    const training = await retrain(ctx);
    expect(training).toMatchObject({ labels: 1, texts: 81, used: true });
    expect(training.firstRight).toBeGreaterThanOrEqual(0.75);
    await new Promise((resolve) => setTimeout(resolve, 1100)); // looked at again after a second
    expect((await suggest(ctx, text)).categories[0]?.id).toBe('pajak.pbb');
    expect((await overview(ctx)).corrected).toBe(1);
  });

  it('is shown to the administrator alone', async () => {
    const page = await (await staffVisitor(app, 'admin')).get('/petugas/pengelompokan');
    expect(page.status).toBe(200);
    expect(page.body).toContain('81 laporan diuji');
    expect((await (await staffVisitor(app, 'petugas.lompoe')).get('/petugas/pengelompokan')).status).toBe(403);
    await expect(retrain(app.ctx({ kind: 'anonymous' }))).rejects.toMatchObject({ kind: 'forbidden' });
  });
});
