import { groupCaseNumber } from '../../../lib/case-number.ts';
import { BackLink, Card, type ErrorLine, ErrorSummary, PageTitle, Warning } from '../../../ui/index.ts';
import { messagesFor } from '../messages.ts';
import type { VisitHistory as History } from '../service/history.ts';
import type { Job } from '../service/jobs.ts';
import { VisitHistory } from './history-view.tsx';
import { CrewPage } from './shell.tsx';
import { Tags } from './tags.tsx';
import { VisitForm, type VisitFormProps } from './visit-form.tsx';

export interface VisitViewProps extends Omit<VisitFormProps, 'number' | 'point' | 'canSolve'> {
  readonly job: Job;
  readonly history: History;
  readonly refused: string | undefined; // why it was not taken, in one sentence
}

export function VisitView({ job, history, refused, ...form }: VisitViewProps) {
  const { frame, errors } = form;
  const { list, visit: words } = messagesFor(frame.locale);
  const lines: ErrorLine[] = [
    ...(refused === undefined ? [] : [{ message: refused }]),
    ...[...errors].map(([field, message]) => ({ field, message })),
  ];
  const { number, point } = job;
  return (
    <CrewPage frame={frame} title={job.title}>
      <BackLink href="/lapangan" label={words.back} />
      <ErrorSummary errors={lines} />
      <PageTitle title={job.title} eyebrow={`${words.report} ${groupCaseNumber(number)}`} />
      <Tags job={job} frame={frame} />
      {!job.inHand && (
        <Warning>
          <p>
            <b>{words.closedTitle}.</b> {words.closedLead}
          </p>
        </Warning>
      )}
      <Card>
        <p class="crew-text">{job.text}</p>
        {job.place !== '' && <p>{job.place}</p>}
        {job.photos.length > 0 && (
          <ul class="crew-shots">
            {job.photos.map((address) => (
              <li key={address}>
                <a href={address}>
                  <img src={`${address}?kecil=1`} alt={list.photo} width="120" height="120" />
                </a>
              </li>
            ))}
          </ul>
        )}
        {point && (
          <p>
            <a href={`geo:${point.lat},${point.long}?q=${point.lat},${point.long}`}>{list.direction}</a>
          </p>
        )}
      </Card>
      <h2>{words.form}</h2>
      <VisitForm {...form} number={number} point={point} canSolve={job.inHand} />
      <VisitHistory history={history} frame={frame} />
      <p class="small">{words.recordedNote}</p>
      <p>
        <a href={`/petugas/berkas/${number}`}>{words.fullCase}</a>
      </p>
    </CrewPage>
  );
}
