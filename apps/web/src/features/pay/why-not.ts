import type { MatterDetail } from "@mingbai/workflow/views";
import { useText } from "../../i18n/use-text.ts";
import { useSession } from "../../session/use-session.ts";

const decided = ["workflow.submitMatter", "workflow.resubmitMatter", "workflow.passMatter"];

/** Why this person cannot pay a matter, and who could; undefined where they can. */
export function useWhyNot(): (matter: MatterDetail) => string | undefined {
  const { t, language } = useText();
  const session = useSession();
  return (matter) => {
    if (matter.may.includes("treasury.disburse")) return undefined;
    const at = matter.addressee[language];
    if (matter.stage !== "passed") return t("pay.why.stage", { stage: t(`matter.stage.${matter.stage}`) });
    if (!session) return t("pay.why.signIn");
    if (matter.steps.some(({ act, by }) => decided.includes(act) && by?.account === session.account)) {
      return t("pay.why.eyes", { at });
    }
    return t("pay.why.role", { at });
  };
}
