import {
  BackLink,
  Button,
  EmptyState,
  ErrorSummary,
  Form,
  Inset,
  type PageFrame,
  PageTitle,
  SelectField,
  type SelectOption,
  StaffPage,
  TextField,
} from '../../../ui/index.ts';
import { messagesFor } from '../messages.ts';
import { boardUrl } from './addresses.ts';
import { hotlineNav } from './staff-nav.ts';

interface Row {
  readonly day: string;
  readonly date: string;
  readonly officerId: string;
  readonly name: string;
  readonly phone: string;
}
export interface DutyViewProps {
  readonly frame: PageFrame;
  readonly rows: readonly Row[];
  readonly days: readonly SelectOption[];
  readonly people: readonly SelectOption[];
  readonly values?: { readonly day: string; readonly officer: string; readonly phone: string } | undefined;
  readonly error?: { readonly field: string; readonly message: string } | undefined;
  readonly flash?: 'dicatat' | 'dihapus' | undefined;
}

export function DutyView(props: DutyViewProps) {
  const { frame, rows, days, people, values, error, flash } = props;
  const words = messagesFor(frame.locale);
  const errorOf = (field: string) => (error?.field === field ? error.message : undefined);
  return (
    <StaffPage frame={frame} title={words.duty.title} nav={hotlineNav(frame, 'duty')} homeHref={boardUrl}>
      <BackLink href={boardUrl} label={words.board.back} />
      <ErrorSummary errors={error ? [error] : []} />
      {flash && (
        <Inset>
          <p role="status">{flash === 'dicatat' ? words.duty.saved : words.duty.removed}</p>
        </Inset>
      )}
      <PageTitle title={words.duty.title} lead={words.duty.lead} />
      <h2>{words.duty.caption}</h2>
      {rows.length === 0 ? <EmptyState title={words.duty.none} icon="people" /> : <Rows {...props} />}
      <h2>{words.duty.add}</h2>
      <Form action={`${boardUrl}/piket`}>
        <SelectField
          id="day"
          name="day"
          label={words.duty.day}
          options={days}
          value={values?.day ?? days[0]?.value}
          error={errorOf('day')}
        />
        <SelectField
          id="officer"
          name="officer"
          label={words.duty.person}
          options={people}
          value={values?.officer}
          error={errorOf('officer')}
        />
        <TextField
          id="phone"
          name="phone"
          type="tel"
          label={words.duty.phone}
          hint={words.duty.phoneHint}
          value={values?.phone}
          error={errorOf('phone')}
          width="20"
        />
        <Button>{words.duty.add}</Button>
      </Form>
    </StaffPage>
  );
}

function Rows({ frame, rows }: DutyViewProps) {
  const words = messagesFor(frame.locale).duty;
  return (
    <ul class="rows">
      {rows.map((row) => (
        <li key={`${row.day} ${row.officerId}`}>
          <div>
            <b>{row.date}</b>
            <p>{row.name}</p>
            <p class="small num">{row.phone}</p>
          </div>
          <Form action={`${boardUrl}/piket/hapus`}>
            <input type="hidden" name="day" value={row.day} />
            <input type="hidden" name="officer" value={row.officerId} />
            <Button kind="secondary">
              {words.remove}
              <span class="hide">
                {' '}
                {row.date} {row.name}
              </span>
            </Button>
          </Form>
        </li>
      ))}
    </ul>
  );
}
