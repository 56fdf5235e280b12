// A report told in messages alone, from the first word to the reporter's own yes or no. No page is opened.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestApp, type TestApp } from '../../../tests/support/app.ts';
import { createTestClock } from '../../../tests/support/clock.ts';
import { newId } from '../../platform/ids.ts';
import { type ChatTurn, converse } from './index.ts';
import { dispatch, officerStep } from './testing.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp({ loadRegion: true, clock: createTestClock('2026-11-23T09:00:00+08:00') });
}, 120_000);
afterAll(() => app?.close());

/** What is answered to each question; everything else is left out. */
const answers: Readonly<Record<string, string>> = {
  jenis: '1',
  isi: 'Tiang listrik di lorong 3 mengeluarkan percikan api, kabel putus di jalan',
  wilayah: 'lompoe',
  patokan: 'Depan Masjid Nurul Iman',
  anonim: '1',
  nama: 'Siti Rahmah',
  hp: '0812 3456 7890',
};

const say = (turn: ChatTurn | undefined, text: string, id = newId()): Promise<ChatTurn> =>
  converse(
    app.ctx({ kind: 'anonymous' }, { channel: 'chat' }),
    turn && JSON.parse(JSON.stringify(turn.conversation)), // every state travels through storage
    { text, id },
  );

/** Answers what is asked until the report is sent. */
async function report(): Promise<{ turns: ChatTurn[]; last: string; number: string }> {
  let turn = await say(undefined, 'halo');
  const turns = [turn];
  let last = '';
  for (let count = 0; turn.conversation.trackingCode === undefined && count < 40; count++) {
    const at = turn.conversation.dialogue?.at;
    last = newId();
    const offered = at?.offered !== undefined && at.offered.length > 0;
    const text = at?.step === 'review' ? 'KIRIM' : offered ? '1' : (answers[at?.path ?? ''] ?? 'LEWATI');
    turn = await say(turn, text, last);
    turns.push(turn);
  }
  const number = /L[ \d]{9,11}/.exec(turn.replies.join(' '))?.[0].replaceAll(' ', '').trim() ?? '';
  return { turns, last, number };
}
const row = async (number: string) =>
  (
    await app.database.query(
      `select r.*, c.state as at from complaints.report r join cases."case" c on c.id = r.case_id where c.number = '${number}'`,
    )
  )[0];

test('the whole way by chat: danger is answered with 112, the report is numbered, solved, said not to be, and said to be', async () => {
  const { turns, number } = await report();
  const afterText = turns.find(({ replies }) => replies.some((reply) => reply.includes('112')));
  expect(afterText?.conversation.dialogue?.answers.isi).toBe(answers.isi);
  expect(await row(number)).toMatchObject({ at: 'diverifikasi', channel: 'chat', calm: false });
  const sent = turns.at(-1);
  expect(sent?.replies.join(' ')).toContain('/lacak/');
  expect((await say(sent, 'sudah sampai mana?')).replies.join(' ')).toContain('Petugas memeriksa');

  await dispatch(app.ctx(), number);
  const solved = { dikerjakan: 'Kabel disambung', tanpa_foto: 'Malam hari' };
  await officerStep(app.ctx(), 'petugas.dishub', { number, action: 'selesaikan', data: solved });
  const unclear = await say(sent, 'hmm');
  expect(unclear.replies.join(' ')).toContain('YA atau BELUM');
  const missing = await say(unclear, 'Belum');
  expect(missing.replies).toEqual(['Apa yang belum beres?']);
  const again = await say(missing, 'Lampunya masih mati');
  expect(again.replies.join(' ')).toContain('naik ke kepala dinas');
  expect((await row(number))?.at).toBe('naik');

  await officerStep(app.ctx(), 'kadis.dishub', { number, action: 'selesaikan', data: solved });
  const closed = await say(again, 'Ya sudah, terima kasih');
  expect(closed.replies.join(' ')).toContain('ditutup sebagai selesai');
  expect((await row(number))?.at).toBe('selesai');
  expect((await say(closed, 'LAPOR')).conversation.trackingCode).toBeUndefined();
});

test('the last message delivered twice is one report', async () => {
  const { turns, last, number } = await report();
  const again = await say(turns.at(-2), 'KIRIM', last);
  expect(again.replies.join(' ')).toContain(turns.at(-1)?.replies[0] ?? 'nothing');
  const [count] = await app.database.query(`select count(*)::int as n from cases."case" where number = '${number}'`);
  expect(count).toEqual({ n: 1 });
});

const toMayor: Readonly<Record<string, string>> = {
  isi: 'Jalan di depan sekolah licin, mohon ada rambu.',
  jenis: '2',
  wilayah: 'lompoe',
  anonim: '1',
  nama: 'Siti Rahmah',
  hp: '0812 3456 7890',
};
test('the chat takes a message to the mayor as well, and afterwards the yes or no to the answer', async () => {
  const hello = await say(undefined, 'halo');
  expect(hello.replies[0]).toContain('WALI KOTA');
  let turn = await say(hello, 'wali kota');
  for (let count = 0; turn.conversation.trackingCode === undefined && count < 40; count++) {
    const at = turn.conversation.dialogue?.at;
    const offered = at?.offered !== undefined && at.offered.length > 0;
    const text = at?.step === 'review' ? 'KIRIM' : offered ? '1' : (toMayor[at?.path ?? ''] ?? 'LEWATI');
    turn = await say(turn, text);
  }
  const sent = turn;
  const number = /L[ \d]{9,11}/.exec(sent.replies.join(' '))?.[0].replaceAll(' ', '').trim() ?? '';
  expect(sent.replies[0]).toContain('wali kota');
  const [message] = await app.database.query(`select kind, channel from hotline.message where number = '${number}'`);
  expect(message).toEqual({ kind: 'proposal', channel: 'chat' });
  expect(await row(number)).toBeUndefined(); // no report
  const asked = { number, action: 'teruskan', data: { unit: 'dishub', batas: '48' } };
  await officerStep(app.ctx(), 'wali-kota', asked);
  await officerStep(app.ctx(), 'kadis.dishub', { number, action: 'jawab', data: { jawaban: 'Rambu dipasang.' } });
  expect((await say(sent, 'hmm')).replies.join(' ')).toContain('Apakah cukup');
  const missing = await say(sent, 'Belum, rambunya belum ada');
  expect(missing.replies.join(' ')).toContain('kembali ke wali kota');
});
