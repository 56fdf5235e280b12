// The office at work: officers act through the same service functions as pages and API.
import { commandFrom, getForOfficer, openForOfficer, performAction } from '../../src/modules/cases/index.ts';
import { anOfficer } from '../../src/modules/cases/testing.ts';
import { newId } from '../../src/platform/ids.ts';
import type { TestApp } from './app.ts';

export async function officerDoes(
  app: TestApp,
  username: string,
  given: { number: string; action: string; data?: Record<string, unknown> },
) {
  const ctx = app.ctx(await anOfficer(app.ctx(), username));
  const target = await getForOfficer(ctx, given.number);
  const { definition } = await openForOfficer(ctx, given.number);
  const command = await commandFrom(ctx, definition, target.state, { action: given.action, data: given.data ?? {} });
  return performAction(ctx, { number: given.number, requestId: newId(), command });
}

/** Checked, initialled and signed by three people of Kelurahan Lompoe. */
export async function issueDomicileLetter(app: TestApp, number: string): Promise<void> {
  await officerDoes(app, 'petugas.lompoe', { number, action: 'lengkap' });
  await officerDoes(app, 'kasi.lompoe', { number, action: 'paraf' });
  await officerDoes(app, 'lurah.lompoe', { number, action: 'ttd' });
}

/** The number behind a tracking code. */
export async function numberOf(app: TestApp, code: string): Promise<string> {
  const answer = await app.fastify.inject(`/api/v1/track/${code}`);
  return answer.json<{ number: string }>().number;
}

/** Waits for what the worker does in its own time. */
export async function eventually<T>(look: () => Promise<T | undefined>, seconds = 30): Promise<T> {
  for (const end = Date.now() + seconds * 1000; ; ) {
    const found = await look();
    if (found !== undefined) return found;
    if (Date.now() > end) throw new Error('it did not happen in time');
    await new Promise((done) => setTimeout(done, 100));
  }
}
