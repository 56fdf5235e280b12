import { sayDuration } from '../../../definition/compiler/durations.ts';
import { flowDiagram, type SopStep, sopSteps } from '../../../definition/outputs/index.ts';
import { Drawing } from '../../../forms/drawing.tsx';
import { say } from '../../../lib/locale.ts';
import { BackLink, DefinitionRows, type PageFrame, PageTitle } from '../../../ui/index.ts';
import { messagesFor } from '../messages.ts';
import type { ServiceSheet } from '../sheet.ts';
import { CatalogueFrame } from './citizen-frame.tsx';

export interface SopProps {
  readonly frame: PageFrame;
  readonly sheet: ServiceSheet;
}

/** How the office works on it: the flow by who does each step, and what each step needs, takes and gives. */
export function SopView({ frame, sheet }: SopProps) {
  const { locale } = frame;
  const words = messagesFor(locale).sop;
  const { definition, title } = sheet;
  const promise = say(sayDuration(definition.standard.promise), locale);
  return (
    <CatalogueFrame frame={frame} title={`${words.title}: ${title}`}>
      <BackLink href={`/layanan/${sheet.service.slug}`} label={title} />
      <PageTitle title={`${words.title}: ${title}`} lead={words.lead(promise)} />
      <Drawing node={flowDiagram(definition, locale)} label={words.flow} />
      <p>{words.legend}</p>
      <h2>{words.steps}</h2>
      <ol class="sop-steps">
        {sopSteps(definition, locale).map((step) => (
          <li key={step.id}>
            <strong>{step.activity}</strong>
            <DefinitionRows rows={stepRows(step, words)} />
          </li>
        ))}
      </ol>
    </CatalogueFrame>
  );
}

function stepRows(step: SopStep, words: ReturnType<typeof messagesFor>['sop']) {
  return [
    { label: words.by, value: step.by },
    { label: words.needs, value: step.needs },
    { label: words.time, value: step.time },
    { label: words.results, value: step.results.join('; ') || '-' },
  ];
}
