// Events that move no case from state to state but are part of it: what registers said, what is to be paid, who was told
// of lateness, papers that came later, other holidays, another version of the service.
import type { CaseClock, CaseEvent, CaseState, NoticeKind } from '../types.ts';

type Notice = Extract<CaseEvent, { kind: NoticeKind }>;

export function applyNotice(state: CaseState, event: Notice): CaseState {
  switch (event.kind) {
    case 'documents-added': {
      const { documents, seen } = event.data;
      return { ...state, documents, ...(seen ? { seen: union(state.seen, seen) } : {}) };
    }
    case 'register-answered': {
      const { waived, ...answer } = event.data;
      const others = (state.registers ?? []).filter(({ register }) => register !== answer.register);
      const registers = [...others, answer];
      return { ...state, registers, ...(waived ? { waived: union(state.waived, waived) } : {}) };
    }
    case 'bill-made':
      return { ...state, bill: event.data };
    case 'bill-paid':
      if (state.bill?.billId !== event.data.billId) return state; // of a bill that another one replaced
      return { ...state, bill: { ...state.bill, paidAt: event.data.paidAt } };
    case 'warned':
      return { ...state, warned: { ...state.warned, [event.data.about]: event.data.percent } };
    case 'escalated':
      return { ...state, escalations: [...(state.escalations ?? []), { ...event.data, at: event.at }] };
    case 'calendar-changed':
      return withCalendar(state, event.data);
    case 'noted':
      if (!event.data.reminds) return state;
      return { ...state, reminder: { at: event.at, by: event.actor.id ?? '' } };
    case 'rebased':
      return { ...state, versionId: event.data.versionId };
    default:
      return unreachable(event);
  }
}

function withCalendar(state: CaseState, change: Extract<CaseEvent, { kind: 'calendar-changed' }>['data']): CaseState {
  const clocks = state.clocks.map((clock): CaseClock => {
    const other = change.clocks.find(({ id }) => id === clock.rule.id);
    return other ? { ...clock, calendarId: other.calendarId, dueAt: other.dueAt } : clock;
  });
  const tasks = state.tasks.map((task) => {
    const other = change.tasks.find(({ id }) => id === task.id);
    return other ? { ...task, dueAt: other.dueAt } : task;
  });
  return { ...state, clocks, tasks, ...(change.lapseAt ? { lapseAt: change.lapseAt } : {}) };
}

function union(before: readonly string[] | undefined, more: readonly string[]): string[] {
  return [...new Set([...(before ?? []), ...more])];
}

function unreachable(event: never): never {
  throw new Error(`unknown event ${JSON.stringify(event)}`);
}
