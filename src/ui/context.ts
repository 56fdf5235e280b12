// Components find the frame by context, so page authors never pass locale or token from hand to hand.
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { PageFrame } from './frame.ts';
import { en } from './messages.en.ts';
import { id, type Messages } from './messages.id.ts';

export const FrameContext = createContext<PageFrame | undefined>(undefined);

/** The frame of the page being rendered; undefined when a component is rendered alone. */
export function useFrame(): PageFrame | undefined {
  return useContext(FrameContext);
}

/** The design system's own words in the reader's language. */
export function useWords(): Messages {
  return useContext(FrameContext)?.locale === 'en' ? en : id;
}
