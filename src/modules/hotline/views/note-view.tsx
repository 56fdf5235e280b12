import { Button, ErrorSummary, Form, Inset, PageTitle, StaffPage } from '../../../ui/index.ts';
import { messagesFor } from '../messages.ts';
import { hotlineNav } from './staff-nav.ts';
import { Questions, type QuestionsProps, summaryOf } from './write-view.tsx';

export function NoteView({ noted, ...props }: QuestionsProps & { readonly noted?: string | undefined }) {
  const { frame, errors } = props;
  const words = messagesFor(frame.locale).note;
  return (
    <StaffPage frame={frame} title={words.title} nav={hotlineNav(frame, 'note')}>
      <ErrorSummary errors={summaryOf(errors)} />
      {noted && (
        <Inset>
          <p role="status">{words.sent(noted)}</p>
        </Inset>
      )}
      <PageTitle title={words.title} lead={words.lead} />
      <Form action="/kerja/catat-pesan">
        <Questions {...props} />
        <Button>{words.send}</Button>
      </Form>
    </StaffPage>
  );
}
