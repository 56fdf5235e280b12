import type { Finding } from '../../../definition/compiler/index.ts';
import type { Locale } from '../../../lib/locale.ts';
import type { EditorFinding } from '../../../ui/index.ts';
import { messagesFor } from '../messages.ts';

/** Findings as the editor shows them; one in a shared file keeps the name of that file and marks no line here. */
export function shownFindings(findings: readonly Finding[], file: string, locale: Locale): EditorFinding[] {
  const words = messagesFor(locale);
  return findings.map((found) => {
    const own = found.file === file || found.file === '';
    return {
      line: own ? found.line : 0,
      kind: found.severity,
      code: found.code,
      kindLabel: words.severities[found.severity],
      lineLabel: words.line(found.line),
      message: own ? found.message : `${found.file}: ${found.message}`,
    };
  });
}
