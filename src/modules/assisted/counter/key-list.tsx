import { Details } from '../../../ui/index.ts';
import type { messagesFor } from '../messages.ts';

/** The keys of the counter screen, opened with F1; and the box to jump to a code, reached with F3. */
export function KeyList({ words }: { words: ReturnType<typeof messagesFor>['counter'] }) {
  return (
    <div class="counter-tools">
      <div class="counter-jump" data-jump hidden>
        <label for="kode">
          {words.jump} <kbd>F3</kbd>
        </label>
        <input class="input w-4" id="kode" type="text" autocomplete="off" placeholder={words.jumpHint} maxLength={6} />
      </div>
      <div data-keys>
        <Details summary={words.keysTitle}>
          <dl class="counter-keys">
            {words.keys.map(([key, does]) => (
              <div key={key}>
                <dt>
                  <kbd>{key}</kbd>
                </dt>
                <dd>{does}</dd>
              </div>
            ))}
          </dl>
        </Details>
      </div>
    </div>
  );
}
