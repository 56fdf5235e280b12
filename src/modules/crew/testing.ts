// Factories for tests of this and higher modules.

import type { TestApp } from '../../../tests/support/app.ts';
import { staffVisitor } from '../../../tests/support/staff.ts';
import type { Seen, Visitor } from '../../../tests/support/visitor.ts';
import type { Intake } from '../complaints/index.ts';
import { aReport, dispatch } from '../complaints/testing.ts';

/** A report in the hands of the transport office. */
export async function aReportInHand(app: TestApp, over: Partial<Intake> = {}) {
  const report = await aReport(app.ctx(), over);
  await dispatch(app.ctx(), report.number);
  return report;
}

/** The crew opens the report's page. */
export async function crewAt(app: TestApp, number: string): Promise<{ officer: Visitor; page: Seen }> {
  const officer = await staffVisitor(app, 'petugas.dishub');
  return { officer, page: await officer.get(`/lapangan/${number}`) };
}
