import type { FeeLines } from '../../../definition/fees/fee-lines.ts';
import { Inset } from '../../../ui/index.ts';

/** "Biaya: Rp30.000" with the sum and the article: nobody should have to ask why, or be asked for more. */
export function FeeNote({ fee }: { fee: FeeLines }) {
  return (
    <Inset>
      <p>
        {fee.title}: <b class="num">{fee.amount}</b>
      </p>
      {fee.notes.map((note) => (
        <p key={note}>{note}</p>
      ))}
    </Inset>
  );
}
