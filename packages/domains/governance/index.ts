import { defineDomain } from "@mingbai/ledger/definition/domain";
import { accept } from "./commands/accept.ts";
import { freeze } from "./commands/freeze.ts";
import { propose } from "./commands/propose.ts";
import { proveKeys } from "./commands/prove-keys.ts";
import { unfreeze } from "./commands/unfreeze.ts";
import { vote } from "./commands/vote.ts";
import { withdraw } from "./commands/withdraw.ts";
import { doubleVoteProven } from "./events/double-vote-proven.ts";
import { freezeConfirmed, freezeEnded, freezePlaced } from "./events/freezes.ts";
import { handedOver } from "./events/handed-over.ts";
import { memberAdmitted, memberRemoved, membersFounded } from "./events/members.ts";
import { parameterSet } from "./events/parameter-set.ts";
import { consented, proposalEnded, proposed, voted } from "./events/proposals.ts";
import { quotaSet } from "./events/quota-set.ts";
import { rosterSet } from "./events/roster-set.ts";
import { ruleSet } from "./events/rule-set.ts";
import { rulesVersionSet } from "./events/rules-version-set.ts";
import { proposalDeadlines } from "./laws/deadlines.ts";
import { newDoubleVotes } from "./laws/double-votes.ts";
import { governanceRefusals } from "./refusals.ts";
import { governanceTables } from "./tables.ts";

/** Who belongs to the ledger and by which rules: changed by vote; and what a regulator stops until there was one. */
export const governance = defineDomain({
  name: "governance",
  tables: governanceTables,
  refusals: governanceRefusals,
  deadlines: proposalDeadlines,
  events: [
    membersFounded,
    memberAdmitted,
    memberRemoved,
    proposed,
    voted,
    consented,
    proposalEnded,
    parameterSet,
    quotaSet,
    rulesVersionSet,
    ruleSet,
    rosterSet,
    handedOver,
    freezePlaced,
    freezeConfirmed,
    freezeEnded,
    doubleVoteProven,
  ],
  doubleVotes: newDoubleVotes,
  commands: [propose, vote, withdraw, accept, proveKeys, freeze, unfreeze],
});
