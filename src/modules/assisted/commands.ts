import { once } from 'node:events';
import { parseArgs } from 'node:util';
import { defineCommand } from '../../platform/command.ts';
import { startupError } from '../../platform/startup-error.ts';
import { startPrinterSimulator } from './receipt/printer-simulator.ts';

function portOf(args: readonly string[]): number {
  try {
    const { values } = parseArgs({ args: [...args], options: { port: { type: 'string', default: '9100' } } });
    return Number(values.port);
  } catch (error) {
    throw startupError('Usage: printer-simulator [--port 9100]', error);
  }
}

/** A receipt printer for development: what would be on the paper appears on the screen. */
export const printerSimulatorCommand = defineCommand({
  name: 'printer-simulator',
  usage: '[--port 9100]',
  summary: 'SIMULATOR of a receipt printer on 127.0.0.1; prints what the paper would show until Ctrl-C',
  needs: 'nothing',
  run: async ({ args, stdout }) => {
    const simulator = await startPrinterSimulator({
      port: portOf(args),
      onPaper: ({ lines, pictures, cut }) => {
        const shown = pictures.map(({ width, height }) => `[picture ${width} x ${height}]`);
        stdout.write(`${['', ...lines, ...shown, cut ? '- - - cut - - -' : ''].join('\n')}\n`);
      },
    });
    stdout.write(`SIMULATOR: receipt printer on 127.0.0.1:${simulator.port}. Stop with Ctrl-C.\n`);
    await once(process, 'SIGINT');
    await simulator.close();
    return 0;
  },
});
