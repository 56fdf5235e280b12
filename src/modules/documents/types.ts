export interface Upload {
  readonly id: string;
  readonly sha256: string;
  readonly mediaType: string;
  readonly size: number; // bytes
  readonly fileName: string;
  readonly createdAt: Date;
  readonly attachedAt: Date | null; // first used in an application
  readonly coveredBy: string | null; // the upload everybody gets in its place
}
