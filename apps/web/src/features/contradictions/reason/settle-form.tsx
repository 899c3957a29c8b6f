import { canonicalBytes } from "@mingbai/codec/canonical-json";
import type { SettlementKind } from "@mingbai/registry/content/compare/settlement";
import type { SettlementText } from "@mingbai/registry/content/texts/settlement-text";
import type { HouseholdFile } from "@mingbai/registry/views/household";
import type { ShownReason } from "@mingbai/registry/views/household-verdict";
import { keepParts, newSalt } from "@mingbai/sdk/contents";
import { useId, useState } from "react";
import { nodeClient } from "../../../api/node-client.ts";
import { useText } from "../../../i18n/use-text.ts";
import { ActForm } from "../../people/form-parts.tsx";
import type { PlannedAct } from "../../people/sign-act.tsx";
import { ruleTitle } from "./level-words.ts";

const wordsCharsMax = 500;

/** How a reason was dealt with, or what the household itself says: words sealed with its file, and an act on record. */
export function SettleForm({
  file,
  reason,
  as,
  close,
}: {
  file: HouseholdFile;
  reason: ShownReason;
  /** `own`: the household answers. */
  as: SettlementKind | "own";
  close(): void;
}) {
  const { t, language } = useText();
  const [words, setWords] = useState("");
  const id = useId();
  const isOwn = as === "own";
  const rule = ruleTitle(reason.rule, language);
  const plan = (): PlannedAct | string => {
    const said = words.trim();
    if (said === "") return t("settle.missing");
    let content = "";
    return {
      command: "registry.settleReason",
      title: t(`settle.${as}`),
      sentence: isOwn
        ? t("settle.own.sentence", { rule })
        : t("settle.sentence", { head: file.head, rule, kind: t(`settle.${as}`) }),
      async before() {
        [content = ""] = await keepSettlement(file.household, textOf(reason, said));
      },
      input: () => ({ household: file.household, kind: isOwn ? "answered" : as, content }),
    };
  };
  return (
    <ActForm title={t(`settle.${as}`)} plan={plan} close={close}>
      <div>
        <label className="label" htmlFor={id}>
          {t(`settle.${as}.words`)}
        </label>
        <textarea
          id={id}
          className="field"
          rows={3}
          maxLength={wordsCharsMax}
          value={words}
          // The button that was pressed asked for this field.
          ref={(field) => (words === "" ? field?.focus() : undefined)}
          onChange={({ target }) => setWords(target.value)}
        />
        <p className="sm i2">{t(isOwn ? "settle.own.kept" : "settle.kept")}</p>
      </div>
    </ActForm>
  );
}

function textOf({ rule, person, digest }: ShownReason, words: string): SettlementText {
  const about = person === null ? undefined : (person.person ?? person.name);
  return { kind: "settlement", rule, digest, words, ...(about !== undefined && about !== "" && { person: about }) };
}

/** Has the node keep the words sealed with the household's key, before the act that carries their commitment is signed. */
function keepSettlement(household: string, text: SettlementText): Promise<readonly string[]> {
  const bytes = canonicalBytes(JSON.parse(JSON.stringify(text)));
  return keepParts(nodeClient, [{ subject: household, salt: newSalt(), bytes }]);
}
