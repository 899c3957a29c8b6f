import { role } from "@mingbai/ledger/authority/role";
import { defineCommand } from "@mingbai/ledger/definition/command";
import { isRefusal } from "@mingbai/ledger/refusal";
import { getCaseInTurn, movedTo } from "../checks/cases.ts";
import { OpenNotice } from "../schema/cases.ts";
import { turns } from "../stages.ts";

/** What was passed is shown to the public for as many days as the policy says. */
export const openNotice = defineCommand("registry.openNotice", {
  schema: OpenNotice,
  allow: (turns.passed?.roles ?? []).map(role),
  title: { en: "Open a public notice", zh: "开始公示" },
  audit: { en: "opened the public notice of case {case}", zh: "开始公示办件 {case}" },
  execute(context, { case: id, content }) {
    const found = getCaseInTurn(context, id, "passed");
    return isRefusal(found) ? found : [movedTo(context, found, { stage: "noticed", content })];
  },
});
