import { part } from '../client/start.ts';

// The ceremony of a passkey: options from the page to the device, the device's answer into the form.
type Json = Record<string, unknown>;

export function passkey(element: HTMLElement): void {
  const form = element.closest('form');
  const field = element.querySelector<HTMLInputElement>('input[name=credential]');
  const button = part<HTMLButtonElement>(element, 'ask');
  const said = part(element, 'said');
  if (!form || !field || !button || !said) return;
  if (!window.PublicKeyCredential || !navigator.credentials) {
    said.textContent = element.dataset.unsupported ?? '';
    return;
  }
  const ask = async () => {
    said.textContent = '';
    try {
      field.value = JSON.stringify(await answer(element));
      form.submit();
    } catch {
      said.textContent = element.dataset.cancelled ?? '';
    }
  };
  button.hidden = false;
  button.addEventListener('click', () => void ask());
  if (element.dataset.start) void ask();
}

async function answer(element: HTMLElement): Promise<Json> {
  const options = JSON.parse(element.dataset.options ?? '{}') as Json;
  const publicKey = { ...options, challenge: toBytes(options.challenge) } as Json;
  for (const list of ['allowCredentials', 'excludeCredentials']) {
    if (Array.isArray(options[list]))
      publicKey[list] = options[list].map((item: Json) => ({ ...item, id: toBytes(item.id) }));
  }
  if (element.dataset.ceremony !== 'create') {
    return toJson(
      await navigator.credentials.get({ publicKey: publicKey as unknown as PublicKeyCredentialRequestOptions }),
    );
  }
  const user = options.user as Json;
  const creation = { ...publicKey, user: { ...user, id: toBytes(user.id) } };
  return toJson(
    await navigator.credentials.create({ publicKey: creation as unknown as PublicKeyCredentialCreationOptions }),
  );
}

function toJson(credential: Credential | null): Json {
  if (!(credential instanceof PublicKeyCredential)) throw new Error('no credential');
  const { response } = credential;
  const answer: Json = { clientDataJSON: toText(response.clientDataJSON) };
  if (response instanceof AuthenticatorAttestationResponse) {
    answer.attestationObject = toText(response.attestationObject);
    answer.transports = response.getTransports?.() ?? [];
  }
  if (response instanceof AuthenticatorAssertionResponse) {
    answer.authenticatorData = toText(response.authenticatorData);
    answer.signature = toText(response.signature);
    if (response.userHandle) answer.userHandle = toText(response.userHandle);
  }
  return {
    id: credential.id,
    rawId: toText(credential.rawId),
    type: credential.type,
    response: answer,
    clientExtensionResults: credential.getClientExtensionResults(),
    authenticatorAttachment: credential.authenticatorAttachment,
  };
}

function toBytes(text: unknown): Uint8Array<ArrayBuffer> {
  const plain = atob(String(text).replace(/-/g, '+').replace(/_/g, '/'));
  return Uint8Array.from(plain, (letter) => letter.charCodeAt(0));
}

function toText(buffer: ArrayBuffer): string {
  const plain = String.fromCharCode(...new Uint8Array(buffer));
  return btoa(plain).replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '');
}
