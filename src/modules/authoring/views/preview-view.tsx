// The draft as each channel would show it: links between the channels, no script needed.
import type { ComponentChildren } from 'preact';
import { Inset, type PageFrame } from '../../../ui/index.ts';
import { messagesFor } from '../messages.ts';
import { DraftShell, draftBase } from './shell.tsx';

export const previewChannels = ['web', 'loket', 'telepon', 'chat', 'sms', 'api', 'standar', 'alur', 'surat'] as const;
export type PreviewChannel = (typeof previewChannels)[number];

export interface PreviewViewProps {
  readonly frame: PageFrame;
  readonly slug: string;
  readonly title: string;
  readonly channel: PreviewChannel;
  readonly children: ComponentChildren; // null while the draft cannot be shown
}

export function PreviewView({ frame, slug, title, channel, children }: PreviewViewProps) {
  const t = messagesFor(frame.locale).preview;
  return (
    <DraftShell frame={frame} slug={slug} tab="preview" title={title} lead={t.lead}>
      <nav class="parts" aria-label={t.label}>
        <ul>
          {previewChannels.map((name) => (
            <li key={name}>
              <a href={`${draftBase(slug)}/pratinjau/${name}`} aria-current={name === channel ? 'page' : undefined}>
                {t.channels[name]}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <h2>{t.channels[channel]}</h2>
      {children ?? (
        <Inset>
          <p>{t.broken}</p>
        </Inset>
      )}
    </DraftShell>
  );
}
