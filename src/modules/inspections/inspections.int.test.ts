import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../../../tests/support/app.ts';
import { createTestClock } from '../../../tests/support/clock.ts';
import { numberOf } from '../../../tests/support/office.ts';
import { aPhoto, asFile } from '../../../tests/support/papers.ts';
import { applyByProgram, type Sent } from '../../../tests/support/program.ts';
import { staffVisitor, takeStep } from '../../../tests/support/staff.ts';
import { encodeForm, type Seen, type Visitor } from '../../../tests/support/visitor.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp({ loadRegion: true, clock: createTestClock('2026-11-23T08:00:00+08:00') });
});
afterAll(() => app.close());

async function aLicence(): Promise<Sent> {
  const sent = await applyByProgram(app, 'sip-nakes');
  await takeStep(app, sent.number, { by: 'petugas.dpmptsp', do: 'lengkap' });
  return sent;
}

/** The inspector takes the visit from the list and lands on its page. */
async function takeVisit(number: string): Promise<{ officer: Visitor; page: Seen }> {
  const officer = await staffVisitor(app, 'peninjau.dinkes');
  const list = await officer.get('/kerja/tinjau');
  const page = await officer.submit(list, {}, { action: new RegExp(`${number}/[0-9a-f-]+/siapkan$`) });
  return { officer, page };
}

const result = {
  'tanggal_tinjau.day': '23',
  'tanggal_tinjau.month': '11',
  'tanggal_tinjau.year': '2026',
  sesuai: 'true',
  temuan: 'Tempat praktik sesuai denah.',
};
const requestIdOf = (page: Seen): string => /name="requestId" value="([^"]+)"/.exec(page.body)?.[1] ?? '';

async function closings(number: string): Promise<Record<string, unknown>[]> {
  return app.database.query(
    `select e.data, e.actor_role from cases.event e join cases."case" c on c.id = e.case_id
     where c.number = '${number}' and e.kind = 'task-closed' and e.data ->> 'task' = 'tinjau-lokasi'`,
  );
}

/** As the page's script sends it, with the token of the page. */
async function sendByScript(officer: Visitor, page: Seen, fields: Readonly<Record<string, string>>): Promise<Seen> {
  const csrf = /name="_csrf" value="([^"]+)"/.exec(page.body)?.[1] ?? '';
  const form = new FormData();
  const all = { ...result, requestId: requestIdOf(page), _format: 'json', ...fields };
  for (const [name, value] of Object.entries(all)) form.append(name, value);
  const { payload, type } = await encodeForm(form);
  return officer.send({
    method: 'POST',
    url: page.path,
    payload,
    headers: { 'content-type': type, 'x-csrf-token': csrf, 'sec-fetch-site': 'same-origin' },
  });
}

describe('a site visit', () => {
  it('stands in the list with the kelurahan, and tells the applicant when its page was opened', async () => {
    const { number, trackingCode } = await aLicence();
    const { page } = await takeVisit(number);
    expect(page.status).toBe(200);
    expect(page.body).toContain('Hasil peninjauan');
    const readings = await app.database.query(
      `select count(*)::int as n from cases.access_event a join cases."case" c on c.id = a.case_id
       where c.number = '${number}' and a.reason = 'inspection'`,
    );
    expect(readings).toEqual([{ n: 1 }]);
    const visitor = await staffVisitor(app, 'peninjau.dinkes');
    await visitor.get(page.path);
    const tracked = await visitor.get(`/lacak/${trackingCode}`);
    expect(tracked.body.match(/Peninjauan di tempat/g)).toHaveLength(1);
    expect(await numberOf(app, trackingCode)).toBe(number);
  });

  it('is an ordinary form without scripts: mistakes keep what was typed and the photo, then it is stored once', async () => {
    const { number } = await aLicence();
    const { officer, page } = await takeVisit(number);
    const foto = asFile(await aPhoto(), 'pintu.jpg', 'image/jpeg');
    const form = { action: /^\/kerja\/tinjau/ };
    const wrong = await officer.submit(page, { ...result, temuan: '', foto }, form);
    expect(wrong.status).toBe(422);
    expect(wrong.body).toContain('name="_unggahan.foto"');
    const done = await officer.submit(wrong, { ...result }, form);
    expect(done.path).toContain('terkirim');
    const [closed, ...more] = await closings(number);
    expect(more).toEqual([]);
    expect(closed).toMatchObject({ actor_role: 'peninjau', data: { recorded: { sesuai: true } } });
    expect(JSON.stringify(closed)).toMatch(/"foto":\["[0-9a-f-]{36}"\]/);
  });

  it('is closed once and told the same time, however often the device sends it', async () => {
    const { number } = await aLicence();
    const { officer, page } = await takeVisit(number);
    const visitedAt = app.clock.now().toISOString();
    app.clock.advance({ minutes: 20 });
    const first = await sendByScript(officer, page, { visitedAt });
    app.clock.advance({ minutes: 10 });
    const again = await sendByScript(officer, page, { visitedAt, temuan: 'Isi lain yang tidak dihitung.' });
    expect(first.status).toBe(200);
    expect(again.body).toBe(first.body);
    const closed = await closings(number);
    expect(closed).toHaveLength(1);
    expect(closed[0]).toMatchObject({ data: { visitedAt, recorded: { temuan: result.temuan } } });
  });

  it('says that a colleague was first, and writes nothing', async () => {
    const { number } = await aLicence();
    const { officer, page } = await takeVisit(number);
    expect((await sendByScript(officer, page, {})).status).toBe(200);
    const late = await sendByScript(officer, page, { requestId: 'of-another-page' });
    expect(late.status).toBe(409);
    expect(JSON.parse(late.body)).toMatchObject({ state: 'closed' });
    expect(await closings(number)).toHaveLength(1);
    const plain = await officer.get(page.path);
    expect(plain.body).toContain('Tugas ini sudah ditutup');
  });

  it('is not sent under the name of whoever holds the phone later', async () => {
    const { number } = await aLicence();
    const { officer, page } = await takeVisit(number);
    const other = await sendByScript(officer, page, { _petugas: '019393a0-0000-7000-8000-000000000000' });
    expect(other.status).toBe(403);
    expect(JSON.parse(other.body)).toEqual({ state: 'other-officer' });
    expect(await closings(number)).toEqual([]);
  });

  it('is closed to officers of other desks', async () => {
    const { number } = await aLicence();
    const { page } = await takeVisit(number);
    const stranger = await staffVisitor(app, 'petugas.lemoe');
    expect((await stranger.get(page.path)).status).toBe(403);
  });
});

describe('the service worker', () => {
  it('may only touch the visits and speak to this site', async () => {
    const answer = await app.fastify.inject('/kerja/tinjau/pekerja.js');
    expect(answer.statusCode).toBe(200);
    expect(answer.headers['service-worker-allowed']).toBe('/kerja/tinjau');
    expect(answer.headers['content-security-policy']).toBe("default-src 'none'; script-src 'self'; connect-src 'self'");
    expect(answer.body).toMatch(/^importScripts\("\/aset\//);
  });
});
