import type { Code } from '../finding.ts';
import type { CompileEnv } from '../scope.ts';

/**
 * One wrong and one right way to write one part. `at` is the part that both replace in the sample definition: keys
 * joined by dots, list items by their id; a name that does not exist yet adds an item. Without `at` the texts are whole files.
 */
export interface Example {
  readonly code: Code;
  readonly at?: string;
  readonly wrong: string;
  readonly right: string;
  /** Other parts that both ways of writing stand on. */
  readonly given?: Readonly<Record<string, string>>;
  /** The region in which the wrong one is wrong, when that is what makes it wrong. */
  readonly env?: CompileEnv;
}
