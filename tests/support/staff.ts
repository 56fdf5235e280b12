// An officer at a browser that runs no scripts.
import { sessionCookieOf } from '../../src/modules/identity/testing.ts';
import type { TestApp } from './app.ts';
import { createVisitor, type Seen, type Values, type Visitor } from './visitor.ts';

export async function staffVisitor(app: TestApp, username: string): Promise<Visitor> {
  const visitor = createVisitor(app.fastify);
  const [name = '', value = ''] = (await sessionCookieOf(app.ctx(), username)).split('=');
  visitor.cookies.set(name, value);
  return visitor;
}

export interface Step {
  readonly by: string;
  readonly do: string;
  readonly values?: Values | undefined;
}

/** Opens the case and sends the form of one step, as the page shows it. */
export async function takeStep(app: TestApp, number: string, step: Step): Promise<Seen> {
  const officer = await staffVisitor(app, step.by);
  const page = await officer.get(`/petugas/berkas/${number}`);
  const named = Object.entries(step.values ?? {}).map(([name, value]) => [`${step.do}.${name}`, value] as const);
  return officer.submit(page, Object.fromEntries(named), { action: new RegExp(`/aksi/${step.do}$`) });
}
