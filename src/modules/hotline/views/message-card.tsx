import {
  Button,
  Form,
  LinkButton,
  NoticeCard,
  type PageFrame,
  QuickActions,
  type StatusKind,
} from '../../../ui/index.ts';
import { messagesFor } from '../messages.ts';

export interface MessageCardProps {
  readonly href: string;
  readonly number: string;
  readonly title: string;
  readonly status: StatusKind;
  readonly label: string;
  readonly text: string; // its beginning
  readonly cut: boolean;
  readonly facts: readonly string[];
  readonly actions: boolean; // the mayor may act on it now
  readonly thanks: boolean;
  readonly quick: Quick | undefined;
}
/** One tap: the office that the words speak of, with the longest time. */
interface Quick {
  readonly unitCode: string;
  readonly unit: string;
  readonly seen: string;
  readonly requestId: string;
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
      <p class="lead">{card.text}</p>
      <p class="small">{card.facts.join(' · ')}</p>
      {card.cut && (
        <p>
          <a href={card.href}>{words.open}</a>
        </p>
      )}
      {card.actions && <Taps frame={frame} card={card} />}
    </NoticeCard>
  );
}

function Taps({ frame, card }: { frame: PageFrame; card: MessageCardProps }) {
  const words = messagesFor(frame.locale).card;
  const { quick, href, thanks } = card;
  const to = (action: string) => `${href}?buka=${action}#tindakan-${action}`;
  return (
    <>
      {quick && (
        <Form action={`${href}/teruskan`}>
          <input type="hidden" name="requestId" value={quick.requestId} />
          <input type="hidden" name="seen" value={quick.seen} />
          <input type="hidden" name="unit" value={quick.unitCode} />
          <input type="hidden" name="batas" value="48" />
          <QuickActions>
            <Button icon="forward">{words.forwardTo(quick.unit)}</Button>
          </QuickActions>
        </Form>
      )}
      <QuickActions>
        <LinkButton kind={thanks ? 'primary' : 'secondary'} icon="check" href={to('terima-kasih')}>
          {words.thank}
        </LinkButton>
        <LinkButton kind="secondary" icon="forward" href={to('teruskan')}>
          {words.forward}
        </LinkButton>
        <LinkButton kind="secondary" icon="help" href={to('minta-penjelasan')}>
          {words.explain}
        </LinkButton>
        <LinkButton kind="secondary" icon="phone" href={to('telepon')}>
          {words.call}
        </LinkButton>
      </QuickActions>
    </>
  );
}
