import { part } from '../client/start.ts';

const longestSide = 1600; // look.md 4.2: about 250 kB, sharp enough to read a KTP
const smallEnough = 400_000; // bytes; below this a photo travels as it is

/** Shrinks chosen photos before they travel and shows their names; keeps the original whenever that is smaller. */
export function photo(element: HTMLElement): void {
  const said = part(element, 'said');
  const pick = part(element, 'pick');
  if (pick) pick.hidden = false;
  element.classList.add('file-ready');
  element.addEventListener('change', (event) => {
    const input = event.target;
    if (!(input instanceof HTMLInputElement) || !input.files) return;
    void shrinkAll(input).then((saved) => {
      if (saved) input.dispatchEvent(new Event('shrunk', { bubbles: true }));
      if (!said) return;
      const names = [...(input.files ?? [])].map((file) => `${file.name} (${size(file.size)})`).join(', ');
      said.textContent = saved ? `${names}. ${element.dataset.shrunk ?? ''}` : names;
    });
  });
}

async function shrinkAll(input: HTMLInputElement): Promise<boolean> {
  const before = [...(input.files ?? [])];
  const after = await Promise.all(before.map((file) => shrink(file).catch(() => file)));
  if (after.every((file, index) => file === before[index])) return false;
  const box = new DataTransfer();
  for (const file of after) box.items.add(file);
  input.files = box.files;
  return true;
}

/** A photo as it may travel: no longer than a screen needs; the original whenever that is smaller. */
export async function shrink(file: File): Promise<File> {
  if (!/^image\/(jpeg|png|webp)$/.test(file.type) || file.size < smallEnough) return file;
  const picture = await createImageBitmap(file, { imageOrientation: 'from-image' });
  const scale = Math.min(1, longestSide / Math.max(picture.width, picture.height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(picture.width * scale);
  canvas.height = Math.round(picture.height * scale);
  canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height);
  const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/jpeg', 0.82));
  if (!blob || blob.size >= file.size) return file;
  return new File([blob], file.name.replace(/\.\w+$/, '.jpg'), { type: 'image/jpeg' });
}

function size(bytes: number): string {
  return bytes < 1_000_000 ? `${Math.ceil(bytes / 1000)} kB` : `${(bytes / 1_000_000).toFixed(1).replace('.', ',')} MB`;
}
