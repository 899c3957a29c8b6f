import { role } from "@mingbai/ledger/authority/role";
import { localYear } from "@mingbai/ledger/calendar/local-days";
import { defineCommand } from "@mingbai/ledger/definition/command";
import { getConfiguration } from "@mingbai/ledger/genesis/configuration";
import { findAskedRefusal, findTermsRefusal, partyOf, receiverOf } from "../checks/parties.ts";
import { moved } from "../effects.ts";
import { matterSubmitted } from "../events/matter-submitted.ts";
import { refuse } from "../refusals.ts";
import { SubmitMatter } from "../schema.ts";
import { matterTable } from "../tables.ts";

/** Applies to an organisation: who is to receive how much from which fund, and why. */
export const submitMatter = defineCommand("workflow.submitMatter", {
  schema: SubmitMatter,
  allow: [role("projectManager"), role("supplier"), role("individual")],
  title: { en: "Apply", zh: "提交申请" },
  audit: { en: "applied to {to}", zh: "向 {to} 提交了申请" },
  execute(context, { matter, kind, to, terms, content }) {
    const { state, actor, moment } = context;
    if (state.table(matterTable).find(matter) !== undefined) return refuse("MATTER_EXISTS", { matter });
    const applicant = partyOf(actor);
    const refusal = findAskedRefusal(state, to, [applicant.organisation]) ?? findTermsRefusal(applicant, terms);
    if (refusal !== undefined) return refusal;
    const receiver = receiverOf(applicant, terms);
    const year = localYear(getConfiguration(state), moment.timeMs);
    const row = { version: 1, addressee: to };
    return [
      matterSubmitted({
        matter,
        version: row.version,
        kind,
        by: actor.account,
        applicant,
        receiver,
        to,
        year,
        terms,
        content,
      }),
      moved(context, { matter, row }, { stage: "submitted" }),
    ];
  },
});
