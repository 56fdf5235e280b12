import {
  BackLink,
  Button,
  Card,
  CaseNumber,
  ErrorSummary,
  Form,
  Inset,
  type PageFrame,
  PageTitle,
  SelectField,
  type SelectOption,
  StatusTag,
  TextArea,
  TextField,
} from '../../../ui/index.ts';
import type { CaseState } from '../../cases/index.ts';
import { messagesFor } from '../messages.ts';
import type { Call } from '../types.ts';
import { CallPage, Say } from './shell.tsx';

export interface ToldCase {
  readonly number: string;
  readonly service: string;
  readonly status: CaseState['status'];
  readonly waitsFor: string;
  readonly due: string | undefined;
  readonly answer: boolean; // the first answer is due then
}
export interface CallViewProps {
  readonly frame: PageFrame;
  readonly call: Call;
  readonly seconds: number;
  readonly told: readonly ToldCase[];
  readonly services: readonly SelectOption[];
  readonly requestId: string;
  readonly said?: string | undefined;
  readonly claim?: { readonly nama?: string | undefined; readonly fakta?: string | undefined };
  readonly error?: { readonly field?: string | undefined; readonly message: string } | undefined;
}

function Identity({ frame, call, claim = {} }: CallViewProps) {
  const words = messagesFor(frame.locale).call;
  if (call.callerTail === null) return <p>{words.withheld}</p>;
  if (call.cases.length === 0) return <p>{words.none}</p>;
  return (
    <section class="stack">
      <p class="lead" role="status">
        {words.open(call.cases.length)}
      </p>
      <Say label={words.ask}>{words.say}</Say>
      <Form action={`/kerja/telepon/panggilan/${call.id}/kenal`} label={words.check}>
        <TextField id="nama" name="nama" label={words.name} autocomplete="off" value={claim.nama} />
        <TextField id="nik" name="nik" label={words.nik} inputMode="numeric" autocomplete="off" width="10" />
        <TextField
          id="fakta"
          name="fakta"
          label={words.fact}
          hint={words.factHint}
          autocomplete="off"
          value={claim.fakta}
        />
        <div class="buttons">
          <Button icon="shield">{words.check}</Button>
        </div>
      </Form>
    </section>
  );
}

function Told({ frame, call, told, requestId }: CallViewProps) {
  const words = messagesFor(frame.locale).call;
  return (
    <section class="stack">
      <p role="status">{words.proven}</p>
      {told.map((one) => (
        <Card key={one.number}>
          <h2>{one.service}</h2>
          <p>
            <StatusTag status={one.status} /> <CaseNumber number={one.number} />
          </p>
          <p>{words.waits(one.waitsFor)}</p>
          <p>{one.due === undefined ? words.noDue : words.due(one.due, one.answer)}</p>
          <Form action={`/kerja/telepon/panggilan/${call.id}/pesan`} label={`${words.message} ${one.number}`}>
            <input type="hidden" name="requestId" value={`${requestId}-${one.number}`} />
            <input type="hidden" name="nomor" value={one.number} />
            <TextArea id={`pesan-${one.number}`} name="pesan" label={words.message} maxLength={2000} />
            <div class="buttons">
              <Button kind="secondary" icon="chat">
                {words.send}
              </Button>
            </div>
          </Form>
        </Card>
      ))}
    </section>
  );
}

export function CallView(props: CallViewProps) {
  const { frame, call, told, error, said, services } = props;
  const words = messagesFor(frame.locale).call;
  const base = `/kerja/telepon/panggilan/${call.id}`;
  return (
    <CallPage frame={frame} title={words.title}>
      <BackLink href="/kerja/telepon" label={words.back} />
      {error && <ErrorSummary errors={[error]} />}
      <PageTitle title={words.title} />
      <p class="num" data-module="elapsed" data-seconds={String(props.seconds)} data-label={words.elapsed} />
      {said && (
        <Inset>
          <p role="status">{said}</p>
        </Inset>
      )}
      {told.length > 0 ? <Told {...props} /> : <Identity {...props} />}
      <h2>{words.report}</h2>
      <Form action={`${base}/laporan`} label={words.report}>
        <div class="buttons" data-module={call.cases.length === 0 && !error ? 'take-focus' : undefined}>
          <Button kind="secondary" icon="megaphone">
            {words.reportButton}
          </Button>
        </div>
      </Form>
      <h2>{words.begin}</h2>
      <Form action={`${base}/mulai`} label={words.begin}>
        <SelectField id="layanan" name="layanan" label={words.service} options={services} />
        <div class="buttons">
          <Button kind={told.length > 0 ? 'secondary' : 'primary'}>{words.beginButton}</Button>
        </div>
      </Form>
      <h2>{words.end}</h2>
      <Form action={`${base}/selesai`} label={words.end}>
        <TextField id="ringkasan" name="ringkasan" label={words.summary} required={false} autocomplete="off" />
        <div class="buttons">
          <Button kind="secondary" icon="exit">
            {words.endButton}
          </Button>
        </div>
      </Form>
    </CallPage>
  );
}
