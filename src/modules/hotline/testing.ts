// What tests of the hotline do again and again: messages, steps of the mayor and of heads, and what was mailed.
import type { TestApp } from '../../../tests/support/app.ts';
import { newId } from '../../platform/ids.ts';
import { anOfficer } from '../cases/testing.ts';
import { type Intake, sendMessage } from './index.ts';
import { type HeadStep, type MayorStep, takeHeadStep, takeMayorStep } from './service/act.ts';
import { readBoard } from './service/board.ts';

export const messageText = 'Lampu jalan di lorong 3 mati sejak Senin, nama saya Siti Rahmah, hubungi 0812 3456 7890';
export function hotlineParts(app: () => TestApp) {
  const aMessage = (over: Partial<Intake> = {}) =>
    sendMessage(app().ctx({ kind: 'anonymous' }, { channel: 'web' }), {
      text: messageText,
      area: '73.72.01.1004',
      name: 'Siti Rahmah',
      phone: '0812 3456 7890',
      email: 'siti@contoh.invalid',
      key: newId(),
      ...over,
    });
  const as = async (username: string) => app().ctx(await anOfficer(app().ctx(), username));
  const mayor = () => as('wali-kota');
  const head = () => as('kadis.dishub');
  const board = async () => readBoard(await mayor(), { needs: 50, thanks: 50 });

  async function seenOf(number: string): Promise<string> {
    const [row] = await app().database.query(`select moved_at from hotline.message where number = '${number}'`);
    return new Date(String(row?.moved_at)).toISOString();
  }
  async function mayorDoes(number: string, step: MayorStep, values: Record<string, unknown> = {}, requestId = newId()) {
    return takeMayorStep(await mayor(), { number, step, values, requestId, seen: await seenOf(number) });
  }
  async function headDoes(
    number: string,
    step: HeadStep,
    values: Record<string, unknown> = {},
    username = 'kadis.dishub',
  ) {
    const seen = await seenOf(number);
    return takeHeadStep(await as(username), { number, step, values, requestId: newId(), seen });
  }
  const forward = (number: string, over: Record<string, unknown> = {}) =>
    mayorDoes(number, 'teruskan', { unit: 'dishub', batas: '48', ...over });
  const mails = (where: string) =>
    app().database.query(
      `select recipient, subject, body from notifications.message where ${where} order by created_at`,
    );
  const addHead = (number: string, over: Record<string, unknown> = {}) =>
    mayorDoes(number, 'tambah', { unit: 'dlh', batas: '24', ...over });
  return { aMessage, addHead, as, board, forward, head, headDoes, mails, mayor, mayorDoes, seenOf };
}
