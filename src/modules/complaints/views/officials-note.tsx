// The signpost to the channels for wrongdoing by officials: opened on the phone itself, so that nobody learns who looked. No link tells
// where it was followed from.
import { say } from '../../../lib/locale.ts';
import { Details, type PageFrame } from '../../../ui/index.ts';
import { messagesFor } from '../messages.ts';
import type { OutsideChannel } from '../types.ts';

export interface OfficialsNoteProps {
  readonly frame: PageFrame;
  readonly channels: readonly OutsideChannel[];
}

export function OfficialsNote({ frame, channels }: OfficialsNoteProps) {
  const words = messagesFor(frame.locale).officials;
  return (
    <Details summary={words.title}>
      <p>{words.who}</p>
      <p>{words.notHere}</p>
      <p>{words.rights}</p>
      {channels.length > 0 && (
        <>
          <p>
            <b>{words.now}</b>
          </p>
          <ul>
            {channels.map(({ name, contact, url, confidence }) => (
              <li key={url}>
                {say(name, frame.locale)}: <a href={`tel:${contact}`}>{contact}</a>,{' '}
                <a href={url} rel="noreferrer noopener">
                  {new URL(url).hostname}
                </a>
                {confidence === 'typical' && <span class="small"> ({words.unconfirmed})</span>}
              </li>
            ))}
          </ul>
        </>
      )}
      <p class="small">{words.quiet}</p>
    </Details>
  );
}
