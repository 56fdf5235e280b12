// How the case ended: a letter, results, or a refusal with the way to object.
import { say } from '../../../lib/locale.ts';
import { DefinitionRows, DocumentList, Inset } from '../../../ui/index.ts';
import { messagesFor } from '../messages.ts';
import { PhoneText } from './phone-text.tsx';
import { sentence, type TrackViewProps } from './track-props.ts';

export function OutcomeView({ frame, tracked, code, reason, objection, results }: TrackViewProps) {
  const words = messagesFor(frame.locale, tracked.definition).track;
  const { state } = tracked.target;
  if (state.refusal) {
    return (
      <Inset>
        <h2>{words.refusedTitle}</h2>
        <p>{reason && <PhoneText text={sentence(reason)} />}</p>
        {objection && (
          <>
            <h3>{words.objection}</h3>
            <p>
              <PhoneText text={objection} />
            </p>
          </>
        )}
      </Inset>
    );
  }
  const issues = tracked.definition.letter !== undefined && state.status === 'done';
  return (
    <>
      {state.letter && (
        <section class="stack">
          <h2>{words.letterTitle}</h2>
          <DocumentList
            items={[
              {
                label: tracked.definition.letter
                  ? say(tracked.definition.letter.title, frame.locale)
                  : words.letterTitle,
                href: `/lacak/${code}/surat.pdf`,
                action: words.letterDownload,
                note: words.letterNote(state.letter.number),
              },
            ]}
          />
        </section>
      )}
      {issues && !state.letter && (
        <Inset>
          <p>{words.letterPreparing}</p>
        </Inset>
      )}
      {results.length > 0 && (
        <section class="stack">
          <h2>{words.resultTitle}</h2>
          <DefinitionRows rows={results} />
        </section>
      )}
    </>
  );
}
