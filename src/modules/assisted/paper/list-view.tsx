import { EmptyState, type PageFrame, PageTitle } from '../../../ui/index.ts';
import { messagesFor } from '../messages.ts';
import { CounterPage } from '../shell.tsx';

export interface PaperListProps {
  readonly frame: PageFrame;
  readonly services: readonly { readonly slug: string; readonly title: string }[];
}

/** Which form to print blank, or to type over from paper. */
export function PaperList({ frame, services }: PaperListProps) {
  const { blank, forms } = messagesFor(frame.locale).picker;
  return (
    <CounterPage frame={frame} title={forms.title}>
      <PageTitle title={forms.title} lead={forms.lead} />
      {services.length === 0 && <EmptyState title={forms.none} icon="document" />}
      <ul class="counter-services">
        {services.map(({ slug, title }) => (
          <li key={slug}>
            <b class="counter-service">{title}</b>
            <a href={`/kerja/kertas/${slug}`}>
              {blank}
              <span class="hide"> {title}</span>
            </a>
            <a href={`/kerja/loket/${slug}?cara=kertas`}>
              {forms.type}
              <span class="hide"> {title}</span>
            </a>
          </li>
        ))}
      </ul>
    </CounterPage>
  );
}
