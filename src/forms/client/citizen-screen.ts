// The citizen's screen turns its page by itself: a nudge over server-sent events, then the page is fetched and put in place.
export function citizenScreen(root: HTMLElement): void {
  if (!('EventSource' in window)) return;
  let busy = false;
  let again = false;
  const look = async (): Promise<void> => {
    if (busy) {
      again = true;
      return;
    }
    busy = true;
    const answer = await fetch(location.href, { cache: 'no-store' }).catch(() => undefined);
    if (answer?.ok && !answer.redirected) {
      const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
      const fresh = page.querySelector('[data-citizen-screen]');
      if (fresh && fresh.innerHTML !== root.innerHTML) root.replaceChildren(...fresh.childNodes);
    }
    busy = false;
    if (again) {
      again = false;
      void look();
    }
  };
  const line = new EventSource('/kerja/loket/kabar');
  line.addEventListener('open', () => void look()); // also after a broken connection: something may have been missed
  line.addEventListener('berubah', () => void look());
  window.setInterval(() => void look(), 60_000); // thanks fade to the city's name after a while
}
