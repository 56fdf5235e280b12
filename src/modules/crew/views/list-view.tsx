import {
  Button,
  CaseNumber,
  EmptyState,
  LinkButton,
  type MapGroundProps,
  type PageFrame,
  PageTitle,
  PointMap,
} from '../../../ui/index.ts';
import { messagesFor } from '../messages.ts';
import { jobsAtMost } from '../rules.ts';
import type { Job } from '../service/jobs.ts';
import { CrewPage } from './shell.tsx';
import { Tags } from './tags.tsx';

export interface ListViewProps {
  readonly frame: PageFrame;
  readonly jobs: readonly Job[];
  readonly ground: MapGroundProps;
  readonly officerId: string;
  readonly said: string | undefined; // what was just sent
}

function JobCard({ job, frame }: { job: Job; frame: PageFrame }) {
  const words = messagesFor(frame.locale).list;
  const { number, point } = job;
  const [photo] = job.photos;
  const href = job.secret ? `/petugas/berkas/${number}` : `/lapangan/${number}`;
  return (
    <li
      class={photo ? 'card crew-job' : 'card crew-job crew-plain'}
      data-number={number}
      data-title={job.title}
      data-text={job.text}
      data-place={job.place}
      data-href={href}
      data-lat={point?.lat}
      data-long={point?.long}
      data-area={point ? undefined : job.area}
    >
      {photo && (
        <img class="crew-photo" src={`${photo}?kecil=1`} alt={words.photo} width="88" height="88" loading="lazy" />
      )}
      <div class="crew-about">
        <Tags job={job} frame={frame} />
        <h2>{job.title}</h2>
        <p class="crew-text">{job.text}</p>
        {job.place !== '' && <p class="small">{job.place}</p>}
        <p class="small">
          <CaseNumber number={number} /> <b data-target="away" />
        </p>
        <p class="small" role="status" data-target="kept" />
      </div>
      <div class="buttons">
        <LinkButton href={href} kind="secondary" icon={job.secret ? 'document' : 'hand'}>
          {job.secret ? words.openCase : words.open}
          <span class="hide"> {number}</span>
        </LinkButton>
        {point && (
          <a class="crew-way" href={`geo:${point.lat},${point.long}?q=${point.lat},${point.long}`}>
            {words.direction}
            <span class="hide"> {number}</span>
          </a>
        )}
      </div>
    </li>
  );
}

/** Drawn by the script from the cards themselves: it needs no other answer, so it works without a signal too. */
function JobMap({ frame, ground, jobs }: ListViewProps) {
  const words = messagesFor(frame.locale).list;
  const places = jobs.filter(({ point, area }) => point ?? (ground.outlines && area));
  if (places.length === 0) return null;
  const unmarked = places.some(({ point }) => !point);
  return (
    <PointMap
      id="peta"
      ground={ground}
      label={words.map}
      cards="crew-jobs"
      failed={words.mapFailed}
      approximate={unmarked}
    />
  );
}

export function ListView(props: ListViewProps) {
  const { frame, jobs, said, officerId } = props;
  const { list: words, device } = messagesFor(frame.locale);
  return (
    <CrewPage frame={frame} title={words.title}>
      <PageTitle title={words.title} lead={words.lead} />
      {said && (
        <div class="inset" role="status">
          <p>{said}</p>
        </div>
      )}
      <div
        class="stack"
        data-module="crew-list"
        data-officer={officerId}
        data-words={JSON.stringify({ ...device, away: words.away, sorted: words.sorted })}
        data-denied={words.denied}
        data-searching={words.searching}
        data-map-script={frame.assets.mapScript}
        data-map-css={frame.assets.mapCss}
        data-map-outlines={props.ground.outlines}
      >
        <p class="small" role="status" data-target="state" />
        <div class="stack" data-target="unsent" hidden />
        {jobs.length === 0 && (
          <EmptyState title={words.empty} icon="check">
            <p>
              <a href="/petugas">{words.emptyNext}</a>
            </p>
          </EmptyState>
        )}
        {jobs.length > 0 && (
          <>
            <div class="crew-bar">
              <p>
                <b>{words.count(jobs.length)}</b>
              </p>
              <a class="crew-way" href="#peta" hidden data-target="to-map">
                {words.toMap}
              </a>
              <Button type="button" kind="secondary" icon="pin" hidden target="nearest">
                {words.nearest}
              </Button>
            </div>
            <ul class="crew-jobs" id="crew-jobs" data-target="jobs">
              {jobs.map((job) => (
                <JobCard key={job.number} job={job} frame={frame} />
              ))}
            </ul>
            {jobs.length >= jobsAtMost && <p class="small">{words.more(jobs.length)}</p>}
          </>
        )}
        <JobMap {...props} />
      </div>
    </CrewPage>
  );
}
