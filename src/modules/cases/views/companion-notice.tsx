// Somebody else filled it in: the applicant sees who, and can say that it is not theirs.
import { Button, Card, Form, type PageFrame } from '../../../ui/index.ts';
import { messagesFor } from '../messages.ts';
import type { TrackedCase } from '../service/track.ts';

export interface CompanionNoticeProps {
  readonly frame: PageFrame;
  readonly code: string;
  readonly tracked: Pick<TrackedCase, 'target' | 'definition'>;
  readonly requestId: string;
}

export function CompanionNotice({ frame, code, tracked, requestId }: CompanionNoticeProps) {
  const { target, definition } = tracked;
  const words = messagesFor(frame.locale, definition).track;
  const { assisted, disownedAt } = target.state;
  if (assisted?.mode !== 'companion') return null;
  const [first = ''] = (assisted.helperName ?? '').split(' ');
  const relations: Readonly<Record<string, string>> = words.relations;
  return (
    <section id="pendamping">
      <Card>
        <p>{words.filledBy(first, relations[assisted.relation ?? ''] ?? '')}</p>
        {disownedAt === undefined ? (
          <Form action={`/lacak/${code}/bukan-saya`}>
            <input type="hidden" name="requestId" value={`${requestId}-bukan-saya`} />
            <Button kind="secondary" icon="cross-circle">
              {words.notMine}
            </Button>
          </Form>
        ) : (
          <p role="status">{words.disowned}</p>
        )}
      </Card>
    </section>
  );
}
