import type { FreezeRow } from "@mingbai/treasury/views/freezes";
import { useText } from "../../i18n/use-text.ts";
import { Signing } from "../../ui/signing.tsx";
import { useSettledAct } from "../matter/use-settled-act.ts";
import { useTargetWords } from "./use-target-words.ts";

/** The signature under a freeze, or under the end of one; `done` is called with what then is so. */
export function FreezeSigning({ row, close, done }: { row: FreezeRow; close(): void; done(words: string): void }) {
  const { t } = useText();
  const settle = useSettledAct();
  const target = useTargetWords().nameOf(row);
  const verb = row.frozen === null ? "freeze" : "unfreeze";
  const sign = async () => {
    await settle(`treasury.${verb}`, { target: row.target });
    done(t(`regulator.${verb}.done`, { target }));
  };
  return (
    <Signing
      title={t(`regulator.${verb}`)}
      sentence={t(`regulator.${verb}.sentence`, { target })}
      verb={t(`regulator.${verb}.sign`)}
      sign={sign}
      close={close}
    />
  );
}
