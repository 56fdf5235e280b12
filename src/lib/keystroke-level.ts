// How long a practised person needs at a keyboard: the keystroke-level model (Card, Moran and Newell 1980). Pure.

/** A press of an average skilled typist, 55 words a minute. */
export const secondsPerKey = 0.2;
/** Making up one's mind once: reading a question, looking at the card, choosing. 1.35 s in the first paper, 1.2 s in later use. */
export const secondsPerDecision = 1.2;

export function keystrokeSeconds(counted: { readonly keys: number; readonly decisions: number }): number {
  return counted.keys * secondsPerKey + counted.decisions * secondsPerDecision;
}
