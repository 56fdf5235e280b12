// Raw printing: bytes to TCP 9100, nothing is read back. A printer that is off must not hold up a counter.
import { createConnection } from 'node:net';
import { AppError } from '../../../lib/errors.ts';
import type { Context } from '../../../platform/context.ts';
import { mayPrintTo, type PrinterAddress } from './printer-address.ts';

const patience = { connectMilliseconds: 2_000, writeMilliseconds: 5_000 } as const;

/** @throws invalid `assisted.printer_refused` for an address outside the office; unavailable `assisted.printer_off`. */
export async function printBytes(ctx: Context, address: PrinterAddress, bytes: Uint8Array): Promise<void> {
  if (!mayPrintTo(address, ctx.config)) throw new AppError('invalid', 'assisted.printer_refused');
  try {
    await sendBytes(address, bytes);
  } catch (error) {
    throw new AppError('unavailable', 'assisted.printer_off', { cause: error });
  }
}

function sendBytes({ host, port }: PrinterAddress, bytes: Uint8Array): Promise<void> {
  return new Promise((resolve, reject) => {
    const socket = createConnection({ host, port });
    const fail = (error: Error): void => {
      socket.destroy();
      reject(error);
    };
    socket.setTimeout(patience.connectMilliseconds, () => fail(new Error('the printer did not answer in time')));
    socket.on('error', fail);
    socket.on('connect', () => {
      socket.setTimeout(patience.writeMilliseconds);
      socket.end(bytes);
    });
    socket.on('close', (broken) => (broken ? undefined : resolve()));
    socket.resume(); // whatever a printer says about itself is let go
  });
}
