// Holidays in force, the forms that change them, and every count so far.
import { formatDateTime, formatLocalDate } from '../../../lib/dates/format.ts';
import { say } from '../../../lib/locale.ts';
import type { WorkCalendar } from '../../../lib/working-time/calendar.ts';
import {
  Button,
  ButtonGroup,
  DataTable,
  Details,
  ErrorSummary,
  Form,
  LinkButton,
  type PageFrame,
  PageTitle,
  RadioField,
  SelectField,
  TextField,
} from '../../../ui/index.ts';
import type { Recount } from '../../cases/index.ts';
import { messagesFor } from '../messages.ts';
import { CalendarPage } from './shell.tsx';

export type TypedHoliday = Readonly<
  Record<'calendar' | 'day' | 'name' | 'kind' | 'decree' | 'reason' | 'action', string>
>;
export interface CalendarsViewProps {
  readonly frame: PageFrame;
  readonly calendars: readonly { readonly id: string; readonly calendar: WorkCalendar }[];
  readonly from: string; // holidays of this day and later are listed
  readonly runs: readonly Recount[];
  readonly requestId: string;
  readonly typed: TypedHoliday | undefined;
  readonly errors: readonly { readonly field: string; readonly message: string }[];
}

export function CalendarsView(props: CalendarsViewProps) {
  const { frame } = props;
  const words = messagesFor(frame.locale);
  return (
    <CalendarPage frame={frame} title={words.title}>
      <ErrorSummary errors={props.errors} />
      <PageTitle title={words.title} lead={words.lead} />
      <ButtonGroup>
        <LinkButton href="#tambah" kind="secondary" icon="plus">
          {words.addTitle}
        </LinkButton>
        <LinkButton href="#catatan" kind="quiet">
          {words.log}
        </LinkButton>
      </ButtonGroup>
      {props.calendars.map((ref) => (
        <Holidays key={ref.id} {...props} shown={ref} />
      ))}
      <section class="stack" aria-labelledby="tambah">
        <h2 id="tambah">{words.addTitle}</h2>
        <AddForm {...props} />
      </section>
      <section class="stack" aria-labelledby="catatan">
        <h2 id="catatan">{words.log}</h2>
        <Log frame={frame} runs={props.runs} />
      </section>
    </CalendarPage>
  );
}

function Holidays({
  frame,
  shown,
  from,
  requestId,
}: CalendarsViewProps & { shown: CalendarsViewProps['calendars'][number] }) {
  const words = messagesFor(frame.locale);
  const { id, calendar } = shown;
  const holidays = calendar.holidays.filter(({ date }) => date >= from);
  return (
    <section class="stack" aria-labelledby={`kalender-${calendar.id}`}>
      <h2 id={`kalender-${calendar.id}`}>{say(calendar.name, frame.locale)}</h2>
      <p>{words.version(id.slice(id.indexOf('@') + 1), holidays.length)}</p>
      {holidays.length === 0 ? (
        <p>{words.noHolidays}</p>
      ) : (
        <DataTable
          caption={say(calendar.name, frame.locale)}
          captionHidden
          stacked
          columns={[
            { key: 'day', label: words.columns.day },
            { key: 'name', label: words.columns.name },
            { key: 'kind', label: words.columns.kind },
            { key: 'decree', label: words.columns.decree },
            { key: 'act', label: words.columns.act },
          ]}
          rows={holidays.map((holiday) => {
            const day = formatLocalDate(holiday.date, frame.locale);
            const name = say(holiday.name, frame.locale);
            return {
              key: holiday.date,
              cells: {
                ...{ day, name, kind: words.kinds[holiday.kind], decree: holiday.decree },
                act: (
                  <Details summary={words.remove}>
                    <RemoveForm frame={frame} calendar={calendar.id} holiday={holiday} requestId={requestId} />
                  </Details>
                ),
              },
            };
          })}
        />
      )}
    </section>
  );
}

interface RemoveFormProps {
  readonly frame: PageFrame;
  readonly calendar: string;
  readonly holiday: WorkCalendar['holidays'][number];
  readonly requestId: string;
}
function RemoveForm({ frame, calendar, holiday, requestId }: RemoveFormProps) {
  const words = messagesFor(frame.locale);
  const name = say(holiday.name, frame.locale);
  const id = (field: string) => `${field}-${calendar}-${holiday.date}`;
  return (
    <Form action="/petugas/kalender" label={words.removeTitle(formatLocalDate(holiday.date, frame.locale), name)}>
      <input type="hidden" name="requestId" value={requestId} />
      <input type="hidden" name="action" value="remove" />
      <input type="hidden" name="calendar" value={calendar} />
      <input type="hidden" name="day" value={holiday.date} />
      <input type="hidden" name="name" value={name} />
      <input type="hidden" name="kind" value={holiday.kind} />
      <TextField id={id('decree')} name="decree" label={words.labels.decree} hint={words.hints.decree} />
      <TextField id={id('reason')} name="reason" label={words.labels.reason} hint={words.hints.reason} />
      <Button kind="secondary">{words.preview}</Button>
    </Form>
  );
}

function AddForm({ frame, calendars, requestId, typed, errors }: CalendarsViewProps) {
  const words = messagesFor(frame.locale);
  const hints: Partial<Record<keyof TypedHoliday, string>> = words.hints;
  const field = (name: Exclude<keyof TypedHoliday, 'action'>) => ({
    ...{ id: name, name, label: words.labels[name], hint: hints[name], value: typed?.[name] },
    error: errors.find((error) => error.field === name)?.message,
  });
  const options = calendars.map(({ calendar }) => ({ value: calendar.id, label: say(calendar.name, frame.locale) }));
  return (
    <Form action="/petugas/kalender" label={words.addTitle}>
      <input type="hidden" name="requestId" value={requestId} />
      <input type="hidden" name="action" value={typed?.action === 'remove' ? 'remove' : 'add'} />
      <SelectField {...field('calendar')} value={typed?.calendar ?? 'jam-kantor'} options={options} />
      <TextField {...field('day')} width="20" />
      <TextField {...field('name')} />
      <RadioField
        {...field('kind')}
        options={(['national', 'cuti-bersama'] as const).map((kind) => ({ value: kind, label: words.kinds[kind] }))}
      />
      <TextField {...field('decree')} />
      <TextField {...field('reason')} />
      <Button>{words.preview}</Button>
    </Form>
  );
}

function Log({ frame, runs }: Pick<CalendarsViewProps, 'frame' | 'runs'>) {
  const words = messagesFor(frame.locale);
  if (runs.length === 0) return <p>{words.logNone}</p>;
  const style = { timezone: frame.region.timezone, locale: frame.locale };
  return (
    <DataTable
      caption={words.log}
      captionHidden
      stacked
      columns={[
        { key: 'at', label: words.logColumns.at },
        { key: 'mode', label: words.logColumns.mode },
        { key: 'reason', label: words.logColumns.reason },
        { key: 'decree', label: words.logColumns.decree },
        { key: 'result', label: words.logColumns.result },
      ]}
      rows={runs.map((run) => ({
        key: run.id,
        cells: {
          at: <a href={`/petugas/kalender/hitungan/${run.id}`}>{formatDateTime(run.startedAt, style)}</a>,
          ...{ mode: words.modes[run.mode], reason: run.reason, decree: run.decree },
          result:
            run.finishedAt === null
              ? words.run.progress(run.seen, run.total)
              : words.run.would(run.changed, Math.max(run.total, run.seen)),
        },
      }))}
    />
  );
}
