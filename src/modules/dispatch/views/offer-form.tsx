// Another office asks this one to take a report over.
import { Button, CsrfInput, type PageFrame, TextArea } from '../../../ui/index.ts';
import { messagesFor } from '../messages.ts';

export interface OfferFormProps {
  readonly frame: PageFrame;
  readonly number: string;
  readonly requestId: string;
  readonly back: string; // the address of the list
  readonly refused?: { readonly text: string; readonly error: string } | undefined; // declined without a reason
}

/** One tap accepts; declining asks for a sentence, because the office that asked has to know why. */
export function OfferForm({ frame, number, requestId, back, refused }: OfferFormProps) {
  const words = messagesFor(frame.locale).offer;
  const of = <span class="hide">{messagesFor(frame.locale).forward.of(number)}</span>;
  // Two answers, two requests: pressing the other one later is not taken for the first one again.
  const hidden = (answer: 'ya' | 'tidak') => (
    <>
      <CsrfInput />
      <input type="hidden" name="requestId" value={`${requestId}:${answer}`} />
      <input type="hidden" name="kembali" value={back} />
    </>
  );
  return (
    <div class="oneTap stack">
      <form method="post" action={`/kerja/laporan/${number}/terima`} data-module="form">
        {hidden('ya')}
        <Button icon="check" small>
          {words.accept}
          {of}
        </Button>
      </form>
      <details open={refused !== undefined}>
        <summary>
          {words.decline}
          {of}
        </summary>
        <form class="stack" method="post" action={`/kerja/laporan/${number}/tolak-alih`} data-module="form">
          {hidden('tidak')}
          <TextArea
            id={`alasan-tolak-${number}`}
            name="alasan"
            label={words.why}
            value={refused?.text}
            error={refused?.error}
            rows={2}
            maxLength={500}
          />
          <Button kind="secondary" small>
            {words.declineSend}
            {of}
          </Button>
        </form>
      </details>
    </div>
  );
}
