// The publish-time compiler: a definition goes live only when it is finishable, lawful, fair and askable.
import type { ClockRule, ServiceDefinition } from '../schema.ts';
import { type Facts, factsOf } from './facts.ts';
import { type Finding, inOrder, type Path, type Position } from './finding.ts';
import { checkBills } from './rules/bills.ts';
import { checkChannels } from './rules/channels.ts';
import { checkClocks } from './rules/clocks.ts';
import { checkNamedConditions } from './rules/conditions.ts';
import { checkDerivations } from './rules/derivations.ts';
import { checkDocuments } from './rules/documents.ts';
import { checkEligibility } from './rules/eligibility.ts';
import { checkFee } from './rules/fee.ts';
import { checkLetter } from './rules/letter.ts';
import { checkLetterTemplate } from './rules/letter-template.ts';
import { checkOutcomes } from './rules/outcomes.ts';
import { checkQuestions } from './rules/questions.ts';
import { checkReading } from './rules/reading.ts';
import { checkRegisters } from './rules/registers.ts';
import { checkRetention } from './rules/retention.ts';
import { checkSms } from './rules/sms.ts';
import { checkStandard } from './rules/standard.ts';
import { checkTexts } from './rules/texts.ts';
import { checkUnit } from './rules/unit.ts';
import { checkUnitStaff } from './rules/unit-staff.ts';
import { checkVersions } from './rules/versions.ts';
import { checkActs } from './rules/workflow-acts.ts';
import { checkCustody } from './rules/workflow-custody.ts';
import { checkFairness } from './rules/workflow-fairness.ts';
import { checkMoments } from './rules/workflow-moments.ts';
import { checkWorkflowNames } from './rules/workflow-names.ts';
import { checkOffered } from './rules/workflow-offered.ts';
import { checkRoads } from './rules/workflow-roads.ts';
import { checkTaskStates } from './rules/workflow-tasks.ts';
import { type CompileEnv, makeScope, type Scope } from './scope.ts';

const rules: readonly ((scope: Scope) => void)[] = [
  checkTexts,
  checkUnit,
  checkStandard,
  checkNamedConditions,
  checkDerivations,
  checkFee,
  checkBills,
  checkEligibility,
  checkQuestions,
  checkDocuments,
  checkClocks,
  checkWorkflowNames,
  checkRoads,
  checkTaskStates,
  checkMoments,
  checkActs,
  checkCustody,
  checkOffered,
  checkFairness,
  checkLetter,
  checkRegisters,
  checkLetterTemplate,
  checkUnitStaff,
  checkOutcomes,
  checkChannels,
  checkSms,
  checkReading,
  checkRetention,
  checkVersions,
];

export interface Compiled {
  readonly definition: ServiceDefinition;
  readonly findings: readonly Finding[];
  readonly facts: Facts;
}

/**
 * Checks a definition against itself and its region, and completes it: a clock without pauses of its own takes the
 * workflow's. Never throws; publish only when no finding is an error. `locate` (from the loader) gives findings their line.
 */
export function compile(def: ServiceDefinition, env: CompileEnv, locate: (path: Path) => Position = nowhere): Compiled {
  const findings: Finding[] = [];
  const scope = makeScope({ def, env, locate, findings });
  for (const rule of rules) rule(scope);
  const definition = { ...def, clocks: def.clocks.map((clock) => withPauses(clock, def)) };
  return { definition, findings: inOrder(findings), facts: factsOf(definition, scope.graph) };
}

function withPauses(clock: ClockRule, { workflow }: ServiceDefinition): ClockRule {
  if (clock.pauseIn.length > 0) return clock;
  return { ...clock, pauseIn: workflow.pauseIn, resume: workflow.resume };
}

function nowhere(): Position {
  return { file: '', line: 1, column: 1 };
}
