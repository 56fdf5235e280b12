// THE SERVICE LANGUAGE: one zod schema and type of one name per noun, a file per part in schema/. This page is its front door.
// YAML keys are kebab-case for people; the loader (load/) turns them into the camelCase of the schemas and keeps line numbers.
export { Duration, LocalText, Option } from './schema/basics.ts';
export { Condition, type NamedUse, Test } from './schema/conditions.ts';
export { DocumentRule } from './schema/documents.ts';
export { Eligibility, Field, type FieldType, fieldTypes, Page } from './schema/fields.ts';
export { Letter } from './schema/letter.ts';
export { Derivation, RegisterQuery, ServiceDefinition } from './schema/service.ts';
export { confidences, FeeRule, Standard } from './schema/standard.ts';
export {
  Action,
  type ActionKind,
  ClockRule,
  Join,
  type Silence,
  State,
  type Status,
  type SystemMoment,
  Task,
  type TaskKind,
  Workflow,
} from './schema/workflow.ts';
