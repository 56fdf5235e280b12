import { Button, CitizenPage, Form, type PageFrame, PageTitle } from '../../../ui/index.ts';
import { messagesFor } from '../messages.ts';
import type { Followed } from '../service/news.ts';

export interface NewsViewProps extends Followed {
  readonly frame: PageFrame;
  readonly code: string;
  readonly stopping?: boolean;
}

/** One question, one button: to begin, or to stop. */
export function NewsView({ frame, code, problem, confirmed, stopping = false }: NewsViewProps) {
  const words = messagesFor(frame.locale).news;
  const begin = !confirmed && !stopping;
  const title = begin ? words.confirmTitle : stopping ? words.stopTitle : words.followsTitle;
  return (
    <CitizenPage frame={frame} title={title} active="laporan">
      <PageTitle title={title} lead={problem.title} />
      {!stopping && <p>{begin ? words.confirmLead : words.followsLead}</p>}
      <Form action={begin ? `/kabar/${code}` : `/kabar/${code}/berhenti`}>
        <Button kind={begin || stopping ? 'primary' : 'secondary'}>{begin ? words.confirm : words.stop}</Button>
      </Form>
      <p>
        <a href={`/laporan/${problem.code}`}>{words.page}</a>
      </p>
    </CitizenPage>
  );
}

export function StoppedView({ frame }: { frame: PageFrame }) {
  const words = messagesFor(frame.locale).news;
  return (
    <CitizenPage frame={frame} title={words.stoppedTitle} active="laporan">
      <PageTitle title={words.stoppedTitle} lead={words.stoppedLead} />
      <p>
        <a href="/laporan">{words.all}</a>
      </p>
    </CitizenPage>
  );
}
