import { Button, CitizenPage, DefinitionRows, Form, Inset, type PageFrame, PageTitle } from '../../../ui/index.ts';
import { messagesFor, stateText } from '../messages.ts';
import type { PublishedPhoto, PublishedProblem } from '../types.ts';

export interface ProblemViewProps {
  readonly frame: PageFrame;
  readonly problem: PublishedProblem;
  readonly photos: readonly PublishedPhoto[];
  readonly unit: string;
  readonly area: string | undefined;
  readonly opened: string;
  readonly updated: string;
  readonly due: string | undefined;
  readonly thanked: boolean;
}

export function ProblemView(props: ProblemViewProps) {
  const { frame, problem, photos, thanked } = props;
  const words = messagesFor(frame.locale).problem;
  const { status, closedHow } = problem;
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
      <PageTitle title={problem.title} />
      {photos.map((photo) => (
        <figure key={photo.id}>
          <img src={`/laporan/${problem.code}/foto/${photo.id}`} alt={words.photo[photo.kind]} loading="lazy" />
          <figcaption>{words.photo[photo.kind]}</figcaption>
        </figure>
      ))}
      <p>{problem.text}</p>
      <DefinitionRows rows={rows.filter(({ value }) => value !== '')} />
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
    </CitizenPage>
  );
}
