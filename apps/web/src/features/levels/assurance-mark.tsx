import type { Assurance } from "@mingbai/levels/views";
import { useText } from "../../i18n/use-text.ts";
import type { IconName } from "../../ui/icon.tsx";
import { State, type Tone } from "../../ui/state.tsx";

const looks: Readonly<Record<Assurance, { icon: IconName; tone: Tone }>> = {
  operatorTrusted: { icon: "person", tone: "warn" },
  allMustAgree: { icon: "half", tone: "i2" },
  byzantine: { icon: "tick", tone: "ok" },
};

/** What a ledger's signatures are worth. One organisation's ledger is never shown as more than that. */
export function AssuranceMark({ of }: { of: { readonly assurance: Assurance; readonly members: number } }) {
  const { t } = useText();
  const { assurance, members } = of;
  const why = assurance === "operatorTrusted" ? t("levels.assurance.operatorTrusted.why") : undefined;
  return (
    <span title={why}>
      <State {...looks[assurance]}>{t(`levels.assurance.${assurance}`, { members })}</State>
    </span>
  );
}
