import {
  BackLink,
  Button,
  ErrorSummary,
  Form,
  Inset,
  LinkButton,
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

interface Night {
  readonly day: string;
  readonly date: string;
  readonly people: readonly {
    readonly officerId: string;
    readonly name: string;
    readonly phone: string;
    readonly tel: string;
  }[];
}
export interface DutyViewProps {
  readonly frame: PageFrame;
  readonly nights: readonly Night[];
  readonly days: readonly SelectOption[];
  readonly people: readonly SelectOption[];
  readonly values?: { readonly day: string; readonly officer: string; readonly phone: string } | undefined;
  readonly error?: { readonly field: string; readonly message: string } | undefined;
  readonly flash?: 'dicatat' | 'dihapus' | undefined;
}

export function DutyView(props: DutyViewProps) {
  const { frame, days, people, values, error, flash } = props;
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
      <Nights {...props} />
      <h2 id="catat">{words.duty.add}</h2>
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

/** Night by night; one with nobody is told as such, with the way to fill it. */
function Nights({ frame, nights }: DutyViewProps) {
  const words = messagesFor(frame.locale).duty;
  const url = `${boardUrl}/piket`;
  return (
    <ul class="rows">
      {nights.flatMap(({ day, date, people }) =>
        people.length === 0
          ? [
              <li key={day}>
                <div>
                  <b>{date}</b>
                  <p>{words.gap}</p>
                </div>
                <LinkButton kind="secondary" icon="plus" href={`${url}?malam=${day}#catat`}>
                  {words.fill}
                  <span class="hide"> {date}</span>
                </LinkButton>
              </li>,
            ]
          : people.map(({ officerId, name, phone, tel }) => (
              <li key={`${day} ${officerId}`}>
                <div>
                  <b>{date}</b>
                  <p>{name}</p>
                  <p class="small">
                    <a class="num" href={`tel:${tel}`}>
                      {phone}
                    </a>
                    {' · '}
                    <a href={`${url}?malam=${day}&petugas=${officerId}#catat`}>
                      {words.change}
                      <span class="hide">
                        {' '}
                        {date} {name}
                      </span>
                    </a>
                  </p>
                </div>
                <Form action={`${url}/hapus`}>
                  <input type="hidden" name="day" value={day} />
                  <input type="hidden" name="officer" value={officerId} />
                  <Button kind="secondary">
                    {words.remove}
                    <span class="hide">
                      {' '}
                      {date} {name}
                    </span>
                  </Button>
                </Form>
              </li>
            )),
      )}
    </ul>
  );
}
