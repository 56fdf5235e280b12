// What there is to decide a turn from: the path with the answers so far, and everything on it that can be asked.
import { refusedBefore } from '../interview/interview.ts';
import { type Walk, walk } from '../interview/walk.ts';
import type { Eligibility, Field, ServiceDefinition } from '../schema.ts';
import type { DialogueWords } from './messages.id.ts';
import { chatProfile, type Profile } from './profile.ts';
import { type Slot, slotsOf } from './slots.ts';
import type { DialogueEnv, DialogueState } from './types.ts';
import { dialogueWords } from './words.ts';

export interface View {
  readonly def: ServiceDefinition;
  readonly state: DialogueState;
  readonly env: DialogueEnv;
  readonly words: DialogueWords;
  readonly profile: Profile;
  readonly walked: Walk;
  readonly slots: readonly Slot[];
  readonly slot: Slot | undefined; // the one asked last, when it is still on the path
  readonly stop: Eligibility | undefined;
}

export function viewOf(def: ServiceDefinition, state: DialogueState, given: DialogueEnv): View {
  const env: DialogueEnv = { ...given, locale: state.language };
  const walked = walk(def, state.answers, env);
  const profile = env.profile ?? chatProfile;
  const skips = (field: Field): boolean => channelWay(profile, field) === 'skip';
  return placed(slotsOf(def, { state, skips }, walked, env), {
    def,
    state,
    env,
    words: dialogueWords(state.language),
    profile,
    walked,
    stop: refusedBefore(walked.eligibility),
  });
}

/** What the question says about being asked here; a short message follows the chat where it says nothing of its own. */
export function channelWay(profile: Profile, { on }: Field): 'ask' | 'link' | 'skip' | undefined {
  return profile.name === 'sms' ? (on?.sms ?? on?.chat) : on?.chat;
}

/** The same dialogue after a change of its state. Only where it stands may change without reading the answers again. */
export function after(view: View, change: Partial<DialogueState>): View {
  const state = { ...view.state, ...change };
  const onlyPlace = Object.keys(change).every((key) => key === 'at');
  return onlyPlace ? placed(view.slots, { ...view, state }) : viewOf(view.def, state, view.env);
}

function placed(slots: readonly Slot[], view: Omit<View, 'slots' | 'slot'>): View {
  return { ...view, slots, slot: slots.find((slot) => slot.path === view.state.at.path) };
}

/** Moves to what has to be asked next: the refusal, the first open question, or the review. */
export function advance(view: View): View {
  if (view.stop !== undefined) return after(view, { at: { step: 'not-eligible' } });
  const next = view.slots.find((slot) => slot.open);
  return next === undefined ? after(view, { at: { step: 'review' } }) : goTo(view, next);
}

export function goTo(view: View, slot: Slot): View {
  return after(view, { at: { step: 'ask', path: slot.path } });
}
