import { LinkButton, type PageFrame, PaperPage, QrSlot } from '../../../ui/index.ts';
import { messagesFor } from '../messages.ts';

export interface LabelsViewProps {
  readonly frame: PageFrame;
  readonly labels: readonly {
    readonly code: string;
    readonly name: string;
    readonly place: string;
    readonly address: string; // what the QR code says
  }[];
  readonly nextHref: string | undefined;
  readonly backHref: string;
}

/** A sheet of labels: the code large enough to read aloud, the QR code beside it. */
export function LabelsView({ frame, labels, nextHref, backHref }: LabelsViewProps) {
  const words = messagesFor(frame.locale);
  return (
    <PaperPage frame={frame} title={words.labels} printLabel={words.print} backHref={backHref}>
      <h1>{words.labels}</h1>
      {labels.length === 0 && <p>{words.none}</p>}
      <ul class="label-sheet">
        {labels.map(({ code, name, place, address }) => (
          <li key={code} class="label-card">
            <QrSlot text={address} label={code} hint={words.labelCall} />
            <div>
              <p class="label-code">{code}</p>
              <p>{name}</p>
              {place && <p>{place}</p>}
            </div>
          </li>
        ))}
      </ul>
      {nextHref && (
        <LinkButton href={nextHref} kind="secondary">
          {words.more}
        </LinkButton>
      )}
    </PaperPage>
  );
}
