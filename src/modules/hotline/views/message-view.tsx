import {
  BackLink,
  Button,
  Card,
  DefinitionRows,
  ErrorSummary,
  Form,
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
      {props.flash && <Flash {...props} />}
      {props.moved && <Moved {...props} />}
      <PageTitle title={words.message.title(number)} />
      <p>
        <StatusTag {...standing} />
      </p>
      <Card>
        <p class="lead">{props.body}</p>
        {props.photos.length > 0 && (
          <ul>
            {props.photos.map((href, index) => (
              <li key={href}>
                <a href={href}>{words.message.photo(index + 1)}</a>
              </li>
            ))}
          </ul>
        )}
      </Card>
      {props.said.map(({ label, text }) => (
        <Inset key={label}>
          <p class="small">{label}</p>
          <p>{text}</p>
        </Inset>
      ))}
      <MessageActions {...props} />
      <DefinitionRows rows={props.facts} />
      <h2>{words.message.story}</h2>
      {props.story.length === 0 ? (
        <p>{words.message.noStory}</p>
      ) : (
        <Timeline steps={props.story.map(({ state, title, time, note }) => ({ state, title, time, note }))} />
      )}
    </StaffPage>
  );
}

/** What was done, with the way back beside it. */
function Flash({ frame, flash, undo, base, seen, requestId, state, office }: MessageViewProps) {
  const words = messagesFor(frame.locale).message;
  const canUndo = undo && (state === 'di-kepala' || state === 'ditanya');
  return (
    <Inset>
      <p role="status">{flash}</p>
      {canUndo && office && !office.told && <p>{words.noHead}</p>}
      {canUndo && (
        <Form action={`${base}/tarik`}>
          <input type="hidden" name="requestId" value={requestId} />
          <input type="hidden" name="seen" value={seen} />
          <Button kind="secondary" icon="reply">
            {words.takeBack}
          </Button>
        </Form>
      )}
    </Inset>
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
