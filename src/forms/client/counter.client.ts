// The scripts of the counter: keyboard, path, practice count, session guard, second screen. Without them the page is a long plain form.
import { citizenScreen } from './citizen-screen.ts';
import { dropFiles } from './drop-files.ts';
import { keyboard } from './keyboard.ts';
import { followPath } from './path.ts';
import { servicePicker } from './service-picker.ts';
import { forgetSent, guardSession } from './session.ts';
import { tally } from './tally.ts';
import { watchCitizen } from './watch-citizen.ts';

for (const root of document.querySelectorAll<HTMLElement>('[data-counter]')) {
  const form = root.querySelector('form');
  if (!form) continue;
  followPath(root, form);
  keyboard(root, form);
  tally(root);
  dropFiles(form);
  guardSession(root, form);
  watchCitizen(root);
}
for (const root of document.querySelectorAll<HTMLElement>('[data-sent-entry]')) forgetSent(root);
for (const root of document.querySelectorAll<HTMLElement>('[data-citizen-screen]')) citizenScreen(root);
for (const root of document.querySelectorAll<HTMLElement>('[data-service-picker]')) servicePicker(root);
for (const button of document.querySelectorAll<HTMLElement>('[data-print]')) {
  button.hidden = false;
  button.addEventListener('click', () => window.print());
}
