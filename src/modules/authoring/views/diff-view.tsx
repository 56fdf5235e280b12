import { BackLink, Details, type DiffRow, DiffTable, type PageFrame, PageTitle } from '../../../ui/index.ts';
import { messagesFor } from '../messages.ts';
import { AuthoringPage, baseOf, DraftShell } from './shell.tsx';

export interface Differences {
  readonly sentences: readonly string[];
  readonly lines: readonly DiffRow[];
  readonly fresh: boolean; // never published
}

export function DifferenceParts({ frame, differences }: { frame: PageFrame; differences: Differences }) {
  const t = messagesFor(frame.locale).diff;
  if (differences.fresh) return <p>{t.fresh}</p>;
  return (
    <>
      {differences.sentences.length === 0 ? (
        <p>{t.none}</p>
      ) : (
        <ul>
          {differences.sentences.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      )}
      {differences.lines.length > 0 && (
        <Details summary={t.text} open>
          <DiffTable rows={differences.lines} label={t.text} words={{ gone: t.gone, fresh: t.added }} />
        </Details>
      )}
    </>
  );
}

export function DraftDiffView(props: { frame: PageFrame; slug: string; title: string; differences: Differences }) {
  const t = messagesFor(props.frame.locale).diff;
  return (
    <DraftShell frame={props.frame} slug={props.slug} tab="diff" title={props.title}>
      <h2>{t.title}</h2>
      <DifferenceParts frame={props.frame} differences={props.differences} />
    </DraftShell>
  );
}

export function VersionDiffView(props: {
  frame: PageFrame;
  slug: string;
  title: string;
  from: number;
  to: number;
  differences: Differences;
}) {
  const t = messagesFor(props.frame.locale).diff;
  const title = t.between(props.from, props.to);
  return (
    <AuthoringPage frame={props.frame} title={title}>
      <BackLink href={baseOf(props.slug)} label={props.title} />
      <PageTitle title={title} eyebrow={props.title} />
      <DifferenceParts frame={props.frame} differences={props.differences} />
    </AuthoringPage>
  );
}
