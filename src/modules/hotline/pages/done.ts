// What a tap did, and how it is taken back.
import type { Context } from '../../../platform/context.ts';
import { newId } from '../../../platform/ids.ts';
import { messagesFor } from '../messages.ts';
import type { HeadStep, MayorStep } from '../service/act.ts';
import { hotlineSetting } from '../service/setting.ts';
import type { HeadRequest, Message } from '../types.ts';
import { boardUrl } from '../views/addresses.ts';
import type { UndoProps } from '../views/undo.tsx';
import type { Names } from './present.ts';

interface Done {
  readonly message: Message;
  readonly requests: readonly HeadRequest[];
  readonly names: Names;
  readonly step: MayorStep | HeadStep;
  readonly told: boolean; // an address of the head is known
  readonly from?: 'papan' | undefined;
}
const withdrawable: Readonly<Record<string, readonly string[]>> = {
  teruskan: ['di-kepala'],
  tambah: ['di-kepala'],
  'minta-penjelasan': ['ditanya'],
  'terima-kasih': ['akan-dibalas'],
  balas: ['akan-dibalas'],
};

export async function doneOf(ctx: Context, done: Done): Promise<UndoProps> {
  const { message, requests, names, step, told, from } = done;
  const words = messagesFor(ctx.locale).message;
  const { undoMinutes } = await hotlineSetting(ctx);
  const last = requests.at(-1);
  const unit = last && names.units.get(last.unitId);
  const mayUndo = withdrawable[step]?.includes(message.state) === true;
  const asks = step === 'teruskan' || step === 'tambah' || step === 'minta-penjelasan';
  const open = requests.filter(({ endedAt }) => endedAt === null);
  const one = step === 'tambah' && open.length > 1;
  return {
    text: words.flash[step](unit?.name ?? '', undoMinutes),
    note: asks && mayUndo && !told ? words.noHead : undefined,
    undo: mayUndo
      ? {
          base: `${boardUrl}/pesan/${message.number}`,
          step: one ? 'tarik-satu' : 'tarik',
          unit: one ? unit?.code : undefined,
          seen: message.movedAt.toISOString(),
          requestId: newId(),
          from,
        }
      : undefined,
  };
}
