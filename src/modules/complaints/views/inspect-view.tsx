import {
  Button,
  ErrorSummary,
  Form,
  type PageFrame,
  PageTitle,
  RadioField,
  StaffPage,
  TextArea,
} from '../../../ui/index.ts';
import { messagesFor } from '../messages.ts';
import { inspectNav } from './staff-nav.ts';

export interface InspectViewProps {
  readonly frame: PageFrame;
  readonly number: string;
  readonly place: string | null;
  readonly values?: { readonly result: string; readonly note: string };
  readonly errors?: { readonly result: string | undefined; readonly note: string | undefined };
}

export function InspectView({ frame, number, place, values, errors }: InspectViewProps) {
  const words = messagesFor(frame.locale).inspect;
  const lines = [
    { field: 'hasil', message: errors?.result },
    { field: 'catatan', message: errors?.note },
  ].flatMap(({ field, message }) => (message === undefined ? [] : [{ field, message }]));
  const options = [
    { value: 'baik', label: words.good },
    { value: 'belum', label: words.bad },
  ];
  return (
    <StaffPage frame={frame} title={words.formTitle} nav={inspectNav(frame)}>
      <ErrorSummary errors={lines} />
      <PageTitle title={words.formTitle} eyebrow={number} lead={place ?? undefined} />
      <Form action={`/kerja/laporan/tinjau/${number}`}>
        <RadioField
          id="hasil"
          name="hasil"
          label={words.result}
          options={options}
          value={values?.result}
          error={errors?.result}
        />
        <TextArea
          id="catatan"
          name="catatan"
          label={words.note}
          hint={words.noteHint}
          value={values?.note}
          error={errors?.note}
          required={false}
        />
        <Button>{words.save}</Button>
      </Form>
    </StaffPage>
  );
}
