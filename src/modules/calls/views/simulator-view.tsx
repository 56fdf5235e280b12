import { Button, Form, type PageFrame, PageTitle, RadioField, TextField } from '../../../ui/index.ts';
import { messagesFor } from '../messages.ts';
import { callEvents } from '../types.ts';
import { CallPage } from './shell.tsx';

export interface SimulatorViewProps {
  readonly frame: PageFrame;
  readonly values?: { readonly event: string; readonly number: string; readonly call: string };
  readonly status?: number;
}

export function SimulatorView({ frame, values, status }: SimulatorViewProps) {
  const words = messagesFor(frame.locale).simulator;
  return (
    <CallPage frame={frame} title={words.title}>
      <PageTitle title={words.title} lead={words.lead} />
      {status !== undefined && <p role="status">{words.sent(status)}</p>}
      <Form action="/kerja/telepon/simulator">
        <TextField id="number" name="number" label={words.number} value={values?.number} inputMode="tel" />
        <TextField id="call" name="call" label={words.call} value={values?.call ?? 'panggilan-1'} />
        <RadioField
          id="event"
          name="event"
          label={words.event}
          options={callEvents.map((value) => ({ value, label: words.events[value] }))}
          value={values?.event ?? 'masuk'}
        />
        <div class="buttons">
          <Button>{words.send}</Button>
        </div>
      </Form>
    </CallPage>
  );
}
