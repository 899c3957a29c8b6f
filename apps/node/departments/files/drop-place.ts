/** A whole file that a department has put down. */
export interface DroppedFile {
  readonly name: string;
  /** When it was last written, ms. */
  readonly modifiedMs: number;
}

/** Where a department's files wait: a folder of this machine, or whatever else can be listed, read and moved from. */
export interface DropPlace {
  /** Files that are whole, the oldest first. */
  list(): Promise<DroppedFile[]>;
  /** Its bytes. Throws a TakingFault where it is larger than `bytesMax`. */
  read(name: string, bytesMax: number): Promise<Uint8Array>;
  /** Moves it away, once what it says is kept. */
  taken(name: string): Promise<void>;
}
