// For tests of this and higher modules: the simulated bank of a test application, told where it listens.
import type { Platform } from '../../platform/context.ts';
import type { BankSimulator } from './bank/simulator.ts';
import { closeConnection, connectionOf } from './connection.ts';

export async function simulatedBank(platform: Platform, appUrl: string): Promise<BankSimulator> {
  const simulator = (await connectionOf(platform))?.simulator;
  if (!simulator) throw new Error('this application has a real bank');
  simulator.callBackAt(`${appUrl}/api/v1/bank`);
  return simulator;
}

export const closeBank = closeConnection;
