import { utf8 } from "./bytes.ts";

/**
 * Every signed or hashed thing begins with its own words, so that bytes made for one purpose mean nothing in another.
 * The list is closed: a context that is not here does not exist.
 */
export const contexts = {
  chain: "mingbai/chain/1\n",
  transaction: "mingbai/tx/1\n",
  commandBody: "mingbai/command-body/1\n",
  paymentBody: "mingbai/payment-body/1\n",
  paymentsContainer: "mingbai/payments-container/1\n",
  gatheredBody: "mingbai/gathered-body/1\n",
  batch: "mingbai/batch/1\n",
  origin: "mingbai/origin/1\n",
  stored: "mingbai/stored/1\n",
  promise: "mingbai/promise/1\n",
  void: "mingbai/void/1\n",
  manifest: "mingbai/manifest/1\n",
  session: "mingbai/session/1\n",
  events: "mingbai/events/1\n",
  effects: "mingbai/effects/1\n",
  deadline: "mingbai/deadline/1\n",
  app: "mingbai/app/1\n",
  state: "mingbai/state/1\n",
  stateTable: "mingbai/state-table/1\n",
  roster: "mingbai/roster/1\n",
  rosterNote: "mingbai/roster-note/1\n",
  rosterKey: "mingbai/roster-key/1\n",
  bankLine: "mingbai/bank-line/1\n",
  bankStatement: "mingbai/bank-statement/1\n",
  commitment: "mingbai/commitment/1\n",
  file: "mingbai/file/1\n",
  transfer: "mingbai/xfer/1\n",
  seal: "mingbai/seal/1\n",
  keyFile: "mingbai/key-file/1\n",
  nodeKeys: "mingbai/node-keys/1\n",
  factRun: "mingbai/fact-run/1\n",
  subjectPart: "mingbai/subject-part/1\n",
  subjectKeys: "mingbai/subject-keys/1\n",
  erasure: "mingbai/erasure/1\n",
  nodeAccount: "mingbai/node-account/1\n",
  comparisonItem: "mingbai/comparison-item/1\n",
  comparisonEntry: "mingbai/comparison-entry/1\n",
  comparisonFact: "mingbai/comparison-fact/1\n",
  comparisonEntries: "mingbai/comparison-entries/1\n",
  comparisonOffer: "mingbai/comparison-offer/1\n",
  comparisonAsk: "mingbai/comparison-ask/1\n",
  contradiction: "mingbai/contradiction/1\n",
  backupKey: "mingbai/backup-key/1\n",
  backupFile: "mingbai/backup-file/1\n",
} as const;

export type Context = keyof typeof contexts;

/** The context's bytes, made once. */
export const contextBytes = Object.fromEntries(Object.entries(contexts).map(([name, text]) => [name, utf8(text)])) as {
  readonly [name in Context]: Uint8Array;
};
