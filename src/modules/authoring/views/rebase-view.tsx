import {
  BackLink,
  Button,
  DataTable,
  EmptyState,
  ErrorSummary,
  Form,
  type PageFrame,
  PageTitle,
  TextArea,
} from '../../../ui/index.ts';
import type { RebaseOutcome } from '../../cases/index.ts';
import { messagesFor } from '../messages.ts';
import { DifferenceParts, type Differences } from './diff-view.tsx';
import { AuthoringPage, baseOf } from './shell.tsx';

export interface RebaseViewProps {
  readonly frame: PageFrame;
  readonly slug: string;
  readonly title: string;
  readonly versionId: string;
  readonly outcomes: readonly RebaseOutcome[];
  readonly differences: readonly { readonly from: number; readonly to: number; readonly differences: Differences }[];
  readonly error?: string | undefined;
}

/** Which open cases could go on under the version in force, which could not and why, and what would change. */
export function RebaseView({ frame, slug, title, versionId, outcomes, differences, error }: RebaseViewProps) {
  const words = messagesFor(frame.locale);
  const t = words.rebase;
  const movable = outcomes.filter(({ outcome }) => outcome === 'can').length;
  const verdict = ({ outcome, obstacles }: RebaseOutcome) =>
    outcome === 'can'
      ? t.can
      : `${t.cannot}. ${obstacles.map(({ trait, id }) => t.why(t.traits[trait] ?? trait, id)).join('; ')}`;
  return (
    <AuthoringPage frame={frame} title={t.title}>
      <BackLink href={baseOf(slug)} label={title} />
      <ErrorSummary errors={error === undefined ? [] : [{ field: 'alasan', message: error }]} />
      <PageTitle title={t.title} eyebrow={title} lead={t.lead} />
      {outcomes.length === 0 && <EmptyState title={t.none} />}
      {outcomes.length > 0 && (
        <DataTable
          caption={t.title}
          captionHidden
          stacked
          columns={[
            { key: 'number', label: t.number },
            { key: 'from', label: t.from },
            { key: 'verdict', label: t.verdict },
          ]}
          rows={outcomes.map((one) => ({
            key: one.number,
            cells: { number: one.number, from: String(one.fromVersion), verdict: verdict(one) },
          }))}
        />
      )}
      {movable > 0 && (
        <Form action={`${baseOf(slug)}/pindah`}>
          <input type="hidden" name="versionId" value={versionId} />
          <TextArea id="alasan" name="reason" label={t.reason} rows={2} error={error} />
          <Button>{t.button(movable)}</Button>
        </Form>
      )}
      {differences.map((one) => (
        <section key={one.from} class="stack">
          <h2>{words.diff.between(one.from, one.to)}</h2>
          <DifferenceParts frame={frame} differences={one.differences} />
        </section>
      ))}
    </AuthoringPage>
  );
}
