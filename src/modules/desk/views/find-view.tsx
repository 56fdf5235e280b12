import { ErrorSummary, type PageFrame, PageTitle, SearchBox } from '../../../ui/index.ts';
import { messagesFor } from '../messages.ts';
import { DeskPage } from './shell.tsx';

export interface FindViewProps {
  readonly frame: PageFrame;
  readonly query: string;
  readonly error: string | undefined;
}

export function FindView({ frame, query, error }: FindViewProps) {
  const words = messagesFor(frame.locale).find;
  return (
    <DeskPage frame={frame} title={words.title} current="find">
      <ErrorSummary errors={error ? [{ field: 'nomor-berkas', message: error }] : []} />
      <PageTitle title={words.title} />
      <SearchBox
        action="/petugas/cari"
        id="nomor-berkas"
        label={words.label}
        hint={words.hint}
        button={words.button}
        value={query}
      />
    </DeskPage>
  );
}
