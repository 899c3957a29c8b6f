import { assignmentProposal } from "./assignment-proposal.ts";
import { handOver } from "./hand-over.ts";
import { handOvers } from "./hand-overs.ts";
import { loads } from "./loads.ts";
import { messages } from "./messages.ts";

/** Everything that may be asked about those who help households. */
export const helpQueries = [messages, loads, assignmentProposal, handOver, handOvers] as const;
