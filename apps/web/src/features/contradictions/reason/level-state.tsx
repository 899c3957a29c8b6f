import type { Level } from "@mingbai/registry/content/compare/verdict";
import { useText } from "../../../i18n/use-text.ts";
import { State } from "../../../ui/state.tsx";
import { levelLooks } from "./level-words.ts";

/** A level by shape, word and colour. */
export function LevelState({ level }: { level: Level }) {
  const { t } = useText();
  return <State {...levelLooks[level]}>{t(`compare.level.${level}`)}</State>;
}
