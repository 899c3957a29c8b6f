/** What a change is about, in one text. Browser-safe. */
import { freezeSubject } from "@mingbai/treasury/schema";
import type { FreezeTarget, VotedChange } from "../schema.ts";

/** What a freeze is known by. */
export function freezeKey(target: FreezeTarget): string {
  const subject = target.kind === "organisation" ? target.organisation : freezeSubject(target);
  return `freeze/${target.kind}/${subject}`;
}

/** What a change changes: two changes of one subject exclude each other, and share a base. */
export function subjectOf(change: VotedChange): string {
  switch (change.kind) {
    case "roster":
    case "handOver":
      return "roster";
    case "parameter": {
      const of = change.organisation ?? change.fund;
      return of === undefined ? `parameter/${change.name}` : `parameter/${change.name}/${of}`;
    }
    case "rule":
      return `rule/${change.of}`;
    case "admitMember":
    case "removeMember":
      return `member/${change.organisation}`;
    case "roleScope":
      return `roleScope/${change.organisation}`;
    case "tie":
      return `tie/${change.tie.ledger}`;
    case "entryPolicy":
    case "householdForm":
      return change.kind;
    case "confirmFreeze":
    case "liftFreeze":
      return freezeKey(change.target);
  }
}
