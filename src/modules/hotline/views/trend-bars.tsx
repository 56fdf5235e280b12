import type { PageFrame } from '../../../ui/index.ts';
import { messagesFor } from '../messages.ts';
import type { Trend } from '../service/trends.ts';

/** Two bars for each name: these seven days and the seven before. Says the same in words; the table has every figure. */
export function TrendBars({ frame, title, rows }: { frame: PageFrame; title: string; rows: readonly Trend[] }) {
  const words = messagesFor(frame.locale).trends;
  const most = Math.max(1, ...rows.flatMap(({ now, before }) => [now, before]));
  const spoken = rows.map(({ name, now, before }) => words.spoken(name, now, before)).join('; ');
  return (
    <figure class="stack" aria-label={title}>
      <div class="stack" role="img" aria-label={`${title}. ${spoken}.`}>
        {rows.map(({ name, now, before }) => (
          <div key={name}>
            <span class="small">{name}</span>
            <Bar of={now / most} strong />
            <Bar of={before / most} />
          </div>
        ))}
      </div>
      <figcaption class="small">{words.legend}</figcaption>
    </figure>
  );
}

function Bar({ of, strong }: { of: number; strong?: boolean }) {
  const width = `${Math.max(of * 100, 0.75).toFixed(1)}%`;
  return (
    <svg width="100%" height={strong ? 12 : 8} aria-hidden="true" focusable="false">
      <rect width={width} height={strong ? 10 : 6} rx="3" fill="currentColor" fill-opacity={strong ? 1 : 0.4} />
    </svg>
  );
}
