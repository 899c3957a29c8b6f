import type { ErasureLine } from "@mingbai/registry/views/erasures";
import { useText } from "../../../i18n/use-text.ts";

const namedMax = 3;

/** Whose files an erasure is about: names as long as they stand, numbers once they are erased. */
export function useAboutText(): (row: Pick<ErasureLine, "subjects">) => string {
  const { t } = useText();
  return ({ subjects }) => {
    const named = subjects
      .slice(0, namedMax)
      .map(({ name, number, subject }) => [name, number].filter((text) => text !== "").join(" ") || subject);
    const more = subjects.length - named.length;
    return [named.join(t("file.join")), more > 0 ? t("erasures.more", { count: more }) : ""]
      .filter((text) => text !== "")
      .join(" ");
  };
}
