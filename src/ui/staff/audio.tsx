import { useWords } from '../context.ts';

export interface AudioPlayerProps {
  readonly src: string;
  readonly label: string; // "Rekaman suara", read aloud with the player
  readonly note?: string | undefined; // "suara.ogg, 240 kB"
}

/** A voice note: nothing is fetched until somebody presses play, so looking at the page is not listening. The file stays to be saved. */
export function AudioPlayer({ src, label, note }: AudioPlayerProps) {
  const words = useWords().staff;
  return (
    <figure class="audio">
      {/* biome-ignore lint/a11y/useMediaCaption: what somebody says to the city is not known before it is heard; officers write it down as a note */}
      <audio controls preload="none" src={src} aria-label={label} />
      <figcaption class="small">
        {note && <>{note} · </>}
        <a href={src} download>
          {words.saveFile}
          <span class="hide"> {label}</span>
        </a>
      </figcaption>
    </figure>
  );
}
