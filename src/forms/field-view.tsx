// Each field type drawn with its component of the design system. The definition knows no HTML, the components no definition.

import { isRecord } from '../definition/fields/types.ts';
import { formValues } from '../definition/interview/form-values.ts';
import type { Field } from '../definition/schema.ts';
import { type Locale, say } from '../lib/locale.ts';
import {
  AddressField,
  AreaField,
  CheckboxField,
  DateField,
  DeclarationField,
  FamilyCardField,
  FileField,
  Inset,
  IntegerField,
  LocationField,
  MoneyField,
  NikField,
  PhoneField,
  RadioField,
  RepeatGroup,
  SelectField,
  type SelectGroup,
  TextArea,
  TextField,
  YesNoField,
} from '../ui/index.ts';
import { autocompleteOf } from './autocomplete.ts';

export interface FieldViewProps {
  readonly field: Field;
  readonly raw: unknown; // as typed
  readonly errors: ReadonlyMap<string, string>; // by name: "alamat", "alamat.rt", "anak.0.nama"
  readonly locale: Locale;
  readonly areas: readonly SelectGroup[];
  readonly prefix?: string; // inside a group: "anak.0."
  readonly heading?: boolean; // the only question of its page: its label is the h1
  readonly dateHint?: string; // a date is then one box, typed as 170890 (counters)
}

const manyOptions = 8;

/** Ids may not hold dots: they are used in selectors and fragments. */
export function controlId(name: string): string {
  return name.replaceAll('.', '-');
}

function partErrors(props: FieldViewProps, name: string, parts: readonly string[]): Record<string, string> {
  return Object.fromEntries(
    parts.flatMap((part) => {
      const error = props.errors.get(`${name}.${part}`);
      return error === undefined ? [] : [[part, error] as const];
    }),
  );
}

function rowsOf(raw: unknown): unknown[] {
  return Array.isArray(raw) ? raw : isRecord(raw) ? Object.values(raw) : [];
}

function Group(props: FieldViewProps & { base: ReturnType<typeof baseOf> }) {
  const { field, raw, base, locale } = props;
  const given = rowsOf(raw);
  const count = Math.max(given.length, field.min ?? 1);
  const rows = Array.from({ length: count }, (_, index) => ({
    title: `${say(field.label, locale)} ${index + 1}`,
    removable: count > (field.min ?? 1) || given.length > 0,
    fields: field.fields?.map((inner) => {
      const row = given[index];
      const { heading: _, ...rest } = props;
      return (
        <FieldView
          {...rest}
          key={inner.id}
          field={inner}
          raw={isRecord(row) ? row[inner.id] : undefined}
          prefix={`${base.name}.${index}.`}
        />
      );
    }),
  }));
  return <RepeatGroup {...base} rows={rows} full={count >= (field.max ?? 20)} />;
}

function baseOf({ field, errors, locale, prefix = '', heading }: FieldViewProps) {
  const name = `${prefix}${field.id}`;
  const error = errors.get(name);
  return {
    id: controlId(name),
    name,
    label: say(field.label, locale),
    required: field.required,
    ...(field.hint ? { hint: say(field.hint, locale) } : {}),
    ...(error ? { error } : {}),
    ...(heading ? { heading } : {}),
  };
}

export function FieldView(props: FieldViewProps) {
  const { field, raw, locale, areas } = props;
  const base = baseOf(props);
  const values = formValues(field, raw);
  const value = values.value ?? '';
  switch (field.type) {
    case 'info':
      return (
        <Inset>
          <p>{say(field.label, locale)}</p>
          {field.hint && <p>{say(field.hint, locale)}</p>}
        </Inset>
      );
    case 'yesno':
      return <YesNoField {...base} value={yesNo(raw)} />;
    case 'choice':
    case 'choices':
      return <Options {...props} base={base} value={value} />;
    case 'date':
      if (props.dateHint !== undefined) return <DateInOne {...props} base={base} value={dateText(values)} />;
      return (
        <DateField
          {...base}
          value={'day' in values ? values : { day: value }}
          birthday={field.id.includes('lahir') && !props.prefix}
        />
      );
    case 'area':
      return <AreaField {...base} groups={areas} value={value} />;
    case 'address':
      return (
        <AddressField
          {...base}
          value={'street' in values ? values : { street: value }}
          errors={partErrors(props, base.name, ['street', 'rt', 'rw', 'landmark', 'area'])}
        />
      );
    case 'location':
      return <LocationField {...base} value={values} />;
    case 'declaration':
      return <DeclarationField {...base} checked={raw === true || raw === 'true' || raw === 'on'} />;
    case 'group':
      return <Group {...props} base={base} />;
    case 'file':
      return <FileField {...base} camera multiple={(field.max ?? 1) > 1} uploaded={uploadsOf(field.id, raw, locale)} />;
    default:
      return <Written {...props} type={field.type} base={base} value={value} />;
  }
}

type Drawn = FieldViewProps & { readonly base: ReturnType<typeof baseOf>; readonly value: string };
type WrittenType =
  | 'text'
  | 'long-text'
  | 'name'
  | 'nik'
  | 'no-kk'
  | 'phone'
  | 'email'
  | 'money'
  | 'integer'
  | 'decimal'
  | 'npwp'
  | 'nib';

/** Whatever is answered by writing in one box. */
function Written({ field, type, base, value, prefix }: Drawn & { type: WrittenType }) {
  const autocomplete = prefix ? undefined : autocompleteOf(field);
  switch (type) {
    case 'long-text':
      return <TextArea {...base} value={value} maxLength={field.max} />;
    case 'nik':
      return <NikField {...base} value={value} />;
    case 'no-kk':
      return <FamilyCardField {...base} value={value} />;
    case 'phone':
      return <PhoneField {...base} value={value} autocomplete={autocomplete} />;
    case 'email': {
      const asEmail = { type: 'email', inputMode: 'email', spellcheck: false } as const;
      return <TextField {...base} {...asEmail} value={value} autocomplete={autocomplete} />;
    }
    case 'money':
      return <MoneyField {...base} value={value} />;
    case 'integer':
      return <IntegerField {...base} value={value} />;
    case 'decimal':
      return <TextField {...base} value={value} inputMode="decimal" width="10" />;
    case 'npwp':
    case 'nib':
      return <TextField {...base} value={value} inputMode="numeric" width="20" />;
    case 'name':
      return <TextField {...base} value={value} autocomplete={autocomplete} spellcheck={false} />;
    case 'text':
      return <TextField {...base} value={value} autocomplete={autocomplete} />;
  }
}

function Options({ field, raw, locale, base, value }: Drawn) {
  const options = field.options?.map((option) => ({ value: option.value, label: say(option.label, locale) })) ?? [];
  if (field.type === 'choices') {
    const values = Array.isArray(raw) ? raw.map(String) : value === '' ? [] : [value];
    return <CheckboxField {...base} options={options} values={values} />;
  }
  if (options.length > manyOptions) return <SelectField {...base} options={options} value={value} />;
  return <RadioField {...base} options={options} value={value} />;
}

/** Photos already sent; each can be taken away by a submit button whose value names question and upload. */
function uploadsOf(field: string, raw: unknown, locale: Locale) {
  const ids = Array.isArray(raw) ? raw.map(String) : [];
  return ids.map((id, index) => ({
    id: `${field}:${id}`,
    fileName: `${locale === 'en' ? 'File' : 'Berkas'} ${index + 1}`,
    removeName: '_remove_file',
  }));
}

function DateInOne({ base, value, dateHint }: Drawn) {
  const hint = [base.hint, dateHint].filter(Boolean).join(' ');
  return <TextField {...base} hint={hint} value={value} inputMode="numeric" autocomplete="off" width="10" />;
}

function dateText(values: Readonly<Record<string, string>>): string {
  const { day, month, year, value } = values;
  return value ?? [day, month, year].filter(Boolean).join('-');
}

function yesNo(raw: unknown): string | undefined {
  if (raw === undefined || raw === null || raw === '') return undefined;
  return raw === true || raw === 'true' ? 'true' : raw === false || raw === 'false' ? 'false' : undefined;
}
