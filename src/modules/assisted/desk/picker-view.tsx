import { Button, Form, type PageFrame, PageTitle, RadioField } from '../../../ui/index.ts';
import { messagesFor } from '../messages.ts';
import { CounterPage } from '../shell.tsx';
import type { Counter } from '../types.ts';

export interface PickerViewProps {
  readonly frame: PageFrame;
  readonly typed: string;
  readonly services: readonly { readonly slug: string; readonly title: string; readonly words: string }[];
  readonly counters: readonly Counter[];
  readonly counterId: string | undefined;
  readonly open: readonly { readonly href: string; readonly title: string; readonly at: string }[];
}

export function PickerView({ frame, typed, services, counters, counterId, open }: PickerViewProps) {
  const words = messagesFor(frame.locale).picker;
  return (
    <CounterPage frame={frame} title={words.title} current="counter">
      <PageTitle title={words.title} lead={words.lead} />
      <div class="counter-picker stack" data-service-picker>
        <form class="counter-find" action="/kerja/loket" method="get">
          <label class="label" for="q">
            {words.label}
          </label>
          <input class="input" id="q" name="q" type="text" value={typed} autocomplete="off" spellcheck={false} />
          <Button icon="search">{words.find}</Button>
        </form>
        {services.length === 0 && <p role="status">{words.none(typed)}</p>}
        <ul class="counter-services">
          {services.map(({ slug, title, words: found }) => (
            <li key={slug} data-service={found}>
              <a class="counter-service" href={`/kerja/loket/${slug}`}>
                {title}
              </a>
              <a href={`/kerja/loket/${slug}?cara=kertas`}>
                {words.paper}
                <span class="hide"> {title}</span>
              </a>
              <a href={`/kerja/loket/${slug}?latihan=1`}>
                {words.practise}
                <span class="hide"> {title}</span>
              </a>
            </li>
          ))}
        </ul>
      </div>
      {open.length > 0 && (
        <section class="stack">
          <h2>{words.open}</h2>
          <ul>
            {open.map((entry) => (
              <li key={entry.href}>
                <a href={entry.href}>{entry.title}</a>, {entry.at}
              </li>
            ))}
          </ul>
        </section>
      )}
      {counters.length > 0 && (
        <Form action="/kerja/loket/tempat" label={words.mine}>
          <RadioField
            id="loket-1"
            name="loket"
            label={words.mine}
            options={[
              ...counters.map((counter) => ({ value: counter.id, label: counter.name })),
              { value: '', label: words.noCounter },
            ]}
            value={counterId ?? ''}
            inline
          />
          <Button kind="secondary">{words.choose}</Button>
        </Form>
      )}
    </CounterPage>
  );
}
