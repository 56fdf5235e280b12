export { type Compiled, compile } from './compile.ts';
export type { Facts } from './facts.ts';
export { type Code, type Finding, hasErrors, type Severity, translate } from './finding.ts';
export { definitionHash } from './hash.ts';
export type { CompileEnv } from './scope.ts';
