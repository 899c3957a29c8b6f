import type { MatterRow } from "@mingbai/workflow/views";
import { useText } from "../../i18n/use-text.ts";

/** What has to be done next with a matter, in one or two words: 审核, 复审第 2 版, 出具意见, 出款. */
export function useNextWords(): (row: MatterRow) => string {
  const { t } = useText();
  return ({ stage, version, holder, addressee }) => {
    switch (stage) {
      case "submitted":
        if (holder.id !== addressee.id) return t("work.next.opinion");
        return version > 1 ? t("work.next.again", { version }) : t("work.next.review");
      case "returned":
        return t("work.next.mend");
      case "passed":
        return t("work.next.pay");
      case "disbursed":
        return t("work.next.confirm");
      case "disputed":
        return t("work.next.answer");
      default:
        return "";
    }
  };
}
