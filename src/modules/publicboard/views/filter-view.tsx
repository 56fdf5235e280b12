import type { Locale } from '../../../lib/locale.ts';
import { Button, Form, SelectField, type SelectGroup, TextField } from '../../../ui/index.ts';
import { problemStatuses, stateText } from '../../complaints/index.ts';
import { type BoardQuery, isFiltered, periods, statusWords } from '../filter.ts';
import { messagesFor } from '../messages.ts';

export interface FilterFormProps {
  readonly query: BoardQuery;
  readonly categories: readonly SelectGroup[];
  readonly areas: readonly SelectGroup[];
  readonly locale: Locale;
}

/** A GET form: what is chosen stands in the address. */
export function FilterForm({ query, categories, areas, locale }: FilterFormProps) {
  const words = messagesFor(locale);
  const { filter } = words;
  const narrowed = [query.kategori, query.wilayah, query.status, query.periode].some(Boolean);
  return (
    <Form action="/laporan" method="get" label={filter.label}>
      <TextField id="q" name="q" type="search" label={filter.text} value={query.q} />
      <details open={narrowed}>
        <summary>{filter.more}</summary>
        <div class="boardfilter">
          <Choice name="kategori" label={filter.category} value={query.kategori} all={filter.all} groups={categories} />
          <Choice name="wilayah" label={filter.area} value={query.wilayah} all={filter.all} groups={areas} />
          <Choice
            name="status"
            label={filter.status}
            value={query.status}
            all={filter.all}
            options={problemStatuses.map((one) => ({
              value: statusWords[one],
              label: stateText({ status: one, closedHow: null }, locale),
            }))}
          />
          <Choice
            name="periode"
            label={filter.period}
            value={query.periode}
            all={filter.all}
            options={periods.map((days) => ({ value: days, label: filter.days(days) }))}
          />
        </div>
      </details>
      {query.dari && <input type="hidden" name="dari" value={query.dari} />}
      {query.sampai && <input type="hidden" name="sampai" value={query.sampai} />}
      <Button kind="secondary" icon="search">
        {filter.apply}
      </Button>
      {isFiltered(query) && (
        <p>
          <a href="/laporan">{filter.clear}</a>
        </p>
      )}
    </Form>
  );
}

interface ChoiceProps {
  readonly name: string;
  readonly label: string;
  readonly value: string | undefined;
  readonly all: string;
  readonly groups?: readonly SelectGroup[];
  readonly options?: readonly { readonly value: string; readonly label: string }[];
}
function Choice({ name, label, value, all, groups, options }: ChoiceProps) {
  return (
    <SelectField
      id={name}
      name={name}
      label={label}
      value={value}
      placeholder={all}
      groups={groups}
      options={options}
    />
  );
}
