import type { FieldKind } from './types.ts';
import { promptLine, schemaHead } from './words.ts';

/** A text to read, never an answer: whatever a channel sends for it is dropped. */
export const infoKind: FieldKind<never> = {
  parse: () => ({ ok: false, code: 'info.answer', message: '' }),
  holds: (_value): _value is never => false,
  format: () => '',
  prompt: (field, env) => promptLine(field, env, ''),
  jsonSchema: (field) => ({ ...schemaHead(field), type: 'null' }),
};
