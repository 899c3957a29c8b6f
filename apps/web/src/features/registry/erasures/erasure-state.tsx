import type { ErasureLine, ErasureState } from "@mingbai/registry/views/erasures";
import { useText } from "../../../i18n/use-text.ts";
import type { IconName } from "../../../ui/icon.tsx";
import { State, type Tone } from "../../../ui/state.tsx";

const looks = {
  open: { icon: "half", tone: "br" },
  declined: { icon: "cross", tone: "i2" },
  owed: { icon: "clock", tone: "warn" },
  complete: { icon: "tick", tone: "ok" },
} as const satisfies Readonly<Record<ErasureState, { icon: IconName; tone: Tone }>>;

/** Where an erasure stands, and of those that vaults still owe, how many have erased. */
export function ErasureStateMark({ row: { state, vaults } }: { row: Pick<ErasureLine, "state" | "vaults"> }) {
  const { t } = useText();
  const said = vaults.filter((vault) => vault.said !== null).length;
  return <State {...looks[state]}>{t(`erasures.state.${state}`, { said, count: vaults.length })}</State>;
}
