import { Button, CsrfInput, ErrorSummary, Form, type PageFrame, PageTitle, TextField } from '../../../ui/index.ts';
import { messagesFor } from '../messages.ts';
import type { Incoming } from '../store/calls.ts';
import { CallPage } from './shell.tsx';

export interface DeskViewProps {
  readonly frame: PageFrame;
  readonly ringing: readonly Incoming[];
  readonly values?: { readonly nomor?: string | undefined; readonly isian?: string | undefined };
  readonly error?: { readonly field: 'nomor' | 'isian'; readonly message: string } | undefined;
}

function Ringing({ frame, ringing }: Pick<DeskViewProps, 'frame' | 'ringing'>) {
  const { desk: words, call } = messagesFor(frame.locale);
  return (
    <div class="stack" data-module="ringing" data-calls={ringing.map((one) => one.id + one.state).join(',')}>
      <h2>{words.ringing}</h2>
      {ringing.length === 0 && <p>{words.noRinging}</p>}
      {ringing.map((one) => (
        <div key={one.id} class="card stack" role="status">
          <p>
            <b>{words.tail(one.callerTail)}</b>
            <span class="line">{one.cases.length === 0 ? call.none : call.open(one.cases.length)}</span>
          </p>
          <form method="post" action={`/kerja/telepon/masuk/${one.id}`}>
            <CsrfInput />
            <Button icon="phone">
              {words.answer}
              <span class="hide"> {one.callerTail}</span>
            </Button>
          </form>
        </div>
      ))}
    </div>
  );
}

export function DeskView({ frame, ringing, values = {}, error }: DeskViewProps) {
  const words = messagesFor(frame.locale).desk;
  const of = (field: 'nomor' | 'isian') => (error?.field === field ? error.message : undefined);
  return (
    <CallPage frame={frame} title={words.title}>
      {error && <ErrorSummary errors={[error]} />}
      <PageTitle title={words.title} lead={words.lead} />
      <Form action="/kerja/telepon" label={words.start}>
        <div data-module="take-focus">
          <TextField
            id="nomor"
            name="nomor"
            label={words.number}
            hint={words.numberHint}
            required={false}
            inputMode="tel"
            autocomplete="off"
            value={values.nomor}
            error={of('nomor')}
          />
        </div>
        <div class="buttons">
          <Button icon="phone">{words.start}</Button>
          <Button kind="secondary" icon="megaphone" name="_cara" value="laporan">
            {words.report}
          </Button>
        </div>
      </Form>
      <Ringing frame={frame} ringing={ringing} />
      <h2>{words.ticket}</h2>
      <Form action="/kerja/telepon/isian" label={words.ticket}>
        <TextField
          id="isian"
          name="isian"
          label={words.ticketLabel}
          hint={words.ticketHint}
          autocomplete="off"
          value={values.isian}
          error={of('isian')}
        />
        <div class="buttons">
          <Button kind="secondary">{words.ticketButton}</Button>
        </div>
      </Form>
    </CallPage>
  );
}
