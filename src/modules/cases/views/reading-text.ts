import { registerOf } from '../../../definition/registers/registers.ts';
import type { ServiceDefinition } from '../../../definition/schema.ts';
import { type Locale, say } from '../../../lib/locale.ts';
import { messagesFor } from '../messages.ts';
import type { Reading } from '../store/access-log.ts';

/** One reading as its owner reads it: office and role, never the officer's name. */
export function readingText(
  definition: ServiceDefinition,
  reading: Reading,
  locale: Locale,
): { who: string; what: string; reason: string } {
  const words = messagesFor(locale).reading;
  const role = definition.workflow.roles[reading.role]?.title;
  const who = [role ? say(role, locale) : reading.role, reading.office].filter(Boolean).join(', ');
  const reasons: Readonly<Record<string, string>> = words.reasons;
  const reason = reasons[reading.reason] ?? reading.reason;
  const [kind, id = ''] = reading.subject.split(':');
  if (kind === 'register') {
    const register = registerOf(id);
    const holder = register ? say(register.holder, locale) : id;
    return { who: words.registerWho(holder), reason, what: words.register };
  }
  if (kind === 'document') {
    const document = definition.documents.find((candidate) => candidate.id === id);
    return { who, reason, what: words.document(document ? say(document.label, locale) : id) };
  }
  if (kind === 'field') {
    const field = definition.form.flatMap((page) => page.fields).find((candidate) => candidate.id === id);
    return { who, reason, what: words.field(field ? say(field.label, locale) : id) };
  }
  return { who, reason, what: words.case };
}
