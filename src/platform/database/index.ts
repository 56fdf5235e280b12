export { violatedConstraint } from './constraint.ts';
export { jsonb, only, type SchemaDb } from './kysely.ts';
export { inTransaction } from './transaction.ts';
