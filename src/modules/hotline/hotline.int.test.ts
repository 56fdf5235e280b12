import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestApp, type TestApp } from '../../../tests/support/app.ts';
import { createTestClock } from '../../../tests/support/clock.ts';
import { newId } from '../../platform/ids.ts';
import { performAction, verifyCases } from '../cases/index.ts';
import { anOfficer } from '../cases/testing.ts';
import { isRed } from './rules.ts';
import { takeMayorStep } from './service/act.ts';
import { openMessage, readBoard, readHeadList } from './service/board.ts';
import { putOnDuty, readRoster } from './service/duty.ts';
import { returnUnanswered } from './service/return-unanswered.ts';
import { revealSender } from './service/reveal.ts';
import { sendReplies } from './service/send-replies.ts';
import { sendSummary, summaryText } from './service/summary.ts';
import { readTrends } from './service/trends.ts';
import { hotlineParts, messageText } from './testing.ts';

const start = '2026-11-23T09:00:00+08:00';
let app: TestApp;
beforeAll(async () => {
  app = await startTestApp({ loadRegion: true, clock: createTestClock(start) });
}, 120_000);
afterAll(() => app?.close());

const { aMessage, as, board, forward, head, headDoes, mails, mayor, mayorDoes, seenOf } = hotlineParts(() => app);

test('a message is a case with a number, on the board at once, whoever and whatever it is about', async () => {
  const sent = await aMessage();
  expect(sent.number).toMatch(/^L\d{9}$/);
  const shown = (await board()).needs.find(({ message }) => message.number === sent.number);
  expect(shown?.message).toMatchObject({
    kind: 'complaint',
    level: 'open',
    named: true,
    reachable: true,
    overdue: false,
  });
  const again = await app.database.query(`select 1 from complaints.report where number = '${sent.number}'`);
  expect(again).toEqual([]); // no report of the ordinary channel
});

test('the same key and content is one message; other content under it is refused', async () => {
  const key = newId();
  const first = await aMessage({ key });
  expect(await aMessage({ key })).toMatchObject({ number: first.number, repeated: true });
  await expect(aMessage({ key, text: 'Lain' })).rejects.toMatchObject({ code: 'cases.key_reused' });
});

test('an anonymous message keeps no name and no number', async () => {
  const { caseId } = await aMessage({ level: 'anonymous' });
  const [row] = await app.database.query(`select projection::text as p from cases."case" where id = '${caseId}'`);
  expect(String(row?.p)).not.toMatch(/"nama"|"hp"|siti@contoh/);
});

test('the board and its rows hold no name, no number and no address of the sender', async () => {
  const { number } = await aMessage();
  const shown = JSON.stringify((await board()).needs.find(({ message }) => message.number === number));
  expect(shown).toContain('Lampu jalan di lorong 3 mati');
  expect(shown).not.toMatch(/Siti|Rahmah|3456|contoh\.invalid/);
});

test('officials that are complained about stay named', async () => {
  const { number } = await aMessage({ text: 'Pak Rahman di kantor lurah minta uang. Nama saya Siti Rahmah.' });
  const { message } = await openMessage(await mayor(), number);
  expect(message.body).toContain('Pak Rahman');
  expect(message.body).not.toMatch(/Siti|Rahmah/);
});

test('the office the words speak of is offered, and nothing is sent to it by itself', async () => {
  const { number } = await aMessage();
  const { message, requests } = await openMessage(await mayor(), number);
  const [unit] = await app.database.query(`select code from organisation.unit where id = '${message.suggestedUnit}'`);
  expect(unit?.code).toBe('dishub');
  expect(requests).toEqual([]);
});

test('forwarding tells the head at once by e-mail, without a word of the message', async () => {
  const { number } = await aMessage();
  await forward(number);
  const sent = await mails(`body like '%${number}%' and recipient = 'kadis.dishub@contoh.invalid'`);
  expect(sent).toHaveLength(1);
  expect(String(sent[0]?.body)).toContain(`/kerja/pesan-wali-kota/${number}`);
  expect(String(sent[0]?.body)).toContain('Rabu, 25 November 2026');
  expect(JSON.stringify(sent)).not.toMatch(/Siti|Lampu/);
  expect((await readHeadList(await head())).open.map(({ message }) => message.number)).toContain(number);
});

test('the answer of the head reaches the person, who may say that it is not enough', async () => {
  const { number } = await aMessage();
  await forward(number);
  await headDoes(number, 'jawab', { jawaban: 'Lampu diganti besok pagi.' });
  const told = await mails(`recipient = 'siti@contoh.invalid' and body like '%Lampu diganti besok pagi%'`);
  expect(told).toHaveLength(1);
  const person = { ...app.ctx(), actor: { kind: 'applicant' as const } };
  const command = { action: 'belum-cukup', recorded: { kurang: 'Masih gelap.' } };
  await performAction(person, { number, requestId: newId(), command });
  const [first] = (await board()).needs;
  expect(first?.message).toMatchObject({ number, overdue: true });
});

test('no answer in 2 x 24 hours returns the message to the mayor in red; a minute before it does not', async () => {
  const { number } = await aMessage();
  await forward(number);
  app.clock.advance({ hours: 47, minutes: 59 });
  await returnUnanswered(app.ctx());
  expect((await openMessage(await mayor(), number)).message).toMatchObject({ state: 'di-kepala', overdue: false });
  app.clock.advance({ minutes: 1 });
  await returnUnanswered(app.ctx());
  expect(await returnUnanswered(app.ctx())).toBe(0);
  const { message, requests } = await openMessage(await mayor(), number);
  expect(message).toMatchObject({ state: 'kembali', overdue: true, waitsForMayor: true });
  expect(requests[0]?.returnedAt).not.toBeNull();
  const red = (await board()).needs.findIndex(({ message }) => message.number === number);
  const calm = (await board()).needs.findIndex(({ message }) => !isRed(message, app.clock.now()));
  expect(red).toBeGreaterThanOrEqual(0);
  expect(calm === -1 || red < calm).toBe(true);
});

test('a head that was late may still answer', async () => {
  const { number } = await aMessage();
  await forward(number, { batas: '6' });
  app.clock.advance({ hours: 6 });
  await returnUnanswered(app.ctx());
  await headDoes(number, 'jawab', { jawaban: 'Maaf terlambat. Sudah menyala.' });
  const { message, requests } = await openMessage(await mayor(), number);
  expect(message).toMatchObject({ state: 'menunggu-warga', overdue: false });
  expect(requests).toMatchObject([{ endedHow: 'answered' }]);
});

test('no deadline is longer than 2 x 24 hours', async () => {
  const { number } = await aMessage();
  await expect(forward(number, { batas: '96' })).rejects.toMatchObject({ code: 'cases.form_invalid' });
});

test('the mayor asks to explain and reads the explanation; the person is not sent it', async () => {
  const { number } = await aMessage();
  await mayorDoes(number, 'minta-penjelasan', { unit: 'dishub', batas: '24', pertanyaan: 'Mengapa lama?' });
  await headDoes(number, 'jelaskan', { penjelasan: 'Menunggu suku cadang.' });
  const { message, target } = await openMessage(await mayor(), number);
  expect(message).toMatchObject({ state: 'dijelaskan', waitsForMayor: true });
  expect(target.state.records['jelaskan']).toMatchObject({ penjelasan: 'Menunggu suku cadang.' });
  expect(await mails(`recipient = 'siti@contoh.invalid' and body like '%suku cadang%'`)).toEqual([]);
});

test('a tap is taken back: the head no longer has it', async () => {
  const { number } = await aMessage();
  await forward(number);
  await mayorDoes(number, 'tarik');
  expect((await openMessage(await mayor(), number)).message).toMatchObject({ state: 'masuk', unitId: null });
  await expect(openMessage(await head(), number)).rejects.toMatchObject({ kind: 'forbidden' });
});

test('an office for which it is not returns it with a reason', async () => {
  const { number } = await aMessage();
  await forward(number);
  await headDoes(number, 'bukan-dinas-saya', { alasan: 'Lampu taman, milik DLH.' });
  const { message, requests } = await openMessage(await mayor(), number);
  expect(message).toMatchObject({ state: 'masuk', waitsForMayor: true });
  expect(requests).toMatchObject([{ endedHow: 'declined' }]);
});

test('thanks close the message, and the person reads them', async () => {
  const { number } = await aMessage({ kind: 'thanks', text: 'Terima kasih, jalan kami sudah mulus.' });
  expect((await board()).thanks.map(({ message }) => message.number)).toContain(number);
  expect((await board()).needs.map(({ message }) => message.number)).not.toContain(number);
  await mayorDoes(number, 'terima-kasih', { ucapan: 'Terima kasih kembali.' });
  app.clock.advance({ minutes: 5 });
  expect(await sendReplies(app.ctx())).toBe(1);
  expect(await sendReplies(app.ctx())).toBe(0);
  expect(await mails(`recipient = 'siti@contoh.invalid' and body like '%Terima kasih kembali%'`)).toHaveLength(1);
  expect((await openMessage(await mayor(), number)).message).toMatchObject({ state: 'dibalas', status: 'done' });
});

test('words of the mayor can be taken back for some minutes; the person never reads them', async () => {
  const { number } = await aMessage();
  await mayorDoes(number, 'balas', { balasan: 'Salah ketuk.' });
  app.clock.advance({ minutes: 4 });
  await sendReplies(app.ctx());
  await mayorDoes(number, 'tarik');
  app.clock.advance({ minutes: 10 });
  await sendReplies(app.ctx());
  expect((await openMessage(await mayor(), number)).message).toMatchObject({ state: 'masuk', waitsForMayor: true });
  expect(await mails(`body like '%Salah ketuk%'`)).toEqual([]);
});

test('pressed twice is once', async () => {
  const { number } = await aMessage();
  const requestId = newId();
  const values = { unit: 'dishub', batas: '48' };
  const taking = { number, step: 'teruskan', values, requestId, seen: await seenOf(number) } as const;
  expect(await takeMayorStep(await mayor(), taking)).toBe(true);
  expect(await takeMayorStep(await mayor(), taking)).toBe(false);
  expect((await openMessage(await mayor(), number)).requests).toHaveLength(1);
});

test('of two tabs the later one is refused', async () => {
  const { number } = await aMessage();
  const seen = await seenOf(number);
  app.clock.advance({ seconds: 1 });
  await forward(number);
  const late = { number, step: 'balas', values: { balasan: 'Ya' }, requestId: newId(), seen } as const;
  await expect(takeMayorStep(await mayor(), late)).rejects.toMatchObject({ code: 'cases.changed_meanwhile' });
});

test('a name is shown only with a reason, and its owner reads the reason', async () => {
  const { number, caseId } = await aMessage();
  await expect(revealSender(await mayor(), { number, reason: 'ya' })).rejects.toMatchObject({
    code: 'cases.reason_short',
  });
  const reason = 'Menelepon untuk menanyakan tempat lampu';
  const shown = await revealSender(await mayor(), { number, reason });
  expect(shown).toMatchObject({ name: 'Siti Rahmah', phone: '+6281234567890', text: messageText });
  const read = await app.database.query(
    `select subject, office from cases.access_event where case_id = '${caseId}' and reason = '${reason}' order by subject`,
  );
  expect(read.map(({ subject }) => subject)).toEqual(['field:hp', 'field:isi', 'field:nama']);
  expect(read[0]?.office).toBe('Wali Kota Parepare');
});

test('who is not of the mayor sees no board and takes no step; a head only what was asked of that office', async () => {
  const { number } = await aMessage();
  await forward(number);
  for (const name of ['kadis.dlh', 'verifikator.diskominfo', 'petugas.lompoe', 'admin']) {
    const ctx = await as(name);
    await expect(readBoard(ctx, { needs: 1, thanks: 1 })).rejects.toMatchObject({ code: 'hotline.not_mayor' });
    await expect(openMessage(ctx, number)).rejects.toMatchObject({ kind: 'forbidden' });
    await expect(revealSender(ctx, { number, reason: 'Ingin tahu siapa' })).rejects.toMatchObject({
      kind: 'forbidden',
    });
  }
  const seen = await seenOf(number);
  const step = { number, step: 'tarik', values: {}, requestId: newId(), seen } as const;
  await expect(takeMayorStep(await head(), step)).rejects.toMatchObject({ code: 'hotline.not_mayor' });
  expect((await readHeadList(await as('kadis.dlh'))).open.map(({ message }) => message.number)).not.toContain(number);
  await expect(readHeadList(await as('petugas.lompoe'))).rejects.toMatchObject({ code: 'hotline.not_head' });
});

test('trends count this week against last, by office and kelurahan, and what was answered in time', async () => {
  app.clock.advance({ days: 30 });
  const [early, late, open] = [await aMessage(), await aMessage(), await aMessage()];
  for (const { number } of [early, late, open]) await forward(number);
  await headDoes(early.number, 'jawab', { jawaban: 'Sudah.' });
  app.clock.advance({ hours: 49 });
  await returnUnanswered(app.ctx());
  await headDoes(late.number, 'jawab', { jawaban: 'Sudah.' });
  const one = await readTrends(await mayor(), 'Tanpa kelurahan');
  expect(one.offices).toEqual([{ name: 'Dinas Perhubungan', now: 3, before: 0, inTime: 1, decided: 3 }]);
  expect(one.areas).toEqual([{ name: 'Lompoe', now: 3, before: 0 }]);
  app.clock.advance({ days: 7 });
  await aMessage({ area: undefined });
  const two = await readTrends(await mayor(), 'Tanpa kelurahan');
  expect(two.areas).toEqual([
    { name: 'Tanpa kelurahan', now: 1, before: 0 },
    { name: 'Lompoe', now: 0, before: 3 },
  ]);
  expect(two.offices).toMatchObject([{ now: 0, before: 3 }]);
});

test('the roster says who is on duty, and only people of the mayor stand on it', async () => {
  app.clock.set('2027-02-01T20:00:00+08:00');
  const duty = await anOfficer(app.ctx(), 'piket.wali-kota');
  const stranger = await anOfficer(app.ctx(), 'petugas.lompoe');
  const sent = { day: '2027-02-01', phone: '0811 4100 7777' };
  await putOnDuty(await mayor(), { ...sent, officerId: duty.id });
  await putOnDuty(await mayor(), { ...sent, officerId: duty.id });
  expect(await readRoster(await mayor())).toMatchObject([{ name: duty.name, phone: '+6281141007777' }]);
  const refused = putOnDuty(await mayor(), { ...sent, officerId: stranger.id });
  await expect(refused).rejects.toMatchObject({ code: 'hotline.duty_person' });
  const past = putOnDuty(await mayor(), { ...sent, day: '2027-01-31', officerId: duty.id });
  await expect(past).rejects.toMatchObject({ code: 'hotline.duty_day' });
});

test('the morning summary goes out at 06.00 local time, once, and names nobody', async () => {
  app.clock.set('2027-02-02T05:00:00+08:00');
  await aMessage();
  expect(await sendSummary(app.ctx())).toBe(0);
  app.clock.set('2027-02-02T06:00:00+08:00');
  expect(await sendSummary(app.ctx())).toBe(3);
  await sendSummary(app.ctx());
  const sent = await mails(`subject = 'Pesan untuk wali kota, Selasa, 2 Februari 2027'`);
  expect(sent.map(({ recipient }) => recipient).sort()).toEqual([
    'piket.wali-kota@contoh.invalid',
    'wakil.wali-kota@contoh.invalid',
    'wali-kota@contoh.invalid',
  ]);
  const body = await summaryText(app.ctx());
  expect(body).toContain('Masuk sejak kemarin pagi: 1 pesan');
  expect(body.length).toBeLessThanOrEqual(900);
  expect(body).not.toMatch(/Siti|Rahmah|L\d{9}|0812|Syahrul/);
});

test('every row says what the events of its case say', async () => {
  const { faults } = await verifyCases(app.ctx());
  expect(faults).toEqual([]);
});
