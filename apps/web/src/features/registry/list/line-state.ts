import type { HouseholdLine } from "@mingbai/registry/views/households";
import type { Text } from "../../../i18n/use-text.ts";
import type { IconName } from "../../../ui/icon.tsx";
import type { Tone } from "../../../ui/state.tsx";
import { endingWords } from "../ending-words.ts";

/** How a household's file stands: it has ended, people said different things, or it is kept. */
export function lineState(
  { ended, open }: Pick<HouseholdLine, "ended" | "open">,
  t: Text,
): { readonly icon: IconName; readonly tone: Tone; readonly words: string } {
  if (ended !== null) return { icon: "close", tone: "i2", words: endingWords(ended, t) };
  if (open > 0) return { icon: "brackets", tone: "bad", words: t("registry.state.open", { count: open }) };
  return { icon: "tick", tone: "ok", words: t("registry.state.kept") };
}
