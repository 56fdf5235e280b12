// Reports as outside programs send them.
import { postJson } from '../http-client.ts';
import { labelledSentences, landmarks, since, streets } from './sentences.ts';

const sentences = labelledSentences();
const pick = <T>(list: readonly T[], at: number): T => list[at % list.length] as T;

export interface Place {
  readonly lat: number;
  readonly long: number;
}
export const randomPlace = (): Place => ({ lat: -4.06 + Math.random() * 0.05, long: 119.62 + Math.random() * 0.06 });

export function reportBody(at: number, more: Readonly<Record<string, unknown>> = {}): Record<string, unknown> {
  const { text, category } = pick(sentences, at);
  const place = `${pick(landmarks, at)}, ${pick(streets, at + 3)}`;
  return {
    text: `${text} ${pick(since, at)}, ${pick(streets, at + 3)} nomor ${1 + (at % 211)}.`,
    category,
    ...randomPlace(),
    area: '73.72.01.1004',
    place,
    name: 'Besse Kartini Contoh',
    phone: '081234567890',
    ...more,
  };
}

export function reportRequest(at: number, key: string): string {
  return postJson('/api/v1/complaints', JSON.stringify(reportBody(at)), { 'idempotency-key': key });
}

/** @returns its number. */
export async function sendReport(port: number, key: string): Promise<string> {
  const answer = await fetch(`http://127.0.0.1:${port}/api/v1/complaints`, {
    method: 'POST',
    body: JSON.stringify(reportBody(0)),
    headers: { 'content-type': 'application/json', 'idempotency-key': key },
  });
  if (answer.status !== 201) throw new Error(`a report was answered with ${answer.status}: ${await answer.text()}`);
  return ((await answer.json()) as { number: string }).number;
}
