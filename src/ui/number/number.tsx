import { create } from 'qrcode';
import { groupCaseNumber } from '../../lib/case-number.ts';
import { useWords } from '../context.ts';
import { Icon } from '../icon/icon.tsx';

/** The same number for a voice: every sign on its own. */
export function spellNumber(number: string): string {
  return [...number.replace(/\s/g, '')].join(' ');
}

/** The number in running text: grouped for the eye, digit by digit for a screen reader. */
export function CaseNumber({ number }: { number: string }) {
  return (
    <span class="num">
      <span aria-hidden="true">{groupCaseNumber(number)}</span>
      <span class="hide">{spellNumber(number)}</span>
    </span>
  );
}

export interface CopyableNumberProps {
  readonly number: string; // "L482913075"
  readonly label?: string | undefined; // default "Nomor"
}

/** The number large, with a button to copy it where the browser can. */
export function CopyableNumber({ number, label }: CopyableNumberProps) {
  const words = useWords().number;
  return (
    <div class="number" data-module="copy-number" data-number={number} data-copied={words.copied}>
      <span class="number-label">{label ?? words.label}</span>
      <b>
        <CaseNumber number={number} />
      </b>
      <button class="button button-secondary button-small" type="button" hidden>
        <Icon name="copy" />
        <span>{words.copy}</span>
      </button>
      <span class="small" role="status" />
    </div>
  );
}

export interface QrSlotProps {
  readonly text: string; // what the picture says, usually a link
  readonly label: string; // what it is for, read aloud
  readonly hint?: string | undefined; // default "Arahkan kamera HP ke gambar ini."
}

/** A QR picture drawn as one path, no image request. */
export function QrSlot({ text, label, hint }: QrSlotProps) {
  const words = useWords().qr;
  const { size, data } = create(text, { errorCorrectionLevel: 'M' }).modules;
  let path = '';
  for (let index = 0; index < size * size; index++) {
    if (data[index]) path += `M${index % size} ${Math.floor(index / size)}h1v1h-1z`;
  }
  return (
    <figure class="qr">
      <svg viewBox={`-3 -3 ${size + 6} ${size + 6}`} width="176" height="176" role="img" aria-label={label}>
        <path d={path} />
      </svg>
      <figcaption class="small">{hint ?? words.hint}</figcaption>
    </figure>
  );
}
