/** An account that evaluations are booked to, and how many it bears. */
export interface BudgetLimit {
  readonly account: string;
  readonly max: number;
}

/** Counts evaluations. Kept durably by the answering side: a count that a restart forgets is no bound. */
export interface Budget {
  /**
   * Books `count` to all accounts, or to none where one of them would pass its bound (false). The same ask is booked
   * once however often it comes, since it learns nothing new. Resolves only when what was booked outlasts a crash.
   */
  take(request: {
    readonly askId: Uint8Array;
    readonly count: number;
    readonly limits: readonly BudgetLimit[];
  }): Promise<boolean>;
}
