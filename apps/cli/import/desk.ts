import { ImportActor } from "./import-actor.ts";
import type { OpenReconstruction } from "./open-reconstruction.ts";

/** The account of the bank that published lists stand for. */
export const bankAccount = "PUBLISHED-LISTS";

/** Both of the importer's people at work on one ledger. */
export interface Desk {
  readonly open: OpenReconstruction;
  readonly proposer: ImportActor;
  readonly approver: ImportActor;
  readonly say: (step: string) => void;
}

export function openDesk(open: OpenReconstruction, say: (step: string) => void): Desk {
  const { ledger, importer } = open;
  return {
    open,
    proposer: new ImportActor(ledger, importer.proposer),
    approver: new ImportActor(ledger, importer.approver),
    say,
  };
}

/** Numbers of funds by their codes. */
export type FundNumbers = ReadonlyMap<string, number>;

export function numberOf(funds: FundNumbers, code: string): number {
  const number = funds.get(code);
  if (number === undefined) throw new Error(`fund ${code} was not opened`);
  return number;
}
