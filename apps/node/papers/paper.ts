/** A paper before it is set: words only. Nothing of it is ever read as code by who sets it. */
export interface Paper {
  readonly language: "zh" | "en";
  readonly title: string;
  /** What stands over the title: whose paper it is. */
  readonly from: string;
  /** The number that people say, and where it stands. */
  readonly number: string;
  readonly state: string;
  readonly facts: readonly PaperFact[];
  readonly blocks: readonly PaperBlock[];
  /** Places for signatures and stamps of those who still work with ink, with who has signed on the ledger. */
  readonly stamps: readonly PaperFact[];
  readonly proof: PaperProof | null;
  /** Left of the page's number on every page. */
  readonly footer: string;
}

export interface PaperFact {
  readonly label: string;
  readonly lines: readonly string[];
}

export type PaperBlock =
  | { readonly kind: "fields"; readonly heading: string; readonly fields: readonly PaperFact[] }
  | {
      readonly kind: "table";
      readonly heading: string;
      readonly columns: readonly PaperColumn[];
      readonly rows: readonly (readonly string[])[];
      /** Said below the table; "" for nothing. */
      readonly note: string;
    };

export interface PaperColumn {
  readonly head: string;
  /** Amounts stand right. */
  readonly side: "left" | "right";
  /** Its part of the width, in parts of all columns. */
  readonly parts: number;
}

/** What stands on the ledger of it: a code to scan and the same in letters. */
export interface PaperProof {
  /** A picture of a QR code, SVG. */
  readonly code: string;
  readonly lines: readonly string[];
}
