import { defineEvent } from "@mingbai/ledger/definition/event";
import { fundTable } from "../tables.ts";

export const fundCreated = defineEvent<{
  fund: number;
  code: string;
  office: string;
  operatingBasisPoints: number;
  approvalsNeeded: number;
  returnExpiryDays?: number;
}>("treasury.fundCreated", (state, { fund, ...row }) => {
  state.table(fundTable).set(String(fund), row);
});
