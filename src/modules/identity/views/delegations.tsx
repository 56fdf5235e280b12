import {
  Button,
  DataTable,
  EmptyState,
  ErrorSummary,
  Form,
  type PageFrame,
  PageTitle,
  RadioField,
  SelectField,
  StaffPage,
  TextArea,
  TextField,
} from '../../../ui/index.ts';
import type { TypedDelegation } from '../delegation/form.ts';
import type { DelegationChoices, DelegationRow } from '../delegation/list.ts';
import { PressForm } from './press-form.tsx';
import { wordsOf } from './sentences.ts';

export interface DelegationsPageProps {
  readonly frame: PageFrame;
  readonly rows: readonly DelegationRow[];
  readonly choices: DelegationChoices;
  readonly requestId: string;
  readonly typed: TypedDelegation | undefined;
  readonly errors: readonly { readonly field: string; readonly message: string }[];
  readonly saved: boolean;
}

export function DelegationsPage(props: DelegationsPageProps) {
  const { frame, rows, errors } = props;
  const words = wordsOf(frame.locale).delegations;
  const nav = [
    { href: '/petugas', label: words.nav.inbox, icon: 'inbox' },
    { href: '/petugas/layanan', label: words.nav.services, icon: 'grid' },
    { href: '/petugas/kalender', label: words.nav.calendar, icon: 'clock' },
    { href: '/petugas/pelimpahan', label: words.nav.delegations, icon: 'people', current: true },
  ] as const;
  return (
    <StaffPage frame={frame} title={words.title} nav={nav} wide>
      <ErrorSummary errors={errors} />
      {props.saved && <p role="status">{words.saved}</p>}
      <PageTitle title={words.title} lead={words.lead} />
      {rows.length === 0 ? (
        <EmptyState title={words.none} icon="people" />
      ) : (
        <DelegationTable frame={frame} rows={rows} ends />
      )}
      <section class="stack" aria-labelledby="catat">
        <h2 id="catat">{words.record}</h2>
        <DelegationForm {...props} />
      </section>
    </StaffPage>
  );
}

export function DelegationTable({
  frame,
  rows,
  ends,
}: {
  frame: PageFrame;
  rows: readonly DelegationRow[];
  ends: boolean;
}) {
  const words = wordsOf(frame.locale).delegations;
  const { columns } = words;
  return (
    <DataTable
      caption={words.title}
      captionHidden
      stacked
      columns={[
        { key: 'post', label: columns.post },
        { key: 'to', label: columns.to },
        { key: 'days', label: columns.days },
        { key: 'instrument', label: columns.instrument },
        { key: 'standing', label: columns.standing },
      ]}
      rows={rows.map((row) => ({
        key: row.id,
        cells: {
          post: (
            <>
              {words.kinds[row.kind]} {row.post}
              {row.from && <span class="line small">{words.inPlaceOf(row.from)}</span>}
            </>
          ),
          to: row.to,
          days: words.days(row.days.first, row.days.last),
          instrument: (
            <>
              {row.instrument}
              <span class="line small">{row.text}</span>
            </>
          ),
          standing: (
            <>
              {words.standings[row.standing]}
              {ends && (row.standing === 'now' || row.standing === 'coming') && (
                <PressForm action={`/petugas/pelimpahan/${row.id}/akhiri`}>
                  <Button kind="quiet" small>
                    {words.end}
                    <span class="hide"> {`${words.kinds[row.kind]} ${row.post}`}</span>
                  </Button>
                </PressForm>
              )}
            </>
          ),
        },
      }))}
    />
  );
}

function DelegationForm({ frame, choices, requestId, typed, errors }: DelegationsPageProps) {
  const words = wordsOf(frame.locale).delegations;
  const { labels, hints } = words;
  const errorOf = (field: string) => errors.find((error) => error.field === field)?.message;
  const field = (name: keyof TypedDelegation) => ({
    ...{ id: name, name, label: labels[name], hint: hints[name], value: typed?.[name], error: errorOf(name) },
  });
  const choose = { value: '', label: words.choose };
  return (
    <Form action="/petugas/pelimpahan" label={words.record}>
      <input type="hidden" name="requestId" value={requestId} />
      <RadioField
        {...field('kind')}
        options={(['plh', 'plt', 'an'] as const).map((kind) => ({
          value: kind,
          label: words.kinds[kind],
          hint: words.kindHints[kind],
        }))}
      />
      <SelectField {...field('seat')} options={[choose, ...choices.seats]} />
      <TextField {...field('post')} />
      <SelectField {...field('to')} options={[choose, ...choices.people]} />
      <TextField {...field('firstDay')} width="20" />
      <TextField {...field('lastDay')} width="20" />
      <TextField {...field('number')} width="half" />
      <TextField {...field('date')} width="20" />
      <TextArea {...field('text')} />
      <Button>{words.submit}</Button>
    </Form>
  );
}
