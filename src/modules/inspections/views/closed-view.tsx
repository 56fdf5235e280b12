import { parseField } from '../../../definition/fields/registry.ts';
import { itemsOf } from '../../../definition/interview/summarise.ts';
import { say } from '../../../lib/locale.ts';
import { BackLink, DefinitionRows, LinkButton, type PageFrame, PageTitle, Warning } from '../../../ui/index.ts';
import { messagesFor } from '../messages.ts';
import type { Visit } from '../service/open-visit.ts';
import { VisitPage } from './shell.tsx';

export interface ClosedViewProps {
  readonly frame: PageFrame;
  readonly visit: Visit;
  readonly raw?: Readonly<Record<string, unknown>> | undefined; // what was typed, when it came too late
  readonly reason?: string | undefined;
}

function typedRows({ visit, raw = {} }: ClosedViewProps) {
  const { task, env } = visit;
  const parsed = task.form.flatMap((field) => {
    const given = raw[field.id];
    const result = given === undefined || given === null ? undefined : parseField(given, field, env);
    return result?.ok && result.value !== undefined ? [[field.id, result.value] as const] : [];
  });
  return itemsOf(task.form, Object.fromEntries(parsed), env).map(({ label, value }) => ({ label, value }));
}

/** Somebody else closed the task, or the case moved on: nothing typed is lost, nothing is sent. */
export function ClosedView(props: ClosedViewProps) {
  const { frame, visit, reason } = props;
  const { visit: words, device } = messagesFor(frame.locale);
  const rows = typedRows(props);
  return (
    <VisitPage frame={frame} title={words.closedTitle}>
      <BackLink href="/kerja/tinjau" label={words.back} />
      <PageTitle title={words.closedTitle} eyebrow={say(visit.task.label, frame.locale)} lead={words.closedLead} />
      {reason && <Warning>{reason}</Warning>}
      {rows.length > 0 && (
        <>
          <p>{words.closedNext}</p>
          <DefinitionRows rows={rows} />
        </>
      )}
      <div
        class="stack"
        data-module="visits"
        data-only={`${visit.target.number}/${visit.opened.id}`}
        data-words={JSON.stringify(device)}
      >
        <div class="stack" data-target="device" hidden />
      </div>
      <p>
        <LinkButton href={`/petugas/berkas/${visit.target.number}`} kind="secondary" icon="document">
          {words.openCase}
        </LinkButton>
      </p>
    </VisitPage>
  );
}
