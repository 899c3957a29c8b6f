import type { ListChoice, ReadList } from "./read-list.ts";

/** What a list in the reading thread can be asked, by the names of its methods. */
export interface ListCalls {
  guess: ReadList["guess"];
  read: ReadList["read"];
  plan: ReadList["plan"];
  makeLines: ReadList["makeLines"];
}

/** What `open` brings. */
export interface NewList {
  readonly bytes: Uint8Array;
  readonly choice: ListChoice;
}

/** One question to the reading thread; a list answers in the order of asking. */
export interface ListRequest {
  readonly ticket: number;
  readonly list: number;
  readonly name: keyof ListCalls | "open" | "forget";
  readonly input: unknown;
}

/** An error crosses threads without its class: its name and words go. */
export type ListReply = { readonly ticket: number } & (
  | { readonly output: unknown }
  | { readonly failure: { readonly name: string; readonly message: string } }
);
