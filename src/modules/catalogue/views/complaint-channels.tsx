import { type Locale, say } from '../../../lib/locale.ts';
import type { ComplaintChannel } from '../region-texts.ts';

/** Ways to complain, each with its number and hours. */
export function ChannelLines({ channels, locale }: { channels: readonly ComplaintChannel[]; locale: Locale }) {
  return (
    <ul class="links">
      {channels.map((channel) => (
        <li key={channel.name.id}>
          <b>{say(channel.name, locale)}</b>
          <br />
          {channel.url ? (
            <a href={channel.url} rel="noopener">
              {channel.contact}
            </a>
          ) : (
            <span class="num">{channel.contact}</span>
          )}
          {channel.hours && ` · ${say(channel.hours, locale)}`}
        </li>
      ))}
    </ul>
  );
}
