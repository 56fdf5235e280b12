import type { FieldError } from '../../../lib/errors.ts';
import {
  Button,
  CheckboxField,
  CsrfInput,
  ErrorSummary,
  Form,
  Inset,
  type PageFrame,
  PageTitle,
  RadioField,
  SelectField,
  type SelectOption,
  TextField,
} from '../../../ui/index.ts';
import { messagesFor } from '../messages.ts';
import { CounterPage } from '../shell.tsx';
import type { Counter } from '../types.ts';

export interface Typed {
  readonly unit: string;
  readonly nama: string;
  readonly alamat: string;
  readonly port: string;
  readonly lebar: string;
  readonly benar?: string | undefined;
}
export interface EquipmentViewProps {
  readonly frame: PageFrame;
  readonly units: readonly SelectOption[];
  readonly counters: readonly Counter[];
  readonly typed: Typed | undefined;
  readonly errors: readonly FieldError[];
  readonly notice: string | undefined;
}

export function EquipmentView(props: EquipmentViewProps) {
  const { frame, counters, errors } = props;
  const words = messagesFor(frame.locale).settings;
  return (
    <CounterPage frame={frame} title={words.title} current="settings">
      <PageTitle title={words.title} lead={words.lead} />
      {props.notice && (
        <Inset>
          <p role="status">{props.notice}</p>
        </Inset>
      )}
      <ErrorSummary errors={errors} />
      <h2>{words.list}</h2>
      {counters.length === 0 && <p>{words.none}</p>}
      <ul class="counter-equipment">
        {counters.map((counter) => (
          <li key={counter.id}>
            <b>{counter.name}</b>
            <span>
              {words.printer}:{' '}
              <span class="num">
                {counter.printerHost ? `${counter.printerHost}:${counter.printerPort}` : words.noPrinter}
              </span>
            </span>
            <span class="num">{messagesFor(frame.locale).receipt.width(counter.paperMm)}</span>
            <span>
              {words.confirms}: {counter.confirms ? words.yes : words.no}
            </span>
            {counter.printerHost && (
              <form action="/kerja/loket/alat/coba" method="post">
                <CsrfInput />
                <Button kind="secondary" icon="print" small name="loket" value={counter.id}>
                  {words.test}
                </Button>
              </form>
            )}
          </li>
        ))}
      </ul>
      <h2>{words.add}</h2>
      <EquipmentForm {...props} />
    </CounterPage>
  );
}

function EquipmentForm({ frame, units, typed, errors }: EquipmentViewProps) {
  const all = messagesFor(frame.locale);
  const words = all.settings;
  const messages = new Map(errors.map((error) => [error.field, error.message]));
  return (
    <Form action="/kerja/loket/alat">
      <SelectField id="unit" name="unit" label={words.unit} options={units} value={typed?.unit ?? units[0]?.value} />
      <TextField
        id="nama"
        name="nama"
        label={words.name}
        hint={words.nameHint}
        value={typed?.nama}
        error={messages.get('nama')}
        width="20"
      />
      <TextField
        id="alamat"
        name="alamat"
        label={words.host}
        hint={words.hostHint}
        required={false}
        value={typed?.alamat}
        error={messages.get('alamat')}
        width="20"
        spellcheck={false}
        autocomplete="off"
      />
      <TextField
        id="port"
        name="port"
        label={words.port}
        required={false}
        value={typed?.port ?? '9100'}
        inputMode="numeric"
        width="10"
      />
      <RadioField
        id="lebar"
        name="lebar"
        label={words.paper}
        options={['80', '58'].map((value) => ({ value, label: all.receipt.width(Number(value)) }))}
        value={typed?.lebar ?? '80'}
        inline
      />
      <CheckboxField
        id="benar"
        name="benar"
        label={all.nav.screen}
        required={false}
        options={[{ value: 'true', label: words.confirms }]}
        values={typed?.benar ? ['true'] : []}
      />
      <Button>{words.save}</Button>
    </Form>
  );
}
