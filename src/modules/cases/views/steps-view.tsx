// What the applicant is asked to decide now, each answer one button: "Ya, sudah beres" or "Belum beres".
import { stateOf } from '../../../definition/workflow/position.ts';
import { formatDateTime } from '../../../lib/dates/format.ts';
import { say } from '../../../lib/locale.ts';
import { Button, Form, LinkButton, NoticeCard, type PageFrame } from '../../../ui/index.ts';
import { applicantSteps } from '../engine/applicant-steps.ts';
import { messagesFor } from '../messages.ts';
import type { TrackedCase } from '../service/track.ts';

export interface StepsViewProps {
  readonly frame: PageFrame;
  readonly code: string;
  readonly tracked: TrackedCase;
  readonly requestId: string;
}

export function StepsView({ frame, code, tracked, requestId }: StepsViewProps) {
  const { definition, target } = tracked;
  const steps = applicantSteps(definition, target.state);
  if (steps.length === 0) return null;
  const words = messagesFor(frame.locale, definition).track;
  const style = { timezone: frame.region.timezone, locale: frame.locale };
  const { lapseAt } = target.state;
  return (
    <NoticeCard
      title={say(stateOf(definition, target.state.state).label, frame.locale)}
      status="needs-you"
      statusLabel={words.answerTag}
      actions={steps.map((action) =>
        action.form.length > 0 ? (
          <LinkButton key={action.do} kind="secondary" href={`/lacak/${code}/langkah/${action.do}`}>
            {say(action.label, frame.locale)}
          </LinkButton>
        ) : (
          <Form key={action.do} action={`/lacak/${code}/langkah/${action.do}`} label={say(action.label, frame.locale)}>
            <input type="hidden" name="requestId" value={`${requestId}-${action.do}`} />
            <Button>{say(action.label, frame.locale)}</Button>
          </Form>
        ),
      )}
    >
      {lapseAt && words.answerDue(formatDateTime(new Date(lapseAt), style))}
    </NoticeCard>
  );
}
