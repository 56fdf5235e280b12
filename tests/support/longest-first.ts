// The order of the test files: the longest first, so that no worker is left alone with one of them at the end.
import { relative } from 'node:path';
import { BaseSequencer, type TestSpecification } from 'vitest/node';
import { projectRoot } from '../../src/platform/root.ts';

// Without figures of an earlier run vitest goes by the size of the files, and the longest are short ones that walk far.
const longest = [
  'tests/e2e/pages.e2e.test.ts',
  'tests/ui/gallery.e2e.test.ts',
  'tests/e2e/desk.e2e.test.ts',
  'tests/e2e/report.e2e.test.ts',
  'tests/e2e/find.e2e.test.ts',
  'tests/hostile/fuzz.int.test.ts',
  'tests/hostile/answers.int.test.ts',
  'tests/conformance/cases.int.test.ts',
  'tests/journeys/every-service.int.test.ts',
  'src/modules/payments/payments.int.test.ts',
  'tests/hostile/forgery.int.test.ts',
  'tests/architecture/imports.test.ts',
  'src/modules/cases/engine/model.test.ts',
  'src/definition/compiler/mutations.test.ts',
  'src/platform/pdf/letter-printer.test.ts',
];

export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const place = ({ moduleId }: TestSpecification): number => {
      const at = longest.indexOf(relative(projectRoot, moduleId));
      return at === -1 ? longest.length : at;
    };
    return (await super.sort(files)).toSorted((one, other) => place(one) - place(other));
  }
}
