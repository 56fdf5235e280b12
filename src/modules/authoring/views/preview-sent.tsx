// Previews of what is sent and printed: messages, the shape for programs, the standard, the flow, the letter.
import type { RehearsedMessage } from '../../../definition/dialogue/rehearse.ts';
import type { SopStep, StandardPart, SvgNode } from '../../../definition/outputs/index.ts';
import { Drawing } from '../../../forms/drawing.tsx';
import { Bubbles, DefinitionRows, LinkButton, type PageFrame, TableScroll } from '../../../ui/index.ts';
import { messagesFor } from '../messages.ts';
import { draftBase } from './shell.tsx';

export function ChatPreview({ frame, messages }: { frame: PageFrame; messages: readonly RehearsedMessage[] }) {
  const t = messagesFor(frame.locale).preview;
  return (
    <Bubbles
      items={messages.map(({ from, text }) => ({ from, text, who: from === 'office' ? t.office : t.citizen }))}
    />
  );
}

export interface SmsText {
  readonly id: string;
  readonly text: string;
  readonly septets: number;
  readonly parts: number;
}
export interface SmsPreviewProps {
  readonly frame: PageFrame;
  readonly messages: readonly RehearsedMessage[];
  readonly notices: readonly SmsText[];
}
export function SmsPreview({ frame, messages, notices }: SmsPreviewProps) {
  const t = messagesFor(frame.locale).preview;
  return (
    <>
      <ChatPreview frame={frame} messages={messages} />
      <h3>{t.notices}</h3>
      {notices.length === 0 && <p>{t.noNotices}</p>}
      <ul class="rows">
        {notices.map(({ id, text, septets, parts }) => (
          <li key={id}>
            <div>
              <p>{text}</p>
              <p class="small">{t.length(septets, parts)}</p>
            </div>
          </li>
        ))}
      </ul>
    </>
  );
}

export function ApiPreview({ frame, schema, example }: { frame: PageFrame; schema: string; example: string }) {
  const t = messagesFor(frame.locale).preview;
  return (
    <>
      <h3>{t.example}</h3>
      <TableScroll label={t.example}>
        <pre>{example}</pre>
      </TableScroll>
      <h3>{t.schema}</h3>
      <TableScroll label={t.schema}>
        <pre>{schema}</pre>
      </TableScroll>
    </>
  );
}

export function StandardPreview({ parts }: { parts: readonly StandardPart[] }) {
  return (
    <ol>
      {parts.map(({ title, kind, lines }) => (
        <li key={title}>
          <h3>{title}</h3>
          {kind === 'text' ? (
            lines.map((line) => <p key={line}>{line}</p>)
          ) : (
            <ul>
              {lines.map((line) => (
                <li key={line}>{line}</li>
              ))}
            </ul>
          )}
        </li>
      ))}
    </ol>
  );
}

export interface FlowPreviewProps {
  readonly frame: PageFrame;
  readonly flow: SvgNode;
  readonly steps: readonly SopStep[];
}
export function FlowPreview({ frame, flow, steps }: FlowPreviewProps) {
  const t = messagesFor(frame.locale).preview;
  return (
    <>
      <Drawing node={flow} label={t.channels.alur} />
      <h3>{t.steps}</h3>
      <ol>
        {steps.map((step) => (
          <li key={step.id}>
            <strong>{step.activity}</strong>
            <DefinitionRows
              rows={[
                { label: t.by, value: step.by },
                { label: t.needs, value: step.needs },
                { label: t.time, value: step.time },
                { label: t.results, value: step.results.join('; ') || '-' },
              ]}
            />
          </li>
        ))}
      </ol>
    </>
  );
}

export function LetterPreview({ frame, slug, letter }: { frame: PageFrame; slug: string; letter: boolean }) {
  const t = messagesFor(frame.locale).preview;
  if (!letter) return <p>{t.noLetter}</p>;
  return (
    <>
      <p>{t.letterLead}</p>
      <LinkButton href={`${draftBase(slug)}/pratinjau/surat.pdf`} icon="document">
        {t.letter}
      </LinkButton>
    </>
  );
}
