// Which registers this installation is connected to: by setting, or in development to the simulator.
import type { Context } from '../../../platform/context.ts';
import type { Connection } from '../adapter/ask-register.ts';

export type Connected = 'connected' | 'off' | 'not-connected';

export function connectionOf(ctx: Pick<Context, 'config'>, register: string): Connection | undefined {
  const setting = Object.hasOwn(ctx.config.registers, register) ? ctx.config.registers[register] : undefined;
  if (setting === undefined || setting.off || setting.url === undefined) return undefined;
  return { url: setting.url, key: setting.key ?? '' };
}

export function isConnected(ctx: Pick<Context, 'config'>, register: string): boolean {
  return connectionOf(ctx, register) !== undefined;
}

export function connectedAs(ctx: Pick<Context, 'config'>, register: string): Connected {
  if (isConnected(ctx, register)) return 'connected';
  return ctx.config.registers[register]?.off === true ? 'off' : 'not-connected';
}
