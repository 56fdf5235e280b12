// What complaints tells the modules above. Listeners run in the same transaction.

/** Photos that reporters sent may be seen by everybody from now on. */
export interface PhotosShown {
  readonly leadCase: string;
  readonly photos: readonly { readonly id: string; readonly path: string }[]; // path: of the public picture
}
declare module '../../platform/events.ts' {
  interface DomainEvents {
    'complaints.photos_shown': PhotosShown;
  }
}
