import {
  BackLink,
  Card,
  DefinitionRows,
  ErrorSummary,
  Inset,
  PageTitle,
  StaffPage,
  StatusTag,
  Timeline,
  Warning,
} from '../../../ui/index.ts';
import { messagesFor } from '../messages.ts';
import { boardUrl, headUrl } from './addresses.ts';
import { MessageActions } from './message-actions.tsx';
import { controlOf, type MessageViewProps } from './message-props.ts';
import { hotlineNav } from './staff-nav.ts';
import { Taps } from './taps.tsx';
import { Done } from './undo.tsx';

export function MessageView(props: MessageViewProps) {
  const { frame, as, number, standing, typed } = props;
  const words = messagesFor(frame.locale);
  const errors = typed?.errors.map(({ field, message }) => ({ field: controlOf(typed.step, field), message })) ?? [];
  const [home, label] = as === 'mayor' ? [boardUrl, words.board.back] : [headUrl, words.head.back];
  return (
    <StaffPage
      frame={frame}
      title={words.message.title(number)}
      nav={hotlineNav(frame, as === 'mayor' ? 'board' : 'mine')}
      homeHref={home}
    >
      <BackLink href={home} label={label} />
      <ErrorSummary errors={errors} />
      {props.done && <Done frame={frame} done={props.done} />}
      {props.moved && <Moved {...props} />}
      <PageTitle title={words.message.title(number)} />
      <p>
        <StatusTag {...standing} />
      </p>
      <Card>
        {props.photos.map((href, index) => (
          <figure key={href} class="reportphoto">
            <a href={href}>
              <img src={href} alt={words.message.photo(index + 1)} loading="lazy" />
            </a>
          </figure>
        ))}
        <p class="lead">{props.body}</p>
        {props.taps && <Taps frame={frame} taps={props.taps} />}
      </Card>
      {props.said.map(({ label, text }) => (
        <Inset key={label}>
          <p class="small">{label}</p>
          <p>{text}</p>
        </Inset>
      ))}
      {as === 'head' && <MessageActions {...props} />}
      {props.story.length > 0 && (
        <>
          <h2>{words.message.story}</h2>
          <Timeline steps={props.story.map(({ state, title, time, note }) => ({ state, title, time, note }))} />
        </>
      )}
      {as === 'mayor' && <MessageActions {...props} />}
      <DefinitionRows rows={props.facts} />
    </StaffPage>
  );
}

/** Somebody was faster: the page shows how it stands now, and nothing that was typed is lost. */
function Moved({ frame, typed }: MessageViewProps) {
  const words = messagesFor(frame.locale).message;
  return (
    <>
      <Warning>
        <p role="alert">{words.moved}</p>
      </Warning>
      {typed?.teks && (
        <Inset>
          <p class="small">{words.yourText}</p>
          <p>{typed.teks}</p>
        </Inset>
      )}
    </>
  );
}
