// "Apakah ini masalah yang sama?": a step of its own, since a line and a small picture are not enough to judge by.
import { Button, CitizenPage, Form, type PageFrame, PageTitle, StatusTag } from '../../../ui/index.ts';
import { messagesFor, stateText } from '../messages.ts';
import type { Similar } from '../service/similar.ts';
import { DangerNotice } from './danger-notice.tsx';

export interface SimilarViewProps {
  readonly frame: PageFrame;
  readonly similar: readonly Similar[];
  readonly carried: readonly (readonly [string, string])[]; // what was typed, to send it after all
  readonly danger: boolean;
}

export function SimilarView({ frame, similar, carried, danger }: SimilarViewProps) {
  const words = messagesFor(frame.locale);
  return (
    <CitizenPage frame={frame} title={words.similar.title} active="lapor" noBottomBar>
      <PageTitle title={words.similar.title} lead={words.similar.lead} />
      <DangerNotice words={words.report} shown={danger} />
      {similar.map((one) => (
        <SimilarProblem key={one.problem.id} frame={frame} {...one} />
      ))}
      <h2>{words.similar.none}</h2>
      <Form action="/lapor" multipart label={words.similar.send}>
        {carried.map(([name, value], at) => (
          <input key={`${name}-${at}`} type="hidden" name={name} value={value} />
        ))}
        <div class="buttons">
          <Button name="lanjut" value="1" icon="forward">
            {words.similar.send}
          </Button>
          <Button kind="secondary" name="ubah" value="1">
            {words.similar.change}
          </Button>
        </div>
      </Form>
    </CitizenPage>
  );
}

function SimilarProblem({ frame, problem, photos, area }: Similar & { readonly frame: PageFrame }) {
  const { similar, problem: words } = messagesFor(frame.locale);
  const { code, title, text, place } = problem;
  const where = [place, area].filter(Boolean).join(', ');
  return (
    <article class="card similar stack">
      <h2>{title}</h2>
      {photos.map((photo) => (
        <img key={photo.id} class="similar-photo" src={`/laporan/${code}/foto/${photo.id}`} alt={words.photo.before} />
      ))}
      <p>{text}</p>
      <p class="small">{similar.about(problem, where)}</p>
      <p>
        <StatusTag status="in-progress" label={stateText(problem, frame.locale)} />
      </p>
      <Form action={`/laporan/${code}/ikut`} label={`${similar.meToo}: ${title}`}>
        <Button kind="secondary" icon="people">
          {similar.meToo}
        </Button>
      </Form>
    </article>
  );
}
