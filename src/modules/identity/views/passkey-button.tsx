import type { Locale } from '../../../lib/locale.ts';
import { Button } from '../../../ui/index.ts';
import { wordsOf } from './sentences.ts';

export interface PasskeyButtonProps {
  readonly locale: Locale;
  readonly ceremony: 'get' | 'create';
  readonly options: string; // JSON for the browser, challenge included
  readonly label: string;
  readonly start?: boolean | undefined; // ask at once, without a press
}

/** Inside a Form: the script asks the device, puts the answer into the hidden field and sends the form. */
export function PasskeyButton({ locale, ceremony, options, label, start }: PasskeyButtonProps) {
  const words = wordsOf(locale).passkey;
  return (
    <div
      class="stack"
      data-module="passkey"
      data-ceremony={ceremony}
      data-options={options}
      data-start={start ? 'yes' : undefined}
      data-unsupported={words.unsupported}
      data-cancelled={words.cancelled}
    >
      <input type="hidden" name="credential" value="" />
      <p role="status" data-target="said" />
      <noscript>
        <p>{words.noScript}</p>
      </noscript>
      <Button type="button" icon="lock" hidden target="ask">
        {label}
      </Button>
    </div>
  );
}
