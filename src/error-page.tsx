// The error page in the city's design: what happened, what to do, and where to go.
import type { VNode } from 'preact';
import type { ErrorPageProps } from './platform/http/error-page.tsx';
import { en } from './platform/http/messages.en.ts';
import { id } from './platform/http/messages.id.ts';
import { ButtonGroup, LinkButton, PageTitle, PlainPage } from './ui/index.ts';

export function ErrorPage({ frame, problem, title, retryPath }: ErrorPageProps): VNode {
  const words = (frame.locale === 'en' ? en : id).page;
  return (
    <PlainPage frame={frame} title={title}>
      <PageTitle title={title} lead={problem.sentence} />
      {problem.fields.length > 0 && (
        <ul>
          {problem.fields.map((field) => (
            <li key={field.field}>
              {field.field}: {field.message}
            </li>
          ))}
        </ul>
      )}
      <ButtonGroup>
        {retryPath !== undefined && <LinkButton href={retryPath}>{words.reload}</LinkButton>}
        <LinkButton href="/" kind={retryPath === undefined ? 'primary' : 'secondary'}>
          {words.home}
        </LinkButton>
      </ButtonGroup>
    </PlainPage>
  );
}
