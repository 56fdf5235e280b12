import {
  Button,
  CaseNumber,
  DataTable,
  EmptyState,
  Form,
  LinkButton,
  type PageFrame,
  PageTitle,
  StatusTag,
} from '../../../ui/index.ts';
import { messagesFor } from '../messages.ts';
import type { Candidate, Outcome, Unsignable } from '../service/signing.ts';
import { DeskPage } from './shell.tsx';

export interface ConfirmViewProps {
  readonly frame: PageFrame;
  readonly ready: readonly Candidate[];
  readonly not: readonly Unsignable[];
}

function CandidateRow({ item, frame }: { item: Candidate; frame: PageFrame }) {
  const words = messagesFor(frame.locale).signMany;
  const id = `pilih-${item.number}`;
  return (
    <li>
      <input type="hidden" name={`aksi.${item.number}`} value={item.action} />
      <input type="hidden" name={`versi.${item.number}`} value={String(item.version)} />
      <input type="hidden" name={`permintaan.${item.number}`} value={item.requestId} />
      <label class="check-inline" for={id}>
        <input type="checkbox" id={id} name="nomor" value={item.number} checked />
        <span>
          <b>{item.service}</b>, {item.applicant}
          <span class="line small">
            <CaseNumber number={item.number} /> · {item.label}
          </span>
        </span>
      </label>
      {item.draftHref ? (
        <a class="button button-secondary button-small" href={item.draftHref} target="_blank" rel="noopener">
          {words.draft}
          <span class="hide"> {item.number}</span>
        </a>
      ) : (
        <span class="small">{words.noDraft}</span>
      )}
    </li>
  );
}

export function ConfirmView({ frame, ready, not }: ConfirmViewProps) {
  const words = messagesFor(frame.locale).signMany;
  return (
    <DeskPage frame={frame} title={words.title} current="inbox">
      <PageTitle title={words.title} lead={ready.length > 0 ? words.lead(ready.length) : undefined} />
      {ready.length === 0 && <EmptyState title={words.none} icon="sign" />}
      {not.length > 0 && (
        <section class="stack">
          <h2>{words.cannot}</h2>
          <ul class="rows">
            {not.map((item) => (
              <li key={item.number}>
                <div>
                  <b>
                    <CaseNumber number={item.number} />
                  </b>
                  <p>{item.sentence}</p>
                </div>
              </li>
            ))}
          </ul>
        </section>
      )}
      {ready.length > 0 && (
        <Form action="/petugas/tanda-tangan-banyak/kirim" label={words.title}>
          <ul class="rows pick-rows">
            {ready.map((item) => (
              <CandidateRow key={item.number} item={item} frame={frame} />
            ))}
          </ul>
          <div class="buttons">
            <Button icon="sign">{words.go}</Button>
          </div>
        </Form>
      )}
      <p>
        <a href="/petugas">{words.back}</a>
      </p>
    </DeskPage>
  );
}

export function OutcomeView({ frame, outcomes }: { frame: PageFrame; outcomes: readonly Outcome[] }) {
  const words = messagesFor(frame.locale).signMany;
  const done = outcomes.filter((outcome) => outcome.done).length;
  const columns = [
    { key: 'case', label: words.labels.case },
    { key: 'step', label: words.step },
    { key: 'result', label: words.result },
  ];
  return (
    <DeskPage frame={frame} title={words.resultTitle} current="inbox">
      <PageTitle title={words.resultTitle} />
      <p role="status" class="lead">
        {words.summary(done, outcomes.length - done)}
      </p>
      <DataTable
        caption={words.resultTitle}
        captionHidden
        stacked
        columns={columns}
        rows={outcomes.map((outcome) => ({
          key: outcome.number,
          cells: {
            case: (
              <>
                <a href={`/petugas/berkas/${outcome.number}`}>
                  <CaseNumber number={outcome.number} />
                </a>
                <span class="line small">{[outcome.service, outcome.applicant].filter(Boolean).join(', ')}</span>
              </>
            ),
            step: outcome.label,
            result: (
              <>
                <StatusTag
                  reader="staff"
                  status={outcome.done ? 'done' : 'refused'}
                  label={outcome.done ? words.done : words.refused}
                />
                {!outcome.done && <span class="line">{outcome.sentence}</span>}
              </>
            ),
          },
        }))}
      />
      <p>
        <LinkButton href="/petugas" icon="inbox">
          {messagesFor(frame.locale).nav.inbox}
        </LinkButton>
      </p>
    </DeskPage>
  );
}
