// Sends a form with photos while showing how far it is. Any trouble falls back to the browser's own way of sending.

export function sendWithProgress(form: HTMLFormElement, button: HTMLElement | null, failed: () => void): void {
  const body = new FormData(form);
  if (button instanceof HTMLButtonElement && button.name) body.append(button.name, button.value);
  const bar = showBar(form);
  const request = new XMLHttpRequest();
  const url =
    button instanceof HTMLButtonElement && button.hasAttribute('formaction') ? button.formAction : form.action;
  request.open('POST', url);
  request.upload.addEventListener('progress', (event) => {
    if (event.lengthComputable) bar.value = event.loaded / event.total;
  });
  request.addEventListener('load', () => show(request, url));
  request.addEventListener('error', () => {
    bar.remove();
    failed();
  });
  request.send(body);
}

function showBar(form: HTMLFormElement): HTMLProgressElement {
  const bar = document.createElement('progress');
  bar.className = 'progress';
  bar.max = 1;
  bar.value = 0;
  bar.setAttribute('aria-label', form.dataset.uploading ?? '');
  form.append(bar);
  return bar;
}

/** After a redirect the answer is another page: go there. A form that comes back under its own address is shown as it is. */
function show(request: XMLHttpRequest, url: string): void {
  if (request.status < 400 && request.responseURL !== url) {
    window.location.assign(request.responseURL);
    return;
  }
  document.open();
  document.write(request.responseText);
  document.close();
}
