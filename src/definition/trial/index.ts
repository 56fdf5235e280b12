export { type Example, type ExampleProblem, type ReadExamples, readExamples } from './example.ts';
export { addExample, makeExample } from './make-example.ts';
export {
  type Difference,
  type Found,
  runExample,
  type Trait,
  type TrialOutcome,
  type TrialWorld,
} from './run.ts';
export { sampleAnswers } from './sample-answers.ts';
