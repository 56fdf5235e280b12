// Two cities with our own server: what one forwards, the other takes in, publishes and closes, and the first hears of it.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../../../tests/support/app.ts';
import { createTestClock } from '../../../tests/support/clock.ts';
import { trackCase } from '../cases/index.ts';
import { anOfficer } from '../cases/testing.ts';
import { publish } from '../complaints/index.ts';
import { aReport, dispatch, officerStep, reporterStep } from '../complaints/testing.ts';
import { createApiKey } from '../identity/index.ts';
import { contentOf } from './service/compose.ts';
import { pollPartner } from './service/poll.ts';
import { sayOne } from './service/say.ts';
import { sendForwarded } from './service/send.ts';
import { changeForwarded, listOfCase } from './store/forwarded.ts';
import { findPartner, replacePartners } from './store/partners.ts';
import { changeSaid, listSaid } from './store/said.ts';
import { PartnerEntry } from './types.ts';

let theirs: TestApp;
let ours: TestApp;
const clock = createTestClock('2026-11-23T09:00:00+08:00');
beforeAll(async () => {
  theirs = await startTestApp({ loadRegion: true, listen: true, clock });
  const key = await createApiKey(theirs.ctx(), { name: 'Kota tetangga', scope: 'inbox' });
  const partners = { 'ext-provinsi': { url: `${theirs.url}/open311/v2`, key, off: false } };
  ours = await startTestApp({ loadRegion: true, clock, config: { partners } });
}, 240_000);
afterAll(async () => {
  await ours?.close();
  await theirs?.close();
});

it.each(['xml', 'json'] as const)('understand each other in %s', async (format) => {
  const services = { 'jalan.berlubang': { code: 'jalan.berlubang', attributes: { patokan: 'Batas kota' } } };
  const entry = { unit: 'ext-provinsi', jurisdiction: 'parepare', format, repeats: 'same-day', services };
  await replacePartners(ours.platform.db, [PartnerEntry.parse(entry)]);
  const text = `Lubang di jalan poros, dilaporkan lewat ${format}`;
  const report = await aReport(ours.ctx(), { category: 'jalan.berlubang', text });
  await dispatch(ours.ctx(), report.number, { unit: 'ext-provinsi' });
  const [row] = await listOfCase(ours.platform.db, report.caseId);
  if (!row) throw new Error('not forwarded');
  await sendForwarded(ours.ctx(), row.id);
  const [sent] = await listOfCase(ours.platform.db, report.caseId);
  expect(sent).toMatchObject({ state: 'open', theirId: expect.stringMatching(/^[2-9a-z]{10}$/) });
  const [problem] = await theirs.database.query(
    'select p.id, r.number, r.category, r.place, r.body from complaints.problem p join complaints.report r on r.problem_id = p.id where p.code = $1',
    [sent?.theirId],
  );
  expect(problem).toMatchObject({
    category: 'jalan.berlubang',
    body: expect.stringContaining(text),
    place: expect.stringContaining('Batas kota'),
  });

  // Moderated before it is listed there: until then nothing is said about it, and that is no trouble for us.
  clock.advance({ minutes: 15 });
  await pollPartner(ours.ctx(), 'ext-provinsi');
  expect((await listOfCase(ours.platform.db, report.caseId))[0]).toMatchObject({
    state: 'open',
    troubleCode: 'not-listed',
  });
  const verifier = theirs.ctx(await anOfficer(theirs.ctx(), 'verifikator.diskominfo'));
  await publish(verifier, { problemId: String(problem?.id), title: 'Jalan berlubang', text: 'Lubang di jalan poros.' });
  clock.advance({ minutes: 15 });
  await pollPartner(ours.ctx(), 'ext-provinsi');
  expect((await listOfCase(ours.platform.db, report.caseId))[0]).toMatchObject({
    state: 'open',
    troubleCode: null,
    theirNotes: 'Sedang ditangani',
  });

  const number = String(problem?.number);
  await dispatch(theirs.ctx(), number, { unit: 'pupr' });
  const data = { dikerjakan: 'Ditambal.', tanpa_foto: 'Hujan' };
  await officerStep(theirs.ctx(), 'petugas.pupr', { number, action: 'selesaikan', data });
  await reporterStep(theirs.ctx(), number, 'sudah-beres');
  clock.advance({ minutes: 15 });
  await pollPartner(ours.ctx(), 'ext-provinsi');
  expect((await listOfCase(ours.platform.db, report.caseId))[0]).toMatchObject({
    state: 'closed',
    theirStatus: 'closed',
  });
  const { timeline } = await trackCase({ ...ours.ctx(), actor: { kind: 'applicant' } }, report.trackingCode);
  expect(JSON.stringify(timeline)).toContain('Selesai menurut pelapor');

  // Not solved, says who reported it here: the other city reads it in its case, once.
  await reporterStep(ours.ctx(), report.number, 'belum-beres', { kurang: 'Masih ada lubang kedua' });
  const [said] = await listSaid(ours.platform.db, [row.id]);
  await sayOne(ours.ctx(), said?.id ?? '');
  await changeSaid(ours.platform.db, said?.id ?? '', { state: 'waiting', nextTryAt: clock.now() }); // as if the answer had been lost
  await sayOne(ours.ctx(), said?.id ?? '');
  expect(await listSaid(ours.platform.db, [row.id])).toMatchObject([{ state: 'sent', attempts: 2 }]);
  const heard = await theirs.database.query(
    `select e.data->>'text' as text from cases.event e join cases."case" c on c.id = e.case_id
      where c.number = $1 and e.kind = 'message' and e.data->>'text' like 'REOPEN%'`,
    [number],
  );
  expect(heard).toEqual([{ text: 'REOPEN: Pelapor menyatakan belum beres: Masih ada lubang kedua' }]);
});

it('one whose answer was lost is asked again the same day and is still one request there', async () => {
  const count = async () => (await theirs.database.query('select count(*)::int as n from complaints.report'))[0]?.n;
  const report = await aReport(ours.ctx(), { category: 'jalan.berlubang', text: 'Jembatan retak' });
  await dispatch(ours.ctx(), report.number, { unit: 'ext-provinsi' });
  const find = async () => {
    const [row] = await listOfCase(ours.platform.db, report.caseId);
    if (!row) throw new Error('not forwarded');
    return row;
  };
  await sendForwarded(ours.ctx(), (await find()).id);
  const first = await find();
  const before = await count();
  // As if the answer had never come: the content was kept, the number is not known.
  const entry = await findPartner(ours.platform.db, 'ext-provinsi');
  const content = entry && (await contentOf(ours.ctx(), entry, first));
  if (!content) throw new Error('nothing to send');
  await changeForwarded(ours.platform.db, first, {
    state: 'waiting',
    theirId: null,
    content,
    maybeThere: true,
    nextTryAt: clock.now(),
    at: clock.now(),
  });
  await sendForwarded(ours.ctx(), first.id);
  expect(await find()).toMatchObject({ state: 'open', theirId: first.theirId });
  expect(await count()).toBe(before);
  const again = await find();
  await changeForwarded(ours.platform.db, again, {
    state: 'waiting',
    theirId: null,
    content,
    maybeThere: true,
    at: clock.now(),
  });
  clock.advance({ days: 1 });
  await sendForwarded(ours.ctx(), first.id);
  expect((await find()).state).toBe('unsure');
  expect(await count()).toBe(before);
});
