import { channelExamples } from './channels.ts';
import { custodyExamples } from './custody.ts';
import type { Example } from './example.ts';
import { feeExamples } from './fees.ts';
import { formExamples } from './form.ts';
import { letterExamples } from './letter.ts';
import { momentExamples } from './moments.ts';
import { registerExamples } from './registers.ts';
import { roadExamples } from './roads.ts';
import { standardExamples } from './standard.ts';
import { workflowExamples } from './workflow.ts';
import { writingExamples } from './writing.ts';

export type { Example } from './example.ts';

/** Every finding with a wrong and a right way to write it: the tests and docs/findings.md are both made from these. */
export const examples: readonly Example[] = [
  ...writingExamples,
  ...formExamples,
  ...standardExamples,
  ...feeExamples,
  ...roadExamples,
  ...workflowExamples,
  ...momentExamples,
  ...custodyExamples,
  ...letterExamples,
  ...registerExamples,
  ...channelExamples,
];
