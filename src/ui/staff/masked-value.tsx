import { useWords } from '../context.ts';
import { CsrfInput } from '../form/form.tsx';
import { Icon } from '../icon/icon.tsx';

export interface MaskedValueProps {
  readonly masked: string; // "7372 **** **** 0003"
  readonly label: string; // "NIK", for the button read aloud
  readonly revealAction?: string | undefined; // POST; absent when the reader may not
  readonly name?: string | undefined;
  readonly value?: string | undefined; // sent with the button, e.g. the field's id
  readonly revealed?: string | undefined; // the full value, after the reading was logged
  readonly askWhy?: boolean | undefined; // a reason is written first; it arrives as `alasan`
}

/** Personal data behind a button; each look is an event its owner can see. */
export function MaskedValue(props: MaskedValueProps) {
  const words = useWords().staff;
  if (props.revealed) return <span class="num">{props.revealed}</span>;
  return (
    <span class="masked">
      <span class="num">{props.masked}</span>
      {props.revealAction && (
        <form action={props.revealAction} method="post">
          <CsrfInput />
          {props.askWhy && (
            <input
              class="input"
              name="alasan"
              aria-label={`${words.revealWhy}: ${props.label}`}
              placeholder={words.revealWhy}
            />
          )}
          <button
            class="button button-secondary button-small"
            type="submit"
            name={props.name}
            value={props.value}
            title={words.revealLogged}
          >
            <Icon name="eye" size="small" />
            <span>
              {words.reveal}
              <span class="hide">
                {' '}
                {props.label}. {words.revealLogged}
              </span>
            </span>
          </button>
        </form>
      )}
    </span>
  );
}
