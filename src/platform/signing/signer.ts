// The interface every signer stands behind: the built-in test signer today, a certified one (BSrE) by setting.
export interface SignRequest {
  readonly pdf: Uint8Array;
  /** Why it is signed, for example "Surat Keterangan Domisili 400.12.2.1/017/KL-LOMPOE/XI/2026". */
  readonly reason: string;
  readonly location: string;
  /** The official who signs; written into the signature's reason, because the certificate may name another party. */
  readonly signerName: string;
  readonly at: Date;
  /** Certified signing only: asked from the official for this one signature and never kept. */
  readonly credentials?: SignerCredentials;
}

export interface SignerCredentials {
  readonly nik: string;
  readonly passphrase: string;
}

export interface Signer {
  readonly kind: 'test' | 'certified';
  readonly name: string;
  /** Printed at the foot of each page; only a certified signer has one. */
  readonly footer?: string;
  /** The signed PDF. Throws AppError `signing.*`. */
  sign(request: SignRequest): Promise<Uint8Array>;
}

/** DER certificates of the authorities whose signatures are believed, by what they are worth. */
export interface TrustedAuthorities {
  readonly test?: readonly Uint8Array[];
  readonly certified?: readonly Uint8Array[];
}
