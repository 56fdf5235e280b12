// Reports joined to a problem go where the leading one goes: asked when it is asked, answered when it is answered, on their
// own again when it was withdrawn. Run by a job after each step of a report; run twice it does nothing more.
import { answerOf } from '../../../definition/fields/types.ts';
import type { Context } from '../../../platform/context.ts';
import { type CaseRow, caseForSystem, performAction, tellApplicant } from '../../cases/index.ts';
import { findProblem } from '../store/problems.ts';
import { listReports } from '../store/reports.ts';
import type { Problem, Report } from '../types.ts';

/** `caseId` and `version` are of the step that caused it: told once for each. */
export interface Moved {
  readonly problemId: string;
  readonly caseId: string;
  readonly version: number;
  readonly said?: { readonly step: string; readonly id: string; readonly en: string } | undefined;
}

/** What a joined report does when the leading one has come to this state. */
const steps: Readonly<Record<string, string>> = {
  'menunggu-pelapor': 'ikut-ditanya',
  selesai: 'ikut-ditanya',
  'selesai-tanpa-kabar': 'ikut-ditanya',
  dijawab: 'ikut-dijawab',
  'bukan-wewenang': 'ikut-bukan-wewenang',
};
const withdrawn: readonly string[] = ['dicabut', 'kedaluwarsa'];

/** @returns how many reports moved or were told. */
export async function followLead(ctx: Context, moved: Moved): Promise<number> {
  const problem = await findProblem(ctx.db, moved.problemId);
  const lead = problem && (await caseForSystem(ctx, problem.leadCase));
  if (!problem || !lead || problem.mergedInto !== null) return 0;
  const joined = (await listReports(ctx.db, problem.id)).filter((one) => one.state === 'bergabung');
  if (withdrawn.includes(lead.state.state)) {
    const alone = goOn(problem, joined);
    const going = { step: 'berdiri-sendiri', lead: undefined, requestId: `lead-withdrawn:${lead.id}` };
    for (const report of alone) await go(ctx, report, going);
    return alone.length;
  }
  const step = steps[lead.state.state];
  for (const report of joined)
    if (step !== undefined) await go(ctx, report, { step, lead, requestId: `lead:${lead.id}:${lead.version}` });
    else if (moved.said && moved.caseId === lead.id) await say(ctx, report, moved.said, moved);
  return joined.length;
}

/** The next one leads. A secret report never leads what everybody sees: where only such are left each goes on by itself. */
function goOn({ published }: Problem, joined: readonly Report[]): readonly Report[] {
  const first = joined.find(({ level }) => level !== 'secret');
  return first ? [first] : published ? joined : joined.slice(0, 1);
}

interface Going {
  readonly step: string;
  readonly lead: CaseRow | undefined; // whose unit asks and answers for all of them; none: it keeps its own
  readonly requestId: string;
}
async function go(ctx: Context, { number }: Report, { step, lead, requestId }: Going): Promise<void> {
  const { unitId, roleUnits, refusal } = lead?.state ?? {};
  await performAction(ctx, {
    number,
    requestId,
    command: {
      action: step,
      recorded: step === 'ikut-ditanya' ? proofOf(lead) : {},
      told: true,
      ...(unitId && roleUnits ? { forwardTo: { unitId, roleUnits } } : {}),
      ...(step === 'ikut-bukan-wewenang' && refusal ? { refusal } : {}),
    },
  });
}

/** Whoever is asked sees what the reporter of the leading report sees. */
function proofOf(lead: CaseRow | undefined): { bukti?: string[] } {
  const photos = answerOf(lead?.state.records.selesaikan ?? {}, 'bukti');
  return Array.isArray(photos) && photos.length > 0 ? { bukti: photos.map(String) } : {};
}

async function say(
  ctx: Context,
  { number, caseId }: Report,
  said: NonNullable<Moved['said']>,
  by: Pick<Moved, 'caseId' | 'version'>,
): Promise<void> {
  const target = await caseForSystem(ctx, caseId);
  const text = target?.locale === 'en' ? said.en : said.id;
  await tellApplicant(ctx, { number, text, requestId: `lead-said:${by.caseId}:${by.version}` });
}
