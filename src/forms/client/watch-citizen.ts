// The officer's page hears when the citizen has pressed a button on the second screen.
import { part } from '../../ui/client/start.ts';

export function watchCitizen(root: HTMLElement): void {
  const line = part(root, 'citizen');
  const entry = root.dataset.entry;
  if (!line || !entry || !('EventSource' in window)) return;
  const look = async (): Promise<void> => {
    const answer = await fetch(`/kerja/loket/jawaban/${entry}`).catch(() => undefined);
    if (!answer?.ok) return;
    const { text } = (await answer.json()) as { text: string };
    if (line.textContent !== text) line.textContent = text;
  };
  new EventSource('/kerja/loket/kabar').addEventListener('berubah', () => void look());
}
