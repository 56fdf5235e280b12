/** A quiet line on top while there is no connection; its words come with the page on <body data-offline>. */
export function offlineBanner(): void {
  const line = document.createElement('p');
  line.className = 'offline';
  line.setAttribute('role', 'status');
  document.body.prepend(line);
  const show = () => {
    line.textContent = navigator.onLine ? '' : (document.body.dataset.offline ?? '');
  };
  window.addEventListener('online', show);
  window.addEventListener('offline', show);
  show();
}
