import { isRecord } from '../../../definition/fields/types.ts';
import type { Field } from '../../../definition/schema.ts';
import { FieldView } from '../../../forms/field-view.tsx';
import type { FieldError } from '../../../lib/errors.ts';
import type { MapGroundProps, PageFrame, SelectGroup } from '../../../ui/index.ts';
import type { OutsideChannel } from '../types.ts';

export interface ReportViewProps {
  readonly frame: PageFrame;
  readonly fields: readonly Field[];
  readonly areas: readonly SelectGroup[];
  readonly categories: readonly SelectGroup[];
  readonly raw: unknown;
  readonly errors: readonly FieldError[];
  readonly requestId: string;
  readonly danger: boolean; // the text as it stands means danger to life
  readonly map: MapGroundProps & { readonly centre: string | undefined }; // 'latitude,longitude'
  readonly officials: readonly OutsideChannel[];
  readonly asset?: { readonly code: string; readonly name: string } | undefined; // whose label was scanned
}

/** One question of the definition. */
export function Question({ id, fields, raw, errors, frame, areas }: ReportViewProps & { readonly id: string }) {
  const field = fields.find((known) => known.id === id);
  if (!field) return null;
  return (
    <FieldView
      field={field}
      raw={isRecord(raw) ? raw[id] : undefined}
      errors={new Map(errors.map((error) => [error.field, error.message] as const))}
      locale={frame.locale}
      areas={areas}
    />
  );
}

export function typedIn(raw: unknown, id: string): string {
  const value = isRecord(raw) ? raw[id] : undefined;
  return typeof value === 'string' ? value : '';
}
export function uploadsIn(raw: unknown, id: string): string[] {
  const value = isRecord(raw) ? raw[id] : undefined;
  return Array.isArray(value) ? value.map(String) : [];
}
