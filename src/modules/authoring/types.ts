/** The text of a service being worked on, with its test cases. */
export interface Draft {
  readonly id: string;
  readonly service: string;
  readonly rowVersion: number; // whoever saves says which one was changed
  readonly state: 'editing' | 'waiting' | 'closed';
  readonly text: string;
  readonly examples: string;
  readonly baseVersionId: string | null; // none: the service was never published
  readonly startedBy: string;
  readonly startedAt: Date;
  readonly changedBy: string;
  readonly changedAt: Date;
  readonly editors: readonly string[]; // everybody who changed a word: none of them may approve it
  readonly note: string; // to the approver
  readonly returned: string; // why it came back
}
export const draftEventKinds = [
  'started',
  'imported',
  'saved',
  'asked',
  'taken-back',
  'returned',
  'approved',
  'planned',
  'discarded',
] as const;
export type DraftEventKind = (typeof draftEventKinds)[number];
export interface DraftEvent {
  readonly at: Date;
  readonly kind: DraftEventKind;
  readonly officerId: string;
  readonly rowVersion: number;
  readonly note: string;
}
/** What is said in a list of drafts; the texts stay in the database. */
export type DraftLine = Omit<Draft, 'text' | 'examples' | 'note' | 'returned' | 'editors'>;

export const listStates = ['open', 'suspended', 'retired', 'planned', 'editing', 'waiting', 'fresh'] as const;
