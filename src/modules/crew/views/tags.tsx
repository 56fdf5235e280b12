import { DueChip, LateMark, type PageFrame } from '../../../ui/index.ts';
import { messagesFor } from '../messages.ts';
import type { Job } from '../service/jobs.ts';

/** What cannot wait: when it is due, danger, said not to be solved. */
export function Tags({ job, frame }: { job: Job; frame: PageFrame }) {
  const words = messagesFor(frame.locale).list;
  return (
    <p class="crew-tags">
      {job.due && <DueChip {...job.due} />}
      {job.urgent && <LateMark text={words.urgent} />}
      {job.raised && <LateMark text={words.raised} />}
    </p>
  );
}
