import type { ComponentChildren } from 'preact';
import { useWords } from '../context.ts';
import type { PageFrame } from '../frame.ts';
import { Icon } from '../icon/icon.tsx';

export function SkipLink() {
  return (
    <a class="skip" href="#isi-halaman">
      {useWords().skipToContent}
    </a>
  );
}

export function OfficialBanner({ frame }: { frame: PageFrame }) {
  const words = useWords().official;
  return (
    <section class="official" aria-label={words.title(frame.region.name)}>
      <details class="wrap">
        <summary>
          <Icon name="shield" size="small" />
          <span>{words.title(frame.region.name)}</span>
          <u>{words.how}</u>
          <Icon name="down" size="small" />
        </summary>
        <dl>
          <dt>{words.address}</dt>
          <dd>{words.addressText}</dd>
          <dt>{words.secret}</dt>
          <dd>{words.secretText}</dd>
        </dl>
      </details>
    </section>
  );
}

/** Says that simulators stand in for the outside world; nothing on a production system. */
export function DevelopmentBanner({ frame }: { frame: PageFrame }) {
  const words = useWords();
  if (!frame.development) return null;
  return (
    <aside class="dev" aria-label={words.developmentLabel}>
      <p class="wrap">
        <Icon name="info-circle" size="small" />
        <span>{words.development}</span>
      </p>
    </aside>
  );
}

export interface PhaseBannerProps {
  readonly children: ComponentChildren; // one sentence, may hold a link
  readonly label?: string | undefined; // default "Uji coba"
}
export function PhaseBanner({ children, label }: PhaseBannerProps) {
  const words = useWords();
  return (
    <aside class="wrap" aria-label={label ?? words.phase}>
      <div class="phase">
        <strong class="tag tag-received">{label ?? words.phase}</strong>
        <p>{children}</p>
      </div>
    </aside>
  );
}
