import {
  Button,
  ButtonGroup,
  DataTable,
  ErrorSummary,
  FileField,
  Form,
  LinkButton,
  NoticeCard,
  type PageFrame,
  PageTitle,
  StaffPage,
} from '../../../ui/index.ts';
import { messagesFor } from '../messages.ts';
import type { ImportProblem, ImportResult } from '../types.ts';

export interface Outcome {
  readonly applied: boolean;
  readonly result: ImportResult;
}
export interface ListViewProps {
  readonly frame: PageFrame;
  readonly kinds: readonly { readonly kind: string; readonly count: number }[];
  readonly past: readonly {
    readonly id: string;
    readonly at: string;
    readonly fileName: string;
    readonly added: number;
    readonly changed: number;
    readonly same: number;
  }[];
  readonly outcome: Outcome | undefined;
  readonly error: string | undefined;
}
const here = '/petugas/aset';
const shownProblems = 50;

/** What there is, the form for a list, and what the last one did. */
export function ListView(props: ListViewProps) {
  const { frame, kinds, outcome, error } = props;
  const words = messagesFor(frame.locale);
  const nav = [
    { href: '/petugas', label: words.nav.inbox, icon: 'inbox' },
    { href: here, label: words.nav.assets, icon: 'pin', current: true },
  ] as const;
  return (
    <StaffPage frame={frame} title={words.title} nav={nav}>
      <ErrorSummary errors={error === undefined ? [] : [{ field: 'daftar', message: error }]} />
      <PageTitle title={words.title} lead={words.lead} />
      {outcome && <OutcomeNotice frame={frame} outcome={outcome} />}
      {kinds.length === 0 ? <p>{words.none}</p> : <Kinds {...props} />}
      <section class="stack" aria-labelledby="masukkan">
        <h2 id="masukkan">{words.importTitle}</h2>
        <Form action={here} multipart>
          <FileField
            id="daftar"
            name="daftar"
            label={words.file}
            hint={words.importHint}
            accept={['csv', 'json', 'geojson']}
            error={error}
          />
          <ButtonGroup>
            <Button name="langkah" value="coba" kind="secondary">
              {words.tryIt}
            </Button>
            <Button name="langkah" value="masukkan">
              {words.bringIn}
            </Button>
          </ButtonGroup>
        </Form>
      </section>
      <Past {...props} />
    </StaffPage>
  );
}

function Kinds({ frame, kinds }: ListViewProps) {
  const words = messagesFor(frame.locale);
  return (
    <DataTable
      caption={words.title}
      captionHidden
      stacked
      columns={[
        { key: 'kind', label: words.columns.kind },
        { key: 'count', label: words.columns.count },
        { key: 'act', label: words.columns.act },
      ]}
      rows={kinds.map(({ kind, count }) => ({
        key: kind,
        cells: {
          kind,
          count: words.count(count),
          act: (
            <LinkButton href={`${here}/label?jenis=${kind}`} kind="quiet" icon="print">
              {words.print}
            </LinkButton>
          ),
        },
      }))}
    />
  );
}

function OutcomeNotice({ frame, outcome }: { frame: PageFrame; outcome: Outcome }) {
  const words = messagesFor(frame.locale);
  const { applied, result } = outcome;
  return (
    <NoticeCard title={applied ? words.broughtIn : words.tried} status={applied ? 'done' : undefined}>
      <p>{words.result(result.added, result.changed, result.same)}</p>
      <Problems frame={frame} problems={result.problems} />
      {!applied && <p>{words.again}</p>}
    </NoticeCard>
  );
}

function Problems({ frame, problems }: { frame: PageFrame; problems: readonly ImportProblem[] }) {
  const words = messagesFor(frame.locale);
  if (problems.length === 0) return null;
  const rest = problems.length - shownProblems;
  return (
    <>
      <p>{words.wrong(problems.length)}:</p>
      <ul>
        {problems.slice(0, shownProblems).map(({ line, kind, value }) => (
          <li key={`${line}-${kind}`}>
            {words.line(line)}: {words.problems[kind]}
            {value && ` (${value.slice(0, 60)})`}
          </li>
        ))}
      </ul>
      {rest > 0 && <p>{words.wrongMore(rest)}</p>}
    </>
  );
}

function Past({ frame, past }: ListViewProps) {
  const words = messagesFor(frame.locale);
  return (
    <section class="stack" aria-labelledby="pernah">
      <h2 id="pernah">{words.past}</h2>
      {past.length === 0 ? (
        <p>{words.noPast}</p>
      ) : (
        <ul>
          {past.map(({ id, at, fileName, added, changed, same }) => (
            <li key={id}>
              {at}, {fileName}: {words.result(added, changed, same)}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
