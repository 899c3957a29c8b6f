import { role } from "@mingbai/ledger/authority/role";
import { defineCommand } from "@mingbai/ledger/definition/command";
import { isRefusal } from "@mingbai/ledger/refusal";
import { findTermsRefusal, receiverOf } from "../checks/parties.ts";
import { getMatterInTurn } from "../checks/turn.ts";
import { moved } from "../effects.ts";
import { matterSubmitted } from "../events/matter-submitted.ts";
import { refuse } from "../refusals.ts";
import { ResubmitMatter, versionsMax } from "../schema.ts";

/** The applicant enters a new version of what was returned. The one before stays as it was signed. */
export const resubmitMatter = defineCommand("workflow.resubmitMatter", {
  schema: ResubmitMatter,
  allow: [role("projectManager"), role("supplier"), role("individual")],
  title: { en: "Submit again", zh: "修改后重新提交" },
  audit: { en: "submitted a returned matter again, in a new version", zh: "修改后重新提交了退回的事项" },
  execute(context, { matter, version: returned, terms, content }) {
    const row = getMatterInTurn(context, { matter, version: returned, from: ["returned"] });
    if (isRefusal(row)) return row;
    const { kind, applicant, addressee } = row;
    const refusal = findTermsRefusal(applicant, terms);
    if (refusal !== undefined) return refusal;
    if (returned >= versionsMax) return refuse("VERSIONS_FULL", { max: versionsMax });
    const next = { version: returned + 1, addressee };
    const receiver = receiverOf(applicant, terms);
    const by = context.actor.account;
    return [
      matterSubmitted({ matter, version: next.version, kind, by, applicant, receiver, to: addressee, terms, content }),
      moved(context, { matter, row: next }, { stage: "submitted" }),
    ];
  },
});
