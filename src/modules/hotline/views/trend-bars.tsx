import type { PageFrame } from '../../../ui/index.ts';
import { messagesFor } from '../messages.ts';
import type { Trend } from '../service/trends.ts';

/** Two bars for each name: these seven days and the seven before. Says the same in words; the table has every figure. */
export function TrendBars({ frame, title, rows }: { frame: PageFrame; title: string; rows: readonly Trend[] }) {
  const words = messagesFor(frame.locale).trends;
  const most = Math.max(1, ...rows.flatMap(({ now, before }) => [now, before]));
  const spoken = rows.map(({ name, now, before }) => words.spoken(name, now, before)).join('; ');
  return (
    <figure class="stack">
      <figcaption>
        <b>{title}</b>
        <p class="small">{words.legend}</p>
      </figcaption>
      <div class="stack" role="img" aria-label={`${title}. ${spoken}.`}>
        {rows.map(({ name, now, before }) => (
          <div key={name}>
            <p class="small">{words.spoken(name, now, before)}</p>
            <Bar of={now / most} strong />
            <Bar of={before / most} />
          </div>
        ))}
      </div>
    </figure>
  );
}

function Bar({ of, strong }: { of: number; strong?: boolean }) {
  return (
    <svg width="100%" height={strong ? 12 : 8} aria-hidden="true" focusable="false">
      {of > 0 && (
        <rect
          width={`${(of * 100).toFixed(1)}%`}
          height={strong ? 10 : 6}
          rx="3"
          fill="currentColor"
          fill-opacity={strong ? 1 : 0.5}
        />
      )}
    </svg>
  );
}
