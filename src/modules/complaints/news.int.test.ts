import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../../../tests/support/app.ts';
import { createTestClock } from '../../../tests/support/clock.ts';
import { createVisitor, encodeForm, textOf } from '../../../tests/support/visitor.ts';
import { anOfficer } from '../cases/testing.ts';
import { waitingLetters } from '../notifications/testing.ts';
import { attach, publish, unpublish } from './index.ts';
import { hashOfAddress, readAddress, sealOldAddresses } from './service/news-address.ts';
import { forgetNews, tellNews } from './service/tell-news.ts';
import { aReport, dispatch, officerStep, reporterStep } from './testing.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp({ loadRegion: true, clock: createTestClock('2026-11-23T09:00:00+08:00') });
}, 120_000);
afterAll(() => app?.close());

const verifier = async () => app.ctx(await anOfficer(app.ctx(), 'verifikator.diskominfo'));
const done = { dikerjakan: 'Lampu diganti oleh Pak Daeng Situju.', tanpa_foto: 'Kamera rusak' };

/** A published problem, its address and the number of its report. */
async function published(title = 'Lampu lorong mati') {
  const { number, problemId = '' } = await aReport(app.ctx());
  await publish(await verifier(), { problemId, title, text: 'Gelap sejak Senin.' });
  const [row] = await app.database.query(`select code from complaints.problem where id = '${problemId}'`);
  return { number, problemId, code: String(row?.code) };
}
const lettersTo = (email: string) => waitingLetters(app.ctx(), email);
const rowsOf = (email: string) =>
  app.database.query(`select * from complaints.news where who_hash = '${hashOfAddress(app.ctx(), email)}'`);
const linkIn = (body: unknown): string => /\/kabar\/\S+/.exec(String(body))?.[0] ?? '';
const visitor = () => createVisitor(app.fastify);

/** Asks on the page and says yes by the letter. */
let people = 0;
async function follows(code: string, email: string): Promise<string> {
  const page = await visitor().get(`/laporan/${code}`);
  people += 1;
  const person = createVisitor(app.fastify, { ip: `10.1.0.${people}` });
  await person.submit(await person.get(page.path), { email }, { action: /\/kabar$/ });
  const link = linkIn((await lettersTo(email)).at(-1)?.body);
  await person.submit(await person.get(link), {}, { action: /^\/kabar\// });
  return link;
}

describe('the history of a published problem', () => {
  it('tells steps, dates and offices, and not a word that somebody wrote', async () => {
    const { number, code } = await published();
    await dispatch(app.ctx(), number);
    app.clock.advance({ hours: 1 });
    await officerStep(app.ctx(), 'petugas.dishub', { number, action: 'selesaikan', data: done });
    await reporterStep(app.ctx(), number, 'belum-beres', { kurang: 'Tetangga saya masih gelap.' });
    const page = textOf(await visitor().get(`/laporan/${code}`));
    const said = [
      'Dilaporkan warga',
      'Diteruskan ke',
      'melaporkan sudah beres. Pelapor ditanya',
      'belum beres. Naik ke kepala',
    ];
    const at = said.map((sentence) => page.indexOf(sentence));
    expect(at).not.toContain(-1);
    expect([...at].sort((a, b) => a - b)).toEqual(at);
    expect(page).not.toMatch(/Situju|Tetangga/);
  });

  it('a secret report that was joined says no by itself: the public page neither changes nor breaks', async () => {
    const { number, code, problemId } = await published();
    const secret = await aReport(app.ctx(), { level: 'secret' });
    await attach(await verifier(), { number: secret.number, code });
    await dispatch(app.ctx(), number);
    await officerStep(app.ctx(), 'petugas.dishub', { number, action: 'selesaikan', data: done });
    const { followLead } = await import('./service/follow-lead.ts');
    const [row] = await app.database.query(`select case_id from complaints.report where number = '${number}'`);
    await followLead(app.ctx(), { problemId, caseId: String(row?.case_id), version: 0 });
    await reporterStep(app.ctx(), number, 'sudah-beres');
    const mask = (body: string) => body.replace(/value="[A-Za-z0-9._-]{30,}"/g, '');
    const before = mask((await visitor().get(`/laporan/${code}`)).body);
    await reporterStep(app.ctx(), secret.number, 'belum-beres', { kurang: 'Masih gelap.' });
    expect(mask((await visitor().get(`/laporan/${code}`)).body)).toBe(before);
  });
});

describe('following by e-mail', () => {
  it('begins only when the owner of the address says so, and pressing twice is once', async () => {
    const { code } = await published();
    const person = visitor();
    const page = await person.get(`/laporan/${code}`);
    for (const _ of [1, 2]) {
      const seen = await person.submit(page, { email: 'ani@contoh.id' }, { action: /\/kabar$/ });
      expect(textOf(seen)).toContain('Buka e-mail Anda');
    }
    const [letter, ...more] = await lettersTo('ani@contoh.id');
    expect(more).toEqual([]);
    expect(await rowsOf('ani@contoh.id')).toMatchObject([{ confirmed_at: null }]);
    const link = linkIn(letter?.body);
    const asked = await person.get(link);
    expect(await rowsOf('ani@contoh.id')).toMatchObject([{ confirmed_at: null }]);
    const yes = await person.submit(asked, {}, { action: /^\/kabar\// });
    expect(textOf(yes)).toContain('Anda mengikuti laporan ini');
    expect((await rowsOf('ani@contoh.id'))[0]?.confirmed_at).not.toBeNull();
  });

  it('answers the same whether the address follows already or not', async () => {
    const { code } = await published();
    await follows(code, 'budi@contoh.id');
    const answers = await Promise.all(
      ['budi@contoh.id', 'cici@contoh.id'].map(async (email) => {
        const person = visitor();
        const seen = await person.submit(await person.get(`/laporan/${code}`), { email }, { action: /\/kabar$/ });
        return `${seen.status} ${textOf(seen)}`;
      }),
    );
    expect(answers[0]).toBe(answers[1]);
    expect(await lettersTo('budi@contoh.id')).toHaveLength(1);
  });

  it('refuses what is no address and keeps what was typed', async () => {
    const { code } = await published();
    const person = visitor();
    const seen = await person.submit(await person.get(`/laporan/${code}`), { email: 'ani@' }, { action: /\/kabar$/ });
    expect(seen.status).toBe(422);
    expect(seen.body).toContain('value="ani@"');
  });

  it('sends no more than five questions a day to one address', async () => {
    for (let more = 0; more < 7; more++) {
      const { code } = await published();
      const person = createVisitor(app.fastify, { ip: `10.0.0.${more}` });
      await person.submit(await person.get(`/laporan/${code}`), { email: 'dedi@contoh.id' }, { action: /\/kabar$/ });
    }
    expect(await lettersTo('dedi@contoh.id')).toHaveLength(5);
  });

  it('tells each public step, at most once a day, and again what came meanwhile', async () => {
    const { number, code, problemId } = await published('Lampu pasar mati');
    await follows(code, 'eka@contoh.id');
    app.clock.advance({ minutes: 5 });
    await dispatch(app.ctx(), number);
    expect(await tellNews(app.ctx(), problemId)).toBe(1);
    expect(await tellNews(app.ctx(), problemId)).toBe(0);
    app.clock.advance({ hours: 2 });
    await officerStep(app.ctx(), 'petugas.dishub', { number, action: 'selesaikan', data: done });
    expect(await tellNews(app.ctx(), problemId)).toBe(0);
    app.clock.advance({ hours: 22 });
    expect(await tellNews(app.ctx(), problemId)).toBe(1);
    const [, first, second, ...more] = await lettersTo('eka@contoh.id');
    expect(more).toEqual([]);
    expect(String(first?.body)).toContain('Diteruskan ke');
    expect(String(second?.body)).toContain('melaporkan sudah beres');
    expect(String(second?.body)).not.toMatch(/Diteruskan|Situju/);
  });

  it('stops by the link of each letter, and the address is gone', async () => {
    const { number, code, problemId } = await published();
    const link = await follows(code, 'fajar@contoh.id');
    const person = visitor();
    const page = await person.get(`${link}/berhenti`);
    expect(await rowsOf('fajar@contoh.id')).toHaveLength(1);
    const seen = await person.submit(page, {}, { action: /\/berhenti$/ });
    expect(textOf(seen)).toContain('Alamat e-mail Anda sudah dihapus.');
    expect(await rowsOf('fajar@contoh.id')).toEqual([]);
    app.clock.advance({ minutes: 5 });
    await dispatch(app.ctx(), number);
    expect(await tellNews(app.ctx(), problemId)).toBe(0);
    const again = await person.get(link);
    const never = await person.get('/kabar/019393a0-0000-7000-8000-000000000000.AAAAAAAAAAAAAAAAAAAAAA');
    expect([again.status, never.status]).toEqual([404, 404]);
  });

  it('tells nothing of a problem that is not shown any more', async () => {
    const { number, code, problemId } = await published();
    await follows(code, 'gita@contoh.id');
    app.clock.advance({ minutes: 5 });
    await dispatch(app.ctx(), number);
    await unpublish(await verifier(), { problemId, reason: 'Salah tampil' });
    expect(await tellNews(app.ctx(), problemId)).toBe(0);
    expect(await lettersTo('gita@contoh.id')).toHaveLength(1);
  });

  it('forgets an address after two days without a yes, and two weeks after the end', async () => {
    const { number, code } = await published();
    await follows(code, 'hadi@contoh.id');
    const person = visitor();
    await person.submit(await person.get(`/laporan/${code}`), { email: 'indah@contoh.id' }, { action: /\/kabar$/ });
    app.clock.advance({ hours: 49 });
    await forgetNews(app.ctx());
    expect(await rowsOf('indah@contoh.id')).toEqual([]);
    expect(await rowsOf('hadi@contoh.id')).toHaveLength(1);
    await dispatch(app.ctx(), number);
    await officerStep(app.ctx(), 'petugas.dishub', { number, action: 'selesaikan', data: done });
    await reporterStep(app.ctx(), number, 'sudah-beres');
    app.clock.advance({ days: 13 });
    await forgetNews(app.ctx());
    expect(await rowsOf('hadi@contoh.id')).toHaveLength(1);
    app.clock.advance({ days: 2 });
    await forgetNews(app.ctx());
    expect(await rowsOf('hadi@contoh.id')).toEqual([]);
  });
});

describe('a followed problem that is joined to another', () => {
  it('takes its followers along, each is told once, stops for both, and nobody is forgotten by the joining', async () => {
    const kept = await published('Lampu lorong tiga mati');
    const joined = await published('Lampu dekat masjid mati');
    await follows(joined.code, 'rahma@contoh.id');
    await follows(joined.code, 'sukma@contoh.id');
    await follows(kept.code, 'sukma@contoh.id');
    await attach(await verifier(), { number: joined.number, code: kept.code });
    await forgetNews(app.ctx());
    app.clock.advance({ minutes: 5 });
    await dispatch(app.ctx(), kept.number);
    expect(await tellNews(app.ctx(), kept.problemId)).toBe(2);
    const letters = (await lettersTo('rahma@contoh.id')).slice(1);
    expect(letters.map(({ body }) => body)).toEqual([expect.stringContaining(`/laporan/${kept.code}`)]);
    expect((await lettersTo('sukma@contoh.id')).slice(2)).toHaveLength(1);
    const link = linkIn((await lettersTo('sukma@contoh.id')).at(-1)?.body);
    const page = await visitor().get(link);
    expect(textOf(page)).toContain('Lampu lorong tiga mati');
    const person = visitor();
    await person.submit(await person.get(link), {}, { action: /berhenti$/ });
    expect(await rowsOf('sukma@contoh.id')).toEqual([]);
    expect(await rowsOf('rahma@contoh.id')).toHaveLength(1);
  });
});

describe('the button of a mail program', () => {
  const press = (path: string, fields: Record<string, string> = { 'List-Unsubscribe': 'One-Click' }) =>
    visitor().send({
      method: 'POST',
      url: path,
      payload: new URLSearchParams(fields).toString(),
      headers: { 'content-type': 'application/x-www-form-urlencoded', origin: 'https://mail.contoh.id' },
    });

  it('stands in every letter, and the mail program gets it as RFC 2369 and 8058 say', async () => {
    const { number, code, problemId } = await published();
    await follows(code, 'joko@contoh.id');
    app.clock.advance({ minutes: 5 });
    await dispatch(app.ctx(), number);
    await tellNews(app.ctx(), problemId);
    const letters = await lettersTo('joko@contoh.id');
    expect(letters).toHaveLength(2);
    for (const { body, unsubscribeUrl } of letters)
      expect(unsubscribeUrl).toBe(`${app.platform.config.publicUrl}${linkIn(body).replace(/\/berhenti$/, '')}/sekali`);
  });

  it('stops without a cookie, without a page, and twice is once', async () => {
    const { code } = await published();
    const link = `${await follows(code, 'kartika@contoh.id')}/sekali`;
    const page = await visitor().get(link);
    expect([page.status, textOf(page)]).toEqual([200, expect.stringContaining('Berhenti')]);
    expect((await press(link, {})).status).toBe(422);
    expect(await rowsOf('kartika@contoh.id')).toHaveLength(1);
    for (const _ of [1, 2]) {
      const answer = await press(link);
      expect([answer.status, answer.headers.location, answer.headers['set-cookie']]).toEqual([
        200,
        undefined,
        undefined,
      ]);
    }
    expect(await rowsOf('kartika@contoh.id')).toEqual([]);
  });

  it('takes a multipart body too, as the standard allows', async () => {
    const { code } = await published();
    const link = `${await follows(code, 'lukman@contoh.id')}/sekali`;
    const form = new FormData();
    form.append('List-Unsubscribe', 'One-Click');
    const { payload, type } = await encodeForm(form);
    const answer = await visitor().send({ method: 'POST', url: link, payload, headers: { 'content-type': type } });
    expect(answer.status).toBe(200);
    expect(await rowsOf('lukman@contoh.id')).toEqual([]);
  });

  it('does nothing for a link that is not ours', async () => {
    const { code } = await published();
    const link = await follows(code, 'mira@contoh.id');
    // The sixteen letters whose leading bits are those of the last one: as bytes they would be the same link.
    const all = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
    const at = all.indexOf(link.at(-1) ?? '');
    const letters = [...all.slice(at - (at % 16), at - (at % 16) + 16)].filter((one) => !link.endsWith(one));
    expect(letters).toHaveLength(15);
    for (const last of letters) expect((await press(`${link.slice(0, -1)}${last}/sekali`)).status).toBe(404);
    expect(await rowsOf('mira@contoh.id')).toHaveLength(1);
  });
});

describe('an address at rest', () => {
  const everything = async (): Promise<string> => {
    const tables = ['complaints.news', 'notifications.message', 'graphile_worker._private_jobs'];
    const rows = await Promise.all(tables.map((table) => app.database.query(`select t::text as row from ${table} t`)));
    return JSON.stringify(rows);
  };

  it('stands in no table to be read, while letters wait and after', async () => {
    const { code } = await published();
    await follows(code, 'nadia@contoh.id');
    expect(await everything()).not.toContain('nadia');
    const [row] = await rowsOf('nadia@contoh.id');
    expect(row?.email).toBeNull();
    expect(Buffer.from(row?.email_sealed as Uint8Array).toString('latin1')).not.toContain('nadia');
  });

  it('that was written before is read as it stands, and sealed by the hourly job, once', async () => {
    const { number, code, problemId } = await published();
    await follows(code, 'oki@contoh.id');
    const [{ id } = {}] = await rowsOf('oki@contoh.id');
    await app.database.query(
      `update complaints.news set email = 'Oki@contoh.id', email_sealed = null where id = '${id}'`,
    );
    app.clock.advance({ minutes: 5 });
    await dispatch(app.ctx(), number);
    expect(await tellNews(app.ctx(), problemId)).toBe(1);
    expect(await lettersTo('Oki@contoh.id')).toHaveLength(1);
    expect(await sealOldAddresses(app.ctx())).toBe(1);
    expect(await sealOldAddresses(app.ctx())).toBe(0);
    expect(await everything()).not.toMatch(/oki@/i);
    app.clock.advance({ days: 1, minutes: 1 });
    await officerStep(app.ctx(), 'petugas.dishub', { number, action: 'selesaikan', data: done });
    expect(await tellNews(app.ctx(), problemId)).toBe(1);
    expect(await lettersTo('Oki@contoh.id')).toHaveLength(2);
  });

  it('opens for its own row only', async () => {
    const { code } = await published();
    const other = await published();
    await follows(code, 'putri@contoh.id');
    await follows(other.code, 'rudi@contoh.id');
    const [mine] = await rowsOf('putri@contoh.id');
    const [theirs] = await rowsOf('rudi@contoh.id');
    const stolen = { id: String(mine?.id), email: null, emailSealed: theirs?.email_sealed as Uint8Array };
    expect(() => readAddress(app.ctx(), stolen)).toThrow();
    expect(readAddress(app.ctx(), { ...stolen, id: String(theirs?.id) })).toBe('rudi@contoh.id');
  });
});
