// Several heads asked at once, and what heads and the mayor's people are sent.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestApp, type TestApp } from '../../../tests/support/app.ts';
import { createTestClock } from '../../../tests/support/clock.ts';
import { verifyCases } from '../cases/index.ts';
import { openMessage, readHeadList } from './service/board.ts';
import { returnUnanswered } from './service/return-unanswered.ts';
import { sendSummary } from './service/summary.ts';
import { hotlineParts } from './testing.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp({ loadRegion: true, clock: createTestClock('2026-11-23T09:00:00+08:00') });
}, 120_000);
afterAll(() => app?.close());
const { aMessage, addHead, as, forward, head, headDoes, mails, mayor, mayorDoes } = hotlineParts(() => app);

const requestsOf = async (number: string) =>
  (await openMessage(await mayor(), number)).requests.map(({ endedHow, returnedAt, said }) => ({
    endedHow,
    late: returnedAt !== null,
    said,
  }));

test('two heads are asked at once, each with a deadline and an answer; the person is asked when both have spoken', async () => {
  const { number } = await aMessage();
  await forward(number);
  await addHead(number);
  for (const who of ['kadis.dishub', 'kadis.dlh'])
    expect((await readHeadList(await as(who))).open.map(({ message }) => message.number)).toContain(number);
  expect(await mails(`body like '%${number}%' and recipient = 'kadis.dlh@contoh.invalid'`)).toHaveLength(1);
  await headDoes(number, 'jawab', { jawaban: 'Lampu kami ganti.' });
  expect(
    await mails(`recipient = 'siti@contoh.invalid' and body like '%Dinas Perhubungan: Lampu kami ganti%'`),
  ).toHaveLength(1);
  expect((await openMessage(await mayor(), number)).message.state).toBe('di-kepala');
  expect((await readHeadList(await head())).open.map(({ message }) => message.number)).not.toContain(number);
  const twice = headDoes(number, 'jawab', { jawaban: 'Sekali lagi.' });
  await expect(twice).rejects.toMatchObject({ code: 'cases.action_not_yours' });
  await headDoes(number, 'jawab', { jawaban: 'Dahan kami pangkas.' }, 'kadis.dlh');
  expect((await openMessage(await mayor(), number)).message).toMatchObject({ state: 'menunggu-warga', overdue: false });
  expect(await requestsOf(number)).toEqual([
    { endedHow: 'answered', late: false, said: 'Lampu kami ganti.' },
    { endedHow: 'answered', late: false, said: 'Dahan kami pangkas.' },
  ]);
  expect(await mails(`recipient = 'siti@contoh.invalid' and body like '%Dahan kami pangkas%cukup%'`)).toHaveLength(1);
});

test('each of two heads has 2 x 24 hours of its own: the late one makes it red, and its answer takes the red away', async () => {
  const { number } = await aMessage();
  await forward(number);
  app.clock.advance({ hours: 20 });
  await addHead(number, { batas: '48' });
  app.clock.advance({ hours: 28 });
  await returnUnanswered(app.ctx());
  expect((await openMessage(await mayor(), number)).message).toMatchObject({ state: 'kembali', overdue: true });
  expect((await requestsOf(number)).map(({ late }) => late)).toEqual([true, false]);
  await headDoes(number, 'jawab', { jawaban: 'Maaf terlambat.' });
  await returnUnanswered(app.ctx());
  expect((await openMessage(await mayor(), number)).message).toMatchObject({ state: 'di-kepala', overdue: false });
  app.clock.advance({ hours: 20 });
  await returnUnanswered(app.ctx());
  expect((await openMessage(await mayor(), number)).message).toMatchObject({ state: 'kembali', overdue: true });
  await headDoes(number, 'jawab', { jawaban: 'Kami juga.' }, 'kadis.dlh');
  expect((await openMessage(await mayor(), number)).message).toMatchObject({ state: 'menunggu-warga', overdue: false });
});

test('of two late heads one answers: the other stays red', async () => {
  const { number } = await aMessage();
  await forward(number, { batas: '6' });
  await addHead(number, { batas: '6' });
  app.clock.advance({ hours: 6 });
  expect(await returnUnanswered(app.ctx())).toBe(1);
  await headDoes(number, 'jawab', { jawaban: 'Sudah.' });
  await returnUnanswered(app.ctx());
  expect((await openMessage(await mayor(), number)).message).toMatchObject({ state: 'kembali', overdue: true });
  await headDoes(number, 'jawab', { jawaban: 'Sudah juga.' }, 'kadis.dlh');
  expect((await openMessage(await mayor(), number)).message.state).toBe('menunggu-warga');
});

test('one of two heads is asked no more, and hears of it; the other answers alone', async () => {
  const { number } = await aMessage();
  await forward(number);
  await addHead(number);
  await mayorDoes(number, 'tarik-satu', { unit: 'dlh' });
  await expect(openMessage(await as('kadis.dlh'), number)).rejects.toMatchObject({ kind: 'forbidden' });
  expect(await mails(`recipient = 'kadis.dlh@contoh.invalid' and subject like 'Tidak perlu%'`)).not.toEqual([]);
  const last = mayorDoes(number, 'tarik-satu', { unit: 'dishub' });
  await expect(last).rejects.toMatchObject({ code: 'cases.action_not_here' });
  await headDoes(number, 'jawab', { jawaban: 'Sudah.' });
  expect((await openMessage(await mayor(), number)).message.state).toBe('menunggu-warga');
});

test('one of two heads is not the right one: the other still answers; were both wrong, the mayor has it', async () => {
  const { number } = await aMessage();
  await forward(number);
  await addHead(number);
  await headDoes(number, 'bukan-dinas-saya', { alasan: 'Bukan pohon kami.' }, 'kadis.dlh');
  expect((await openMessage(await mayor(), number)).message.state).toBe('di-kepala');
  await expect(openMessage(await as('kadis.dlh'), number)).rejects.toMatchObject({ kind: 'forbidden' });
  await headDoes(number, 'bukan-dinas-saya', { alasan: 'Lampu taman.' });
  expect((await openMessage(await mayor(), number)).message).toMatchObject({ state: 'masuk', waitsForMayor: true });
});

test('an office that still has time is not asked twice; a late one is asked anew beside the others', async () => {
  const { number } = await aMessage();
  await forward(number, { batas: '6' });
  await addHead(number, { batas: '48' });
  await expect(addHead(number, { unit: 'dishub' })).rejects.toMatchObject({ code: 'hotline.asked_already' });
  app.clock.advance({ hours: 6 });
  await returnUnanswered(app.ctx());
  await addHead(number, { unit: 'dishub', batas: '6' });
  expect((await openMessage(await mayor(), number)).message).toMatchObject({ state: 'di-kepala', overdue: false });
  expect((await requestsOf(number)).map(({ endedHow }) => endedHow)).toEqual(['replaced', null, null]);
});

test('taking it back from all leaves nobody asked', async () => {
  const { number } = await aMessage();
  await forward(number);
  await addHead(number);
  await mayorDoes(number, 'tarik');
  for (const who of ['kadis.dishub', 'kadis.dlh'])
    await expect(openMessage(await as(who), number)).rejects.toMatchObject({ kind: 'forbidden' });
  expect((await requestsOf(number)).map(({ endedHow }) => endedHow)).toEqual(['withdrawn', 'withdrawn']);
});

const hostile = [
  'Nama saya Andi Rahmatullah, NIK 7372014101900001, HP 081355667788, tolong.',
  '\nPiket malam ini: 0 petugas.\nBuka papan: https://jahat.invalid/\nAndi Rahmatullah',
  '<b>Andi Rahmatullah</b> {needs} %s 0813-5566-7788 rahmat@contoh.invalid',
  'ANDI RAHMATULLAH 7372 0141 0190 0001 +62 813 5566 7788',
];
const personal = /rahmat|7372|5566|jahat|contoh\.invalid/i;

test('whatever a message says, the summary and what a head is sent hold nothing of it', async () => {
  app.clock.set('2027-03-01T05:30:00+08:00');
  const numbers: string[] = [];
  for (const words of hostile) {
    const { number } = await aMessage({ text: words, name: 'Andi Rahmatullah', phone: '0813 5566 7788' });
    await forward(number);
    await addHead(number);
    numbers.push(number);
  }
  await mayorDoes(numbers[0] ?? '', 'tarik');
  app.clock.set('2027-03-01T06:00:00+08:00');
  await sendSummary(app.ctx());
  const summary = await mails(`subject = 'Pesan untuk wali kota, Senin, 1 Maret 2027'`);
  expect(summary).toHaveLength(3);
  const bodies = summary.map(({ subject, body }) => `${String(subject)}\n${String(body)}`);
  for (const body of bodies) {
    expect(body).not.toMatch(personal);
    expect(body).toContain('Masuk sejak kemarin pagi: 4 pesan');
    expect(body.match(/Piket malam ini/g)).toHaveLength(1);
  }
  const toHeads = await mails(
    `recipient like 'kadis.%' and (${numbers.map((one) => `body like '%${one}%'`).join(' or ')})`,
  );
  expect(toHeads.length).toBeGreaterThanOrEqual(8);
  for (const { subject, body } of toHeads) expect(`${String(subject)}\n${String(body)}`).not.toMatch(personal);
});

test('a head is told at once in the list of the mayor, in the inbox of the office, and by e-mail', async () => {
  const { number, caseId } = await aMessage();
  await forward(number);
  expect((await readHeadList(await head())).open.map(({ message }) => message.number)).toContain(number);
  const steps = await app.database.query(
    `select u.code from cases.task t join organisation.unit u on u.id = t.unit_id where t.case_id = '${caseId}' and t.role = 'kadis' and t.closed_at is null`,
  );
  expect(steps).toEqual([{ code: 'dishub' }]);
  expect(await mails(`recipient = 'kadis.dishub@contoh.invalid' and body like '%${number}%'`)).toHaveLength(1);
});

test('every row of these messages says what the events of its case say', async () => {
  expect((await verifyCases(app.ctx())).faults).toEqual([]);
});
