// Left column: what the applicant answered, and the papers beside what has to be checked.
import {
  Button,
  Details,
  DocumentViewer,
  Form,
  Inset,
  MaskedValue,
  type PageFrame,
  SummaryList,
  type ViewerFile,
  Warning,
} from '../../../ui/index.ts';
import { messagesFor } from '../messages.ts';
import type { CaseFacts, Fact, Paper } from '../service/facts.ts';

export interface FactsViewProps {
  readonly frame: PageFrame;
  readonly number: string;
  readonly facts: CaseFacts;
  readonly requestId: string; // server-made: originals noted twice are noted once
  readonly closed: boolean;
  readonly revealed: string | undefined; // the question whose value the officer just asked for
  readonly correction: { readonly form: string; readonly name: string; readonly picked: readonly string[] } | undefined;
}

function Value({ fact, props }: { fact: Fact; props: FactsViewProps }) {
  if (fact.rows) return <Rows fact={fact} props={props} />;
  if (fact.masked === undefined) return <>{fact.value}</>;
  return (
    <MaskedValue
      masked={fact.masked}
      label={fact.label}
      revealAction={`/petugas/berkas/${props.number}/lihat#isian-${fact.revealId}`}
      name="field"
      value={fact.revealId}
      askWhy={props.facts.withReason}
      revealed={props.revealed === fact.revealId ? fact.value : undefined}
    />
  );
}

function Rows({ fact, props }: { fact: Fact; props: FactsViewProps }) {
  const words = messagesFor(props.frame.locale).case;
  return (
    <>
      {fact.rows?.map((row, index) => (
        <div key={row.map((item) => item.id).join()} class="stack">
          <b>{words.row(index + 1)}</b>
          <SummaryList
            rows={row.map((inner) => ({ label: inner.label, value: <Value fact={inner} props={props} /> }))}
          />
        </div>
      ))}
    </>
  );
}

function Check({ paper, props }: { paper: Paper; props: FactsViewProps }) {
  const words = messagesFor(props.frame.locale).case;
  const { correction } = props;
  return (
    <>
      <p>
        <b>{words.toCheck}</b>
      </p>
      <ul>
        <li>{words.readable}</li>
        {paper.evidence && <li>{words.matches(paper.evidence.label, paper.evidence.value)}</li>}
        {paper.why.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      {correction && paper.correctable && (
        <label class="check-inline">
          <input
            type="checkbox"
            form={correction.form}
            name={correction.name}
            value={paper.id}
            checked={correction.picked.includes(paper.id)}
          />
          <span>
            {words.needsFixing}
            <span class="hide">
              {' '}
              {paper.label}. {words.needsFixingHint}
            </span>
          </span>
        </label>
      )}
    </>
  );
}

function viewerTypeOf(mediaType: string): ViewerFile['type'] {
  if (mediaType === 'application/pdf') return 'pdf';
  if (mediaType.startsWith('audio/')) return 'audio';
  return mediaType.startsWith('image/') ? 'image' : 'other';
}

function viewerFile(paper: Paper, props: FactsViewProps): ViewerFile {
  const type = viewerTypeOf(paper.mediaType);
  return {
    id: `${paper.id}-${paper.uploadId}`,
    label: paper.label,
    href: `/petugas/berkas/${props.number}/dokumen/${paper.id}/${paper.uploadId}`,
    type,
    note: paper.note,
    check: <Check paper={paper} props={props} />,
  };
}

export function FactsView(props: FactsViewProps) {
  const { frame, facts, closed } = props;
  const words = messagesFor(frame.locale).case;
  return (
    <>
      {facts.warnings.length > 0 && (
        <Warning label={words.warnings}>
          {facts.warnings.map((line) => (
            <p key={line}>{line}</p>
          ))}
        </Warning>
      )}
      <h2>{words.facts}</h2>
      {facts.pages.map((page) => (
        <section key={page.title} class="stack">
          <h3>{page.title}</h3>
          <SummaryList
            rows={page.facts.map((fact) => ({
              label: fact.label,
              value: (
                <div id={`isian-${fact.id}`} class="fact">
                  <Value fact={fact} props={props} />
                </div>
              ),
            }))}
          />
        </section>
      ))}
      <h2>{words.documents}</h2>
      {facts.papers.length > 0 ? (
        <DocumentViewer files={facts.papers.map((paper) => viewerFile(paper, props))} />
      ) : (
        <p>{words.noDocuments}</p>
      )}
      {facts.spared.length > 0 && (
        <Inset>
          <p>{words.spared(facts.spared.length, facts.spared.join(', '))}</p>
        </Inset>
      )}
      {facts.missing.length > 0 && (
        <Details summary={`${words.missing}: ${facts.missing.map(({ label }) => label).join(', ')}`}>
          <p>{words.missingNote}</p>
          {!closed && (
            <Form action={`/petugas/berkas/${props.number}/asli`} label={words.originals}>
              <input type="hidden" name="requestId" value={props.requestId} />
              {facts.missing.map(({ id, label }) => (
                <label key={id} class="check-inline">
                  <input type="checkbox" name="seen" value={id} />
                  <span>{label}</span>
                </label>
              ))}
              <Button kind="secondary">{words.originals}</Button>
            </Form>
          )}
        </Details>
      )}
    </>
  );
}
