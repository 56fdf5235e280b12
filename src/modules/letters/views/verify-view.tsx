// Public page behind the QR: what we signed, and whether a file is it. Nothing on it names the holder in full.
import {
  Button,
  CitizenPage,
  DefinitionRows,
  FileField,
  Form,
  Inset,
  LinkButton,
  type PageFrame,
  PageTitle,
  Warning,
} from '../../../ui/index.ts';
import { en } from '../messages.en.ts';
import { id } from '../messages.id.ts';
import type { Verdict } from '../verify.ts';

export interface LetterRecord {
  readonly rows: readonly { readonly label: string; readonly value: string }[];
  readonly isTest: boolean;
  readonly expired: string | undefined; // the sentence, when its time is over
}
export interface VerifyViewProps {
  readonly frame: PageFrame;
  readonly action: string;
  readonly record?: LetterRecord | undefined;
  readonly verdict?: { readonly kind: Verdict; readonly href?: string | undefined } | undefined;
  readonly error?: string | undefined;
}

function Result({ frame, verdict }: Pick<VerifyViewProps, 'frame' | 'verdict'>) {
  if (!verdict) return null;
  const words = (frame.locale === 'en' ? en : id).verify;
  const good = verdict.kind === 'same' || verdict.kind === 'other';
  const seen = verdict.href && (
    <LinkButton href={verdict.href} kind="secondary">
      {words.seeLetter}
    </LinkButton>
  );
  return (
    <div role="status">
      {good ? (
        <Inset>
          <h2>{words[verdict.kind]}</h2>
          {seen}
        </Inset>
      ) : (
        <Warning>
          <h2>{words[verdict.kind]}</h2>
          <p>{words.advice}</p>
        </Warning>
      )}
    </div>
  );
}

export function VerifyView({ frame, action, record, verdict, error }: VerifyViewProps) {
  const words = (frame.locale === 'en' ? en : id).verify;
  return (
    <CitizenPage frame={frame} title={words.title} errors={error !== undefined}>
      <PageTitle
        title={verdict ? words.resultTitle : record ? words.genuineTitle : words.title}
        lead={record || verdict ? undefined : words.lead}
      />
      <Result frame={frame} verdict={verdict} />
      {record && verdict && <h2>{words.recordTitle}</h2>}
      {record?.isTest && (
        <Warning>
          <p>{words.testWarning}</p>
        </Warning>
      )}
      {record?.expired && (
        <Warning>
          <p>{record.expired}</p>
        </Warning>
      )}
      {record && <DefinitionRows rows={record.rows} />}
      <section class="stack">
        <h2>{words.compareTitle}</h2>
        <p>{words.compareLead}</p>
        <Form action={action} multipart>
          <FileField
            id="berkas"
            name="berkas"
            label={words.file}
            hint={words.fileHint}
            accept={['pdf']}
            error={error}
          />
          <Button icon="search">{words.check}</Button>
        </Form>
      </section>
    </CitizenPage>
  );
}
