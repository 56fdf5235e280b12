import {
  BackLink,
  Button,
  ButtonGroup,
  DataTable,
  EmptyState,
  type ErrorLine,
  ErrorSummary,
  FileField,
  FilterBar,
  Form,
  LinkButton,
  type PageFrame,
  PageTitle,
  TextArea,
  TextField,
} from '../../../ui/index.ts';
import { messagesFor } from '../messages.ts';
import type { ListLine } from '../service/listing.ts';
import { listStates } from '../types.ts';
import { AuthoringPage, baseOf } from './shell.tsx';

export interface ListViewProps {
  readonly frame: PageFrame;
  readonly lines: readonly (Omit<ListLine, 'draft'> & { readonly draft: string | undefined })[];
  readonly total: number;
  readonly drafts: number;
  readonly query: string;
  readonly state: string;
  readonly mayWrite: boolean;
}

export function ListView({ frame, lines, total, drafts, query, state, mayWrite }: ListViewProps) {
  const words = messagesFor(frame.locale);
  const t = words.list;
  const stateFilter = {
    name: 'keadaan',
    label: t.state,
    value: state,
    options: [{ value: '', label: t.all }, ...listStates.map((value) => ({ value, label: words.states[value] }))],
  };
  return (
    <AuthoringPage frame={frame} title={t.title}>
      <PageTitle title={t.title} lead={t.lead(total, drafts)} />
      <ButtonGroup>
        {mayWrite && (
          <LinkButton href="/petugas/layanan/baru" kind="secondary" icon="plus">
            {t.add}
          </LinkButton>
        )}
        <LinkButton href="/petugas/layanan/keyakinan" kind="quiet">
          {t.unconfirmed}
        </LinkButton>
      </ButtonGroup>
      <FilterBar
        action="/petugas/layanan"
        query={{ name: 'q', label: t.search, value: query }}
        filters={[stateFilter]}
        clearHref={query === '' && state === '' ? undefined : '/petugas/layanan'}
      />
      {lines.length === 0 && <EmptyState title={total === 0 ? t.empty : t.none} />}
      {lines.length > 0 && (
        <DataTable
          caption={t.title}
          captionHidden
          stacked
          columns={[
            { key: 'service', label: t.columns.service },
            { key: 'version', label: t.columns.version },
            { key: 'state', label: t.columns.state },
            { key: 'draft', label: t.columns.draft },
            { key: 'findings', label: t.columns.findings },
          ]}
          rows={lines.map((line) => ({
            key: line.slug,
            cells: {
              service: <a href={baseOf(line.slug)}>{line.title}</a>,
              version: line.version === undefined ? t.noVersion : String(line.version),
              state: line.states.map((one) => words.states[one]).join(', '),
              draft: line.draft ?? t.noDraft,
              findings: words.counts(line.counts.error, line.counts.warning, line.counts.info),
            },
          }))}
        />
      )}
    </AuthoringPage>
  );
}

export interface NewViewProps {
  readonly frame: PageFrame;
  readonly typed: { readonly name: string; readonly text: string };
  readonly errors: readonly ErrorLine[];
}
export function NewView({ frame, typed, errors }: NewViewProps) {
  const t = messagesFor(frame.locale).fresh;
  const error = errors[0]?.message;
  return (
    <AuthoringPage frame={frame} title={t.title}>
      <BackLink href="/petugas/layanan" />
      <ErrorSummary errors={errors} />
      <PageTitle title={t.title} lead={t.lead} />
      <Form action="/petugas/layanan/baru" multipart>
        <TextField id="name" name="name" label={t.name} hint={t.nameHint} value={typed.name} width="20" error={error} />
        <TextArea id="text" name="text" label={t.text} rows={16} value={typed.text} required={false} />
        <FileField id="file" name="file" label={t.file} required={false} />
        <Button>{t.button}</Button>
      </Form>
    </AuthoringPage>
  );
}
