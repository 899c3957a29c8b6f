import type { Words } from "@mingbai/ledger/definition/command";

/** A question that has no answer: thrown by queries, told to the asker with its code and status. */
export class QueryRefusal extends Error {
  readonly code: string;
  readonly status: number;
  readonly words: Words;

  constructor(code: string, status: number, words: Words) {
    super(words.en);
    this.code = code;
    this.status = status;
    this.words = words;
  }
}
