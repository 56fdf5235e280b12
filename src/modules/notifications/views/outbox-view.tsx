import { Card, EmptyState, type PageFrame, PageTitle, PlainPage } from '../../../ui/index.ts';
import { en } from '../messages.en.ts';
import { id } from '../messages.id.ts';

export interface OutboxViewProps {
  readonly frame: PageFrame;
  readonly mails: readonly {
    readonly id: string;
    readonly to: string;
    readonly subject: string;
    readonly text: string;
    readonly when: string;
    readonly unsubscribeUrl: string | null;
  }[];
}

const link = /(https?:\/\/\S+)/;

/** Links are made clickable: whoever tries a journey follows them from here. */
function Body({ text }: { text: string }) {
  return (
    <div>
      {text.split('\n').map((line, index) => (
        <p key={index}>
          {line.split(link).map((part) =>
            link.test(part) ? (
              <a key={part} href={part}>
                {part}
              </a>
            ) : (
              part
            ),
          )}
        </p>
      ))}
    </div>
  );
}

export function OutboxView({ frame, mails }: OutboxViewProps) {
  const words = frame.locale === 'en' ? en : id;
  return (
    <PlainPage frame={frame} title={words.title}>
      <PageTitle title={words.title} lead={words.lead} />
      {mails.length === 0 && (
        <EmptyState title={words.empty}>
          <p>{words.emptyNext}</p>
        </EmptyState>
      )}
      {mails.map((mail) => (
        <Card key={mail.id}>
          <h2>{mail.subject}</h2>
          <p class="small">
            {words.to} {mail.to} · {mail.when}
          </p>
          <Body text={mail.text} />
          {mail.unsubscribeUrl !== null && <Body text={`List-Unsubscribe: ${mail.unsubscribeUrl}`} />}
        </Card>
      ))}
    </PlainPage>
  );
}
