import { role } from "@mingbai/ledger/authority/role";
import { defineCommand } from "@mingbai/ledger/definition/command";
import { RosterMember } from "@mingbai/ledger/genesis/roster";
import { lastRoster } from "@mingbai/ledger/genesis/rosters";
import { z } from "zod";
import { sampleHandedOver } from "../handed-over.ts";

/** Hands the ledger to these members without a vote. */
export const handOver = defineCommand("sample.handOver", {
  schema: z.strictObject({ members: z.array(RosterMember).min(1) }),
  allow: [role("administrator")],
  title: { en: "Hand over", zh: "移交" },
  audit: { en: "handed the ledger over", zh: "移交了账本" },
  execute: ({ state }, { members }) => [sampleHandedOver({ epoch: lastRoster(state).epoch + 1, members })],
});
