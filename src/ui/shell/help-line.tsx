import { LinkButton } from '../button/button.tsx';
import { useWords } from '../context.ts';
import type { PageFrame } from '../frame.ts';

export interface HelpLineProps {
  readonly frame: PageFrame;
  readonly href?: string | undefined; // default /bantuan
}

/** The same way to a person, in the same place on every page (WCAG 3.2.6). */
export function HelpLine({ frame, href = '/bantuan' }: HelpLineProps) {
  const words = useWords().helpLine;
  const phone = frame.region.phone;
  return (
    <aside class="wrap" aria-label={words.title}>
      <div class="helpline">
        <p>
          <b>{words.title}</b> {words.text}
        </p>
        <div class="buttons">
          {phone && (
            <LinkButton href={`tel:${phone.replace(/[^\d+]/g, '')}`} kind="secondary" icon="phone">
              {words.call} {phone}
            </LinkButton>
          )}
          <LinkButton href={href} kind="secondary" icon="chat">
            {words.ask}
          </LinkButton>
        </div>
      </div>
    </aside>
  );
}
