import { Icon } from '../../../ui/index.ts';

export interface DangerNoticeProps {
  readonly words: { readonly dangerTitle: string; readonly dangerText: string; readonly dangerCall: string };
  readonly shown: boolean; // the script shows it while somebody types
}

/** Danger to life: the number to call, before anything else is asked. */
export function DangerNotice({ words, shown }: DangerNoticeProps) {
  return (
    <div class="danger-now" role="alert" data-target="danger" hidden={!shown}>
      <Icon name="warning" />
      <div class="stack">
        <p>
          <b>{words.dangerTitle}</b> {words.dangerText}
        </p>
        <a class="button button-destructive" href="tel:112">
          <Icon name="phone" />
          <span>{words.dangerCall}</span>
        </a>
      </div>
    </div>
  );
}
