import { NoticeCard, type PageFrame, type StatusKind } from '../../../ui/index.ts';
import { messagesFor } from '../messages.ts';
import { Taps, type TapsProps } from './taps.tsx';

export interface MessageCardProps {
  readonly href: string;
  readonly number: string;
  readonly title: string;
  readonly status: StatusKind;
  readonly label: string;
  readonly text: string; // its beginning
  readonly cut: boolean;
  readonly facts: readonly string[];
  readonly heads: readonly string[]; // who was asked and where that stands, one line each
  readonly taps: TapsProps | undefined; // the mayor may act on it now
}

/** A message on the board: where it stands, what it says, and everything one tap away. No name. */
export function MessageCard({ frame, card, level = 3 }: { frame: PageFrame; card: MessageCardProps; level?: 2 | 3 }) {
  const words = messagesFor(frame.locale).card;
  return (
    <NoticeCard
      title={card.title}
      level={level}
      href={card.href}
      status={card.status}
      statusLabel={card.label}
      number={card.number}
    >
      <div class="stack">
        <p class="lead">{card.text}</p>
        <p class="small">{card.facts.join(' · ')}</p>
        {card.heads.length > 0 && (
          <ul class="small">
            {card.heads.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        )}
        {card.taps && <Taps frame={frame} taps={card.taps} />}
        <p>
          <a href={card.href}>
            {card.taps ? words.ownWords : words.open}
            <span class="hide"> {card.number}</span>
          </a>
        </p>
      </div>
    </NoticeCard>
  );
}
