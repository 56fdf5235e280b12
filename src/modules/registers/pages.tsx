// For the administrator: how the registers are doing.
import { formatDateTime } from '../../lib/dates/format.ts';
import { definePage, html, type Route } from '../../platform/http/define.ts';
import { type RegisterState, registerStates } from './service/state.ts';
import { type RegisterRow, RegistersView } from './views/registers-view.tsx';

const show = definePage({
  method: 'GET',
  url: '/petugas/register',
  access: { kind: 'officer', permission: 'admin' },
  handle: async (ctx, { frame }) => {
    const style = { timezone: ctx.region.timezone, locale: ctx.locale };
    const rows = (await registerStates(ctx)).map(
      (state): RegisterRow => ({
        ...state,
        state: shownState(state),
        last: state.lastAnsweredAt && formatDateTime(state.lastAnsweredAt, style),
      }),
    );
    return html(<RegistersView frame={frame} rows={rows} />);
  },
});

function shownState({ connected, up }: RegisterState): RegisterRow['state'] {
  if (connected !== 'connected') return connected;
  if (up === undefined) return 'untried';
  return up ? 'up' : 'down';
}

export const registerPages: readonly Route[] = [show];
