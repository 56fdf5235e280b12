// The plain error page, used when the design system gives no other; it needs nothing that could fail.
import type { VNode } from 'preact';
import type { PageFrame } from '../../ui/frame.ts';
import { en } from './messages.en.ts';
import { id } from './messages.id.ts';
import type { Problem } from './problem.ts';

export interface ErrorPageProps {
  readonly frame: PageFrame;
  readonly problem: Problem;
  readonly title: string;
  /** Where trying again makes sense: the page itself, but not the target of a form. */
  readonly retryPath: string | undefined;
}
export type ErrorPage = (props: ErrorPageProps) => VNode;

export function errorTitle({ status, code }: Pick<Problem, 'status' | 'code'>, locale: PageFrame['locale']): string {
  const { titles, busy } = (locale === 'en' ? en : id).page;
  if (code === 'platform.busy') return busy;
  return titles[status] ?? titles[status >= 500 ? 500 : 400] ?? String(status);
}

export function PlainErrorPage({ frame, problem, title, retryPath }: ErrorPageProps): VNode {
  const words = (frame.locale === 'en' ? en : id).page;
  return (
    <html lang={frame.locale}>
      <head>
        <meta charset="utf-8" />
        <title>{title}</title>
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <link rel="stylesheet" href={frame.assets.css} />
      </head>
      <body>
        <main>
          <h1>{title}</h1>
          <p>{problem.sentence}</p>
          {problem.fields.length > 0 && (
            <ul>
              {problem.fields.map((field) => (
                <li key={field.field}>
                  {field.field}: {field.message}
                </li>
              ))}
            </ul>
          )}
          <p>
            {retryPath !== undefined && <a href={retryPath}>{words.reload}</a>} <a href="/">{words.home}</a>
          </p>
        </main>
      </body>
    </html>
  );
}
