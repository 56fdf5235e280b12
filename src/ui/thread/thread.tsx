import { useWords } from '../context.ts';
import { Icon } from '../icon/icon.tsx';

export interface ThreadMessage {
  readonly id: string;
  readonly from: 'citizen' | 'staff' | 'system';
  readonly author?: string | undefined; // default "Anda" or "Petugas"
  readonly time: string;
  readonly text: string; // line breaks are kept
  readonly channel?: string | undefined; // "WhatsApp", "loket"
  readonly files?: readonly { readonly href: string; readonly label: string }[] | undefined;
}
export interface MessageThreadProps {
  readonly messages: readonly ThreadMessage[];
  readonly reader?: 'citizen' | 'staff' | undefined; // whose messages stand on the right; default citizen
}

/** What was said between a person and the office, oldest first. */
export function MessageThread({ messages, reader = 'citizen' }: MessageThreadProps) {
  const words = useWords().thread;
  if (messages.length === 0) return <p>{words.empty}</p>;
  return (
    <ol class="thread">
      {messages.map((message) => (
        <li
          key={message.id}
          class={message.from === 'system' ? 'said-system' : message.from === reader ? 'said-own' : 'said'}
        >
          <p class="small">
            <Author message={message} reader={reader} />
            {message.time}
            {message.channel && ` · ${message.channel}`}
          </p>
          <p class="said-text">{message.text}</p>
          {message.files?.map((file) => (
            <a key={file.href} class="said-file" href={file.href}>
              <Icon name="document" size="small" />
              {file.label}
            </a>
          ))}
        </li>
      ))}
    </ol>
  );
}

function Author({ message, reader }: { message: ThreadMessage; reader: 'citizen' | 'staff' }) {
  const words = useWords().thread;
  const standIn = {
    citizen: reader === 'citizen' ? words.you : words.citizen,
    staff: reader === 'staff' ? words.you : words.staff,
    system: '',
  };
  const name = message.author ?? standIn[message.from];
  return name === '' ? null : (
    <>
      <b>{name}</b>
      {' · '}
    </>
  );
}
