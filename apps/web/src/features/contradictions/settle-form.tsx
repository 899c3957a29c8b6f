import { canonicalBytes } from "@mingbai/codec/canonical-json";
import type { SettlementKind } from "@mingbai/registry/content/compare/settlement";
import type { SettlementText } from "@mingbai/registry/content/texts/settlement-text";
import type { HouseholdFile } from "@mingbai/registry/views";
import type { ShownReason } from "@mingbai/registry/views/comparison";
import { keepParts, newSalt } from "@mingbai/sdk/contents";
import { useId, useState } from "react";
import { nodeClient } from "../../api/node-client.ts";
import { useText } from "../../i18n/use-text.ts";
import { ActForm } from "../people/form-parts.tsx";
import type { PlannedAct } from "../people/sign-act.tsx";

const wordsCharsMax = 500;

/** How a reason was dealt with, in words: sealed with the household's file, and an act on record. */
export function SettleForm({
  file,
  reason,
  title,
  kind,
  close,
}: {
  file: HouseholdFile;
  reason: ShownReason;
  /** The rule's. */
  title: string;
  kind: SettlementKind;
  close(): void;
}) {
  const { t } = useText();
  const [words, setWords] = useState("");
  const id = useId();
  const plan = (): PlannedAct | string => {
    const said = words.trim();
    if (said === "") return t("settle.missing");
    let content = "";
    return {
      command: "registry.settleReason",
      title: t(`settle.${kind}`),
      sentence: t("settle.sentence", { head: file.head, rule: title, kind: t(`settle.${kind}`) }),
      async before() {
        [content = ""] = await keepSettlement(file.household, textOf(reason, said));
      },
      input: () => ({ household: file.household, kind, content }),
    };
  };
  return (
    <ActForm title={t(`settle.${kind}`)} plan={plan} close={close}>
      <div>
        <label className="label" htmlFor={id}>
          {t(`settle.${kind}.words`)}
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
        <p className="sm i2">{t("settle.kept")}</p>
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
