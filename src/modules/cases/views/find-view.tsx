import { Button, CitizenPage, ErrorSummary, Form, type PageFrame, PageTitle, TextField } from '../../../ui/index.ts';
import { messagesFor } from '../messages.ts';

export interface FindViewProps {
  readonly frame: PageFrame;
  readonly values?: {
    readonly number?: string | undefined;
    readonly phone?: string | undefined;
    readonly code?: string | undefined;
  };
  readonly error?: string | undefined;
}

/** Track by number: for people who have the receipt but not the link. */
export function FindView({ frame, values = {}, error }: FindViewProps) {
  const words = messagesFor(frame.locale).track;
  return (
    <CitizenPage frame={frame} title={words.findTitle} active="lacak" errors={error !== undefined}>
      {error && <ErrorSummary errors={[{ field: 'number', message: error }]} />}
      <PageTitle title={words.findTitle} lead={words.findLead} />
      <Form action="/lacak">
        <TextField
          id="number"
          name="number"
          label={words.numberLabel}
          hint={words.numberHint}
          value={values.number}
          error={error}
          width="20"
          autocomplete="off"
          required={false}
        />
        <TextField
          id="phone"
          name="phone"
          label={words.phoneLabel}
          value={values.phone}
          inputMode="numeric"
          width="4"
          autocomplete="off"
          required={false}
        />
        <TextField
          id="code"
          name="code"
          label={words.codeLabel}
          hint={words.codeHint}
          value={values.code}
          autocomplete="off"
          spellcheck={false}
          required={false}
        />
        <Button icon="search">{words.find}</Button>
      </Form>
    </CitizenPage>
  );
}
