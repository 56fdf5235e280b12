import { Button } from '../button/button.tsx';
import { useWords } from '../context.ts';
import { Details } from '../notice/notice.tsx';
import { SelectField, type SelectGroup } from './choice.tsx';
import { type FieldProps, GroupShell } from './field.tsx';
import { TextField } from './text.tsx';

export interface AreaFieldProps extends FieldProps {
  readonly groups: readonly SelectGroup[]; // one per kecamatan, its kelurahan inside
  readonly value?: string | undefined;
}

/** A kelurahan: a plain select by kecamatan; the script puts a search field with suggestions over it. */
export function AreaField(props: AreaFieldProps) {
  const words = useWords().form;
  return <SelectField {...props} placeholder={words.chooseArea} module="area-search" />;
}

export const addressParts = ['street', 'rt', 'rw', 'landmark', 'area'] as const;
export type AddressPart = (typeof addressParts)[number];

export interface AddressFieldProps extends FieldProps {
  readonly value?: Partial<Record<AddressPart, string>> | undefined;
  readonly names?: Record<AddressPart, string> | undefined; // default `${name}.${part}`
  readonly errors?: Partial<Record<AddressPart, string>> | undefined; // by part; `error` is for the whole
  readonly areas?: readonly SelectGroup[] | undefined; // leave out to ask without kelurahan
}

/** Street, RT, RW, landmark and kelurahan as one question. `id` is the id of the street. */
export function AddressField(props: AddressFieldProps) {
  const words = useWords().form;
  const part = (name: AddressPart) => ({
    id: name === 'street' ? props.id : `${props.id}-${name}`,
    name: props.names?.[name] ?? `${props.name}.${name}`,
    value: props.value?.[name],
    error: props.errors?.[name],
  });
  return (
    <GroupShell field={props}>
      <div class="stack parts">
        <TextField {...part('street')} label={words.street} autocomplete="street-address" />
        <div class="pair">
          <TextField {...part('rt')} label={words.rt} inputMode="numeric" width="4" />
          <TextField {...part('rw')} label={words.rw} inputMode="numeric" width="4" />
        </div>
        {props.areas && <AreaField {...part('area')} label={words.area} groups={props.areas} />}
        <TextField {...part('landmark')} label={words.landmark} hint={words.landmarkHint} required={false} />
      </div>
    </GroupShell>
  );
}

export interface LocationFieldProps extends FieldProps {
  readonly value?: { readonly lat?: string; readonly lng?: string; readonly accuracy?: string } | undefined;
  readonly names?: { readonly lat: string; readonly lng: string; readonly accuracy: string } | undefined; // default `${name}.lat` ...
}

/** A point on the ground: the phone fills it in when asked; by hand always possible. `id` is the id of the latitude. */
export function LocationField(props: LocationFieldProps) {
  const words = useWords().form;
  const name = (part: 'lat' | 'lng' | 'accuracy') => props.names?.[part] ?? `${props.name}.${part}`;
  return (
    <GroupShell field={props}>
      <div
        class="stack parts"
        data-module="location"
        data-found={words.placeFound}
        data-denied={words.placeDenied}
        data-searching={words.placeSearching}
      >
        <Button type="button" kind="secondary" icon="pin" hidden target="locate">
          {words.useMyPlace}
        </Button>
        <p class="hint" role="status" data-target="said" />
        <Details summary={words.byHand} open={props.error !== undefined || Boolean(props.value?.lat)}>
          <div class="pair">
            <TextField
              id={props.id}
              name={name('lat')}
              label={words.latitude}
              value={props.value?.lat}
              inputMode="text"
              width="10"
            />
            <TextField
              id={`${props.id}-lng`}
              name={name('lng')}
              label={words.longitude}
              value={props.value?.lng}
              inputMode="text"
              width="10"
            />
          </div>
        </Details>
        <input type="hidden" name={name('accuracy')} value={props.value?.accuracy ?? ''} />
      </div>
    </GroupShell>
  );
}
