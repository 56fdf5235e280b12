import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { menuFor, staffMenu } from '../../src/ui/staff/staff-menu.tsx';
import { startTestApp, type TestApp } from '../support/app.ts';
import { staffVisitor } from '../support/staff.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp({ loadRegion: true });
});
afterAll(() => app?.close());

const people = [
  { who: 'admin', permissions: ['admin', 'author', 'publish'], roles: ['admin'] },
  { who: 'penyusun.layanan', permissions: ['author'], roles: ['admin'] },
  { who: 'petugas.lompoe', permissions: ['inbox'], roles: ['petugas'] },
  { who: 'bendahara.bkd-keuangan', permissions: ['inbox', 'treasury'], roles: ['bendahara'] },
];

describe('the menu of the staff area', () => {
  it.each(people)('leads $who to pages that open, and leaves out exactly those that are refused', async (person) => {
    const visitor = await staffVisitor(app, person.who);
    const mine = menuFor(person);
    const shown = (await visitor.get('/petugas/akun')).body;
    for (const entry of staffMenu) {
      const allowed = mine.includes(entry);
      expect([entry.href, (await visitor.get(entry.href)).status]).toEqual([entry.href, allowed ? 200 : 403]);
      expect([entry.href, shown.includes(`href="${entry.href}"`)]).toEqual([entry.href, allowed]);
    }
  });

  it('marks the part one is in, also deep inside it', async () => {
    const visitor = await staffVisitor(app, 'petugas.lompoe');
    const menu = /<nav class="staffmenu"[\s\S]*?<\/nav>/;
    const marked = async (path: string) =>
      /href="([^"]+)" aria-current="page"/.exec(menu.exec((await visitor.get(path)).body)?.[0] ?? '')?.[1];
    expect(await marked('/petugas?tampil=saya')).toBe('/petugas');
    expect(await marked('/petugas?tampil=dinaikkan')).toBe('/petugas?tampil=dinaikkan');
    expect(await marked('/kerja/loket/sk-domisili')).toBe('/kerja/loket');
  });
});
