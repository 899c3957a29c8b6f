/** Where a case of entry or exit can stand, who acts next there, and by when. Data: execution, queue and pages read the same table. Browser-safe. */
import type { Role } from "@mingbai/ledger/authority/role";
import { type CaseStage, caseStages } from "@mingbai/workflow/views/notice-kinds";
import type { EntryPolicy } from "./content/policy/entry-policy.ts";

/** What a household is asked to be taken into, or let go from: monitoring. */
export const caseKinds = ["entry", "exit"] as const;
export type CaseKind = (typeof caseKinds)[number];

/**
 * `noticed`: the public notice runs. `heard`: it has run, or none is needed, and somebody decides. `observed`: an exit
 * was accepted and may still be taken back. `returned`: it was. Named where notices tell of them, before this domain.
 */
export const stages = caseStages;
export type Stage = CaseStage;

/** A number of days of the policy by which a case goes. */
export type Step = keyof EntryPolicy["days"];

export interface Turn {
  /** Any of these roles of the organisation that keeps the file, in its area. */
  readonly roles: readonly Role[];
  /** Or the one who answers for the household. */
  readonly orResponsible?: true;
  readonly days: Step;
}

/** Stages at which it is somebody's turn. */
export const turns: { readonly [stage in Stage]?: Turn } = {
  applied: { roles: ["gridWorker"], orResponsible: true, days: "villageCheck" },
  checked: { roles: ["reviewer"], days: "review" },
  passed: { roles: ["reviewer", "caseHandler"], days: "review" },
  heard: { roles: ["approver", "leader"], days: "decision" },
};

/** Stages that end by themselves after these days, and what follows. */
export const waits: { readonly [stage in Stage]?: { readonly days: Step; readonly next: Stage } } = {
  noticed: { days: "publicNotice", next: "heard" },
  observed: { days: "observation", next: "accepted" },
};

/** Before it is decided a case may be withdrawn. */
export const undecided: readonly Stage[] = ["applied", "checked", "passed", "noticed", "heard"];

/** Stages at which something is still to come. */
export const openStages: readonly Stage[] = stages.filter(
  (stage) => undecided.includes(stage) || turns[stage] || waits[stage],
);
