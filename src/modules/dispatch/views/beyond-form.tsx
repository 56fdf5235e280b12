import { Button, Form, TextArea } from '../../../ui/index.ts';
import { messagesFor } from '../messages.ts';
import type { ReportViewProps } from './report-view.tsx';

/** First why, then the words with who helps instead, to be read and changed; the reporter reads exactly these. */
export function BeyondForm({
  frame,
  page,
  beyond,
  requestId,
}: Pick<ReportViewProps, 'frame' | 'page' | 'beyond' | 'requestId'>) {
  const words = messagesFor(frame.locale).beyond;
  const { number } = page.report;
  const { chosen, text, error } = beyond;
  return (
    <>
      <form class="stack" method="get" action={`/kerja/laporan/${number}#tindakan-wewenang`}>
        <div>
          <label for="sebab">{words.reason}</label>
          <select class="input" id="sebab" name="sebab">
            {page.beyond.map(({ value, label }) => (
              <option key={value} value={value} selected={value === chosen?.value}>
                {label}
              </option>
            ))}
          </select>
        </div>
        <Button kind="secondary" small>
          {words.prepare}
        </Button>
      </form>
      {chosen && (
        <Form action={`/kerja/laporan/${number}/bukan-wewenang`} label={words.title}>
          <input type="hidden" name="requestId" value={requestId} />
          <input type="hidden" name="sebab" value={chosen.value} />
          {chosen.who && (
            <p class="small">
              {words.handles(chosen.who)}{' '}
              {chosen.phone ? <a href={`tel:${chosen.phone}`}>{chosen.phone}</a> : words.noPhone}
            </p>
          )}
          <TextArea
            id="penjelasan"
            name="penjelasan"
            label={words.text}
            hint={words.hint}
            value={text ?? chosen.words}
            error={error}
            rows={4}
            maxLength={1000}
          />
          <Button icon="reply">{words.send}</Button>
        </Form>
      )}
    </>
  );
}
