// A service in text messages: one question at a time over SMS, WhatsApp or Telegram. Pure; transports carry the words.
import type { FieldError } from '../../lib/errors.ts';
import { say } from '../../lib/locale.ts';
import { cleanLine } from '../../lib/people-text/people-text.ts';
import { documentsOnPath } from '../interview/documents.ts';
import { parseAnswers } from '../interview/parse-answers.ts';
import { notEligible } from '../interview/walk.ts';
import type { ServiceDefinition } from '../schema.ts';
import { answerSlot, type Heard, skipSlot } from './answer.ts';
import { questionLines, slotLabel } from './ask.ts';
import { type Command, quotedWord, readCommand, sendWords, wordIn } from './commands.ts';
import { hear } from './hear.ts';
import type { Outcome } from './outcome.ts';
import { cutToMessages } from './profile.ts';
import { namesOption, zeroIsAnswer } from './readings.ts';
import { newState, restoreState } from './restore.ts';
import { documentSlots, missingDocument, reviewLines, summaryLines, summaryOf } from './review.ts';
import type { Slot } from './slots.ts';
import { spokenChoice } from './spoken-numbers.ts';
import type { DialogueEnv, DialogueMessage, DialogueResult, DialogueState, DialogueTurn } from './types.ts';
import { advance, after, goTo, type View, viewOf } from './view.ts';

/** The first words of a dialogue: what it is, how to steer it, what to have ready, and the first question. */
export function startDialogue(def: ServiceDefinition, env: DialogueEnv): DialogueTurn {
  const view = advance(viewOf(def, newState(def, env), env));
  const papers = documentsOnPath(def, {}, view.env).filter((document) => document.required === 'hard');
  const intro = view.words.intro({ title: say(def.title, env.locale) });
  const ready =
    papers.length === 0 || view.profile.name === 'sms' ? [] : [papers.map((paper) => paper.label).join(', ')];
  return turn(view, { said: [intro, ...ready.map((list) => view.words.prepare({ list }))] });
}

/**
 * What one message does. A wrong answer changes nothing and is told with the codes every channel uses; nothing a person
 * sends makes it throw or lose an answer. `done` comes once, with the message that confirms the review.
 */
export function answerDialogue(
  def: ServiceDefinition,
  state: DialogueState,
  message: DialogueMessage,
  env: DialogueEnv,
): DialogueTurn {
  const restored = restoreState(def, state, env);
  const view = viewOf(def, { ...restored, seq: restored.seq + 1 }, env);
  const heard = hear(message);
  const command = commandIn(view, heard);
  if (command !== undefined) return obey(awake(view, command), command);
  if (view.state.at.step === 'done') return turn(view, { said: [view.words.sent], silent: true });
  const wordsOnly = heard.files.length === 0 && heard.location === undefined;
  if (view.state.at.paused === true && wordsOnly) return turn(awake(view), { said: [view.words.resumed] });
  return answered(awake(view), heard);
}

function answered(view: View, heard: Heard): DialogueTurn {
  const { slot } = view;
  if (view.state.at.step === 'review') return answerReview(view, heard);
  if (view.state.at.step === 'not-eligible' || slot === undefined) return turn(advance(view), {});
  return conclude(view, slot, answerSlot(view, slot, heard));
}

function conclude(before: View, slot: Slot, outcome: Outcome): DialogueTurn {
  const { said, errors } = outcome;
  if (outcome.stay) return turn(outcome.view, { said, errors, from: slot });
  const next = advance(outcome.view);
  const refusal = next.state.at.step === 'not-eligible' && next.stop ? [notEligible(next.stop, next.env)] : [];
  return turn(next, { said: [...said, ...newAdvice(before, next)], errors: refusal, from: slot });
}

function newAdvice(before: View, now: View): string[] {
  const given = (view: View) =>
    view.walked.eligibility.filter((step) => !step.met && !step.rule.else.stop).map((step) => step.rule);
  const known = given(before);
  return given(now)
    .filter((rule) => !known.includes(rule))
    .map((rule) => say(rule.else.say, now.env.locale));
}

// ---- steering --------------------------------------------------------------------------------------------------------

function commandIn(view: View, heard: Heard): Command | undefined {
  if (heard.files.length > 0 || quotedWord(heard.text) !== undefined) return undefined;
  const command = readCommand(heard.text);
  const { slot } = view;
  const asked = view.state.at.step === 'ask' && view.state.at.paused !== true && slot?.kind === 'value';
  if (command === undefined || !asked) return command;
  const isAnswer = namesOption(heard.text, slot.field) || (cleanLine(heard.text) === '0' && zeroIsAnswer(slot.field));
  return isAnswer ? undefined : command;
}

function awake(view: View, command?: Command): View {
  if (view.state.at.paused !== true || command === 'stop') return view;
  const { paused: _paused, ...at } = view.state.at;
  return after(view, { at });
}

function obey(view: View, command: Command): DialogueTurn {
  const { words, slot } = view;
  switch (command) {
    case 'english':
    case 'indonesian': {
      const told = after(view, { language: command === 'english' ? 'en' : 'id' });
      return turn(told, { said: [told.words.language] });
    }
    case 'help':
      return { ...turn(view, { said: [words.help], silent: true }), help: true };
    case 'summary':
      return turn(view, { said: view.state.at.step === 'review' ? [] : summaryLines(view), from: slot });
    case 'stop':
      return turn(after(view, { at: { ...view.state.at, paused: true } }), { said: [words.stopped], silent: true });
    default:
      return view.state.at.step === 'done' ? turn(view, { said: [words.sent], silent: true }) : move(view, command);
  }
}

function move(view: View, command: 'back' | 'repeat' | 'next' | 'skip'): DialogueTurn {
  const { slot } = view;
  if (command === 'repeat') return turn(slot === undefined ? steady(view) : view, {});
  if (command === 'back') return goBack(view);
  if (command === 'skip' && slot !== undefined && view.state.at.step === 'ask') {
    return conclude(view, slot, skipSlot(view, slot));
  }
  return turn(advance(view), { from: slot });
}

// The place asked last may be gone: the service of the day asks something else.
function steady(view: View): View {
  return view.state.at.step === 'ask' ? advance(view) : view;
}

function goBack(view: View): DialogueTurn {
  const { slots, slot, stop } = view;
  if (view.state.at.step === 'not-eligible') {
    const refusing = slots.find((other) => other.path === stop?.ask.id);
    return turn(refusing === undefined ? advance(view) : goTo(view, refusing), {});
  }
  const at = view.state.at.step === 'review' ? slots.length : slots.findIndex((other) => other.path === slot?.path);
  const before = slots[at - 1];
  return before === undefined
    ? turn(steady(view), { said: [view.words.first] })
    : turn(goTo(view, before), { from: slot });
}

// ---- review ----------------------------------------------------------------------------------------------------------

function answerReview(view: View, heard: Heard): DialogueTurn {
  const word = wordIn(heard.text);
  if (heard.files.length > 0) return lateFiles(view, heard);
  if (sendWords.has(word)) return send(view);
  const number = spokenChoice(word);
  const chosen = number === undefined ? undefined : summaryOf(view)[Number(number) - 1]?.slot;
  if (chosen !== undefined) return turn(goTo(view, chosen), {});
  // Something may have changed since the review was shown: a date has passed, a question has come.
  const now = advance(view);
  return now.state.at.step === 'review' ? turn(now, { said: [view.words.review.send], silent: true }) : turn(now, {});
}

// A photo sent while checking belongs to the paper that was to follow.
function lateFiles(view: View, heard: Heard): DialogueTurn {
  const waiting = documentSlots(view).find((slot) => (view.state.documents[slot.document.id]?.length ?? 0) === 0);
  if (waiting === undefined)
    return turn(view, { said: [view.words.file.notNow, view.words.review.send], silent: true });
  return conclude(view, waiting, answerSlot(view, waiting, heard));
}

function send(view: View): DialogueTurn {
  const now = advance(view);
  if (now.state.at.step !== 'review') return turn(now, {});
  const missing = missingDocument(now);
  if (missing !== undefined) {
    const { id, label } = missing.document;
    const message = now.words.review.needed({ label });
    const errors = [{ field: id, code: 'document.required', message }];
    return turn(goTo(now, missing), { said: [message], errors });
  }
  const { answers, errors } = parseAnswers(now.def, now.state.answers, now.env);
  const [wrong] = errors;
  const slot = now.slots.find((other) => other.path.split('.')[0] === wrong?.field.split('.')[0]);
  if (wrong !== undefined) return turn(slot === undefined ? now : goTo(now, slot), { said: [wrong.message], errors });
  const done: DialogueResult = { answers, documents: uploadsOf(now) };
  return { ...turn(after(now, { at: { step: 'done' } }), { said: [now.words.sending], silent: true }), done };
}

function uploadsOf(view: View): { id: string; uploadId: string }[] {
  return documentSlots(view).flatMap(({ document }) =>
    (view.state.documents[document.id] ?? []).map((uploadId) => ({ id: document.id, uploadId })),
  );
}

// ---- what is said ----------------------------------------------------------------------------------------------------

interface Spoken {
  readonly said?: readonly string[];
  readonly errors?: readonly FieldError[];
  readonly from?: Slot | undefined;
  readonly silent?: boolean; // say only this, do not ask again
}

function turn(view: View, spoken: Spoken): DialogueTurn {
  const { said = [], errors = [], from, silent = false } = spoken;
  const question = silent ? [] : showing(view, from);
  const offer = view.state.at.step === 'not-eligible' && !silent ? view.stop?.else.offer : undefined;
  return {
    state: view.state,
    replies: messages(view, said, question),
    errors,
    ...(offer === undefined ? {} : { offer }),
  };
}

function showing(view: View, from: Slot | undefined): string[] {
  const { state, slot, words, stop, env } = view;
  if (state.at.step === 'done') return [words.sent];
  if (state.at.step === 'review') return reviewLines(view);
  if (state.at.step === 'not-eligible' && stop !== undefined) {
    const title = stop.else.offer === undefined ? undefined : env.titleOf?.(stop.else.offer);
    const offer = title === undefined ? [] : [words.notEligible.offer({ title })];
    return [say(stop.else.say, env.locale), ...offer, words.notEligible.change];
  }
  return slot === undefined ? [words.first] : questionLines(view, slot, from);
}

function messages(view: View, said: readonly string[], question: readonly string[]): string[] {
  const { profile, words, slot, state } = view;
  const asked = state.at.step === 'ask' && slot !== undefined;
  const instead = asked ? words.tooLong({ label: slotLabel(view, slot) }) : words.readThere;
  const whole = cutToMessages([...said, ...question].join('\n'), profile, instead);
  if (whole.length <= 1 || said.length === 0 || question.length === 0) return whole;
  return [
    ...cutToMessages(said.join('\n'), profile, words.readThere),
    ...cutToMessages(question.join('\n'), profile, instead),
  ];
}
