import type { Stage } from "@mingbai/workflow/stages";
import { useText } from "../../i18n/use-text.ts";
import type { IconName } from "../../ui/icon.tsx";
import { State, type Tone } from "../../ui/state.tsx";

/** Shape and colour of each stage; the word stands in the texts. */
export const stageLooks: { readonly [stage in Stage]: { readonly icon: IconName; readonly tone: Tone } } = {
  submitted: { icon: "half", tone: "br" },
  returned: { icon: "back", tone: "bad" },
  passed: { icon: "tick", tone: "ok" },
  disbursed: { icon: "right", tone: "br" },
  disputed: { icon: "brackets", tone: "bad" },
  confirmed: { icon: "tick", tone: "ok" },
  settled: { icon: "tick", tone: "i2" },
  withdrawn: { icon: "close", tone: "i2" },
};

/** Where a matter stands: a shape, a word, a colour. */
export function StageState({ stage }: { stage: Stage }) {
  const { t } = useText();
  return <State {...stageLooks[stage]}>{t(`matter.stage.${stage}`)}</State>;
}
