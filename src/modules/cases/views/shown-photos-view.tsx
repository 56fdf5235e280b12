import { messagesFor } from '../messages.ts';
import type { TrackViewProps } from './track-props.ts';

/** How it was and how it is now, beside the question whether it is solved. */
export function ShownPhotos({ frame, tracked, code }: Pick<TrackViewProps, 'frame' | 'tracked' | 'code'>) {
  const words = messagesFor(frame.locale, tracked.definition).track;
  const groups = (['own', 'proof'] as const).map((kind) => tracked.photos.filter((photo) => photo.kind === kind));
  if (tracked.photos.length === 0) return null;
  return (
    <div class="photopair">
      {groups
        .filter((group) => group.length > 0)
        .map((group) => (
          <div key={group[0]?.kind} class="stack">
            {group.map(({ id, kind }) => (
              <figure key={id}>
                <img src={`/lacak/${code}/foto/${id}`} alt={words.photo[kind]} loading="lazy" />
                <figcaption>{words.photo[kind]}</figcaption>
              </figure>
            ))}
          </div>
        ))}
    </div>
  );
}
