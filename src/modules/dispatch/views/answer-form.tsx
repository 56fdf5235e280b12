import { Button, Form, TextArea } from '../../../ui/index.ts';
import { messagesFor } from '../messages.ts';
import type { ReportViewProps } from './report-view.tsx';

/** A ready sentence is put into the text, where it is read and changed; only the text is sent. */
export function AnswerForm({
  frame,
  page,
  answer,
  requestId,
}: Pick<ReportViewProps, 'frame' | 'page' | 'answer' | 'requestId'>) {
  const words = messagesFor(frame.locale).answer;
  const { number } = page.report;
  return (
    <>
      {answer.sentences.length > 0 && (
        <form class="filters" method="get" action={`/kerja/laporan/${number}`}>
          <div>
            <label for="kalimat">{words.choose}</label>
            <select class="input" id="kalimat" name="kalimat">
              {answer.sentences.map(({ id, title }) => (
                <option key={id} value={id} selected={id === answer.chosen}>
                  {title}
                </option>
              ))}
            </select>
          </div>
          <Button kind="secondary" small>
            {words.use}
          </Button>
        </form>
      )}
      <Form action={`/kerja/laporan/${number}/jawab`} label={words.title}>
        <input type="hidden" name="requestId" value={requestId} />
        <TextArea
          id="jawaban"
          name="jawaban"
          label={words.text}
          hint={words.hint}
          value={answer.text}
          error={answer.error}
          rows={5}
          maxLength={1000}
        />
        <Button icon="reply">{answer.closes ? words.sendAndClose : words.send}</Button>
      </Form>
    </>
  );
}
