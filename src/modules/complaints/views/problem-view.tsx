import type { Locale } from '../../../lib/locale.ts';
import {
  Button,
  CitizenPage,
  DefinitionRows,
  ErrorSummary,
  Form,
  Inset,
  type MapGroundProps,
  type PageFrame,
  PageTitle,
  PointMap,
  TextField,
  Timeline,
  type TimelineStep,
} from '../../../ui/index.ts';
import { messagesFor, stateText } from '../messages.ts';
import type { PublishedPhoto, PublishedProblem } from '../types.ts';

export interface ProblemViewProps {
  readonly frame: PageFrame;
  readonly problem: PublishedProblem;
  readonly photos: readonly PublishedPhoto[];
  readonly unit: string;
  readonly area: string | undefined;
  readonly ground: MapGroundProps;
  readonly opened: string;
  readonly updated: string;
  readonly due: string | undefined;
  readonly history: readonly { readonly title: string; readonly time: string }[]; // the first to come first
  readonly thanked: boolean;
  readonly asked: boolean; // for news by e-mail
  readonly email: { readonly value: string; readonly error: string } | undefined; // refused
}

export function ProblemView(props: ProblemViewProps) {
  const { frame, problem, photos, thanked } = props;
  const words = messagesFor(frame.locale).problem;
  const { status } = problem;
  const state = stateText(problem, frame.locale);
  const rows = [
    { label: words.state, value: state },
    { label: words.unit, value: props.unit },
    { label: words.place, value: [problem.place, props.area].filter(Boolean).join(', ') },
    { label: words.opened, value: props.opened },
    { label: words.updated, value: props.updated },
    { label: words.due, value: props.due ?? '' },
    { label: words.people, value: words.count(problem.reports, problem.supporters) },
  ];
  return (
    <CitizenPage frame={frame} title={problem.title} active="lapor">
      {props.email && <ErrorSummary errors={[{ field: 'email', message: props.email.error }]} />}
      <PageTitle title={problem.title} />
      <Photos problem={problem} photos={photos} locale={frame.locale} />
      <p>{problem.text}</p>
      <DefinitionRows rows={rows.filter(({ value }) => value !== '')} />
      <PlaceMap {...props} />
      {thanked && (
        <Inset>
          <p>{words.thanks}</p>
        </Inset>
      )}
      {(status === 'open' || status === 'waiting') && !thanked && (
        <Form action={`/laporan/${problem.code}/ikut`} label={words.meToo}>
          <Button kind="secondary">{words.meToo}</Button>
        </Form>
      )}
      <h2>{words.history}</h2>
      <Timeline steps={stepsOf(props)} />
      <NewsForm {...props} />
    </CitizenPage>
  );
}

/** Where it is, as far as anybody said; the words above tell the place too. */
function PlaceMap({ frame, problem, ground }: ProblemViewProps) {
  const words = messagesFor(frame.locale).problem;
  const { lat, long, areaCode } = problem;
  const at = lat === null || long === null ? undefined : { lat, long };
  if (!at && (areaCode === null || !ground.outlines)) return null;
  return (
    <PointMap
      ground={ground}
      label={words.map}
      at={at}
      area={at ? undefined : (areaCode ?? undefined)}
      approximate={!at}
      small
    />
  );
}

/** What happened, the last of it as where it stands now unless it is over. */
function stepsOf({ history, problem }: ProblemViewProps): TimelineStep[] {
  const over = problem.status === 'closed' || problem.status === 'refused';
  return history.map((step, index) => ({ ...step, state: !over && index === history.length - 1 ? 'now' : 'done' }));
}

interface PhotosProps {
  readonly problem: PublishedProblem;
  readonly photos: readonly PublishedPhoto[];
  readonly locale: Locale;
}
/** How it was and how it is now, side by side where there is room. */
function Photos({ problem, photos, locale }: PhotosProps) {
  const words = messagesFor(locale).problem;
  const groups = [photos.filter(({ kind }) => kind === 'before'), photos.filter(({ kind }) => kind !== 'before')];
  if (photos.length === 0) return null;
  return (
    <div class="photopair">
      {groups
        .filter((group) => group.length > 0)
        .map((group) => (
          <div key={group[0]?.kind} class="stack">
            {group.map((photo) => (
              <figure key={photo.id}>
                <img src={`/laporan/${problem.code}/foto/${photo.id}`} alt={words.photo[photo.kind]} loading="lazy" />
                <figcaption>{words.photo[photo.kind]}</figcaption>
              </figure>
            ))}
          </div>
        ))}
    </div>
  );
}

function NewsForm({ frame, problem, asked, email }: ProblemViewProps) {
  const words = messagesFor(frame.locale).news;
  if (problem.status !== 'open' && problem.status !== 'waiting') return null;
  return (
    <section id="kabar" class="stack">
      <h2>{words.title}</h2>
      {asked ? (
        <div role="status">
          <Inset>
            <p>{words.asked}</p>
          </Inset>
        </div>
      ) : (
        <Form action={`/laporan/${problem.code}/kabar`} label={words.title}>
          <TextField
            id="email"
            name="email"
            label={words.email}
            hint={words.hint}
            type="email"
            autocomplete="email"
            value={email?.value}
            error={email?.error}
          />
          <Button kind="secondary" icon="bell">
            {words.follow}
          </Button>
        </Form>
      )}
    </section>
  );
}
