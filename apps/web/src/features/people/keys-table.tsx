import type { KeyView } from "@mingbai/identity/views";
import { useText } from "../../i18n/use-text.ts";
import { countText } from "../../ui/format-money.ts";
import { Hash, hashText } from "../../ui/hash.tsx";
import type { IconName } from "../../ui/icon.tsx";
import { State, type Tone } from "../../ui/state.tsx";
import { TitledTable } from "../../ui/titled-table.tsx";
import { useFormat } from "../../ui/use-format.ts";
import { checkNumber } from "../devices/check-number.ts";
import type { PersonInHand } from "./person-in-hand.ts";
import type { PlannedAct } from "./sign-act.tsx";
import { usePeopleWords } from "./use-people-words.ts";

const looks: Readonly<Record<KeyView["standing"], { icon: IconName; tone: Tone }>> = {
  inForce: { icon: "tick", tone: "ok" },
  toCome: { icon: "clock", tone: "i2" },
  ended: { icon: "lock", tone: "i2" },
};

/**
 * The person's signing keys with what they call them and when each last signed; `plan` where the reader may revoke one,
 * `confirms` where they may say that they have seen a passkey. `keyInHand` is the one signed in with.
 */
export function KeysTable({
  person,
  plan,
  confirms = false,
  keyInHand,
}: {
  person: PersonInHand;
  plan?: (act: PlannedAct) => void;
  confirms?: boolean;
  keyInHand?: string;
}) {
  const { t } = useText();
  const { time } = useFormat();
  const { nameText } = usePeopleWords();
  const revoke = (keyId: string) =>
    plan?.({
      command: "identity.revokeKey",
      title: t("people.revoke.of", { key: hashText(keyId) }),
      sentence: t("people.sentence.revoke", { person: nameText(person), key: hashText(keyId) }),
      input: (untilHeight) => ({ keyId, untilHeight }),
    });
  const confirm = (key: KeyView) =>
    plan?.({
      command: "identity.confirmKey",
      title: t("people.confirmKey"),
      sentence: t("people.sentence.confirmKey", { person: nameText(person), check: checkNumber(key) }),
      input: () => ({ keyId: key.keyId }),
    });
  return (
    <TitledTable
      title={t("people.keys")}
      columns={[
        { head: t("people.code") },
        { head: t("people.scheme"), look: "wide" },
        { head: t("people.heights"), look: "wide" },
        { head: t("people.standing") },
        plan && { head: t("people.do") },
      ]}
    >
      {person.keys.map((key) => (
        <tr key={key.keyId}>
          <th scope="row">
            {key.name !== "" && <span className="dev-name">{key.name}</span>} <Hash hex={key.keyId} />
            {key.keyId === keyInHand && <span className="tag">{t("people.key.inHand")}</span>}
            <span className="narrow sm i2">
              {t(`people.scheme.${key.scheme}`)} · <Heights of={key} />
            </span>
            <span className="sm i3 last-use">
              {key.usedMs === null ? t("people.key.unused") : t("people.key.used", { time: time(key.usedMs) })}
            </span>
          </th>
          <td className="wide i2">{t(`people.scheme.${key.scheme}`)}</td>
          <td className="wide i2 num">
            <Heights of={key} />
          </td>
          <td>
            <State {...looks[key.standing]}>{t(`people.key.${key.standing}`)}</State>
            {waitsForWord(key) && (
              <p className="sm warn">
                {t("people.key.unconfirmed")} <span className="num nw">{checkNumber(key)}</span>
              </p>
            )}
          </td>
          {plan && (
            <td>
              <span className="row wrap">
                {confirms && waitsForWord(key) && (
                  <button type="button" className="btn s" onClick={() => confirm(key)}>
                    {t("people.confirmKey")}
                  </button>
                )}
                {key.untilHeight === null && (
                  <button
                    type="button"
                    className="btn s"
                    aria-label={t("people.revoke.of", { key: hashText(key.keyId) })}
                    onClick={() => revoke(key.keyId)}
                  >
                    {t("people.revoke")}
                  </button>
                )}
              </span>
            </td>
          )}
        </tr>
      ))}
    </TitledTable>
  );
}

function waitsForWord({ confirmed, standing }: KeyView): boolean {
  return !confirmed && standing !== "ended";
}

function Heights({ of: { fromHeight, untilHeight } }: { of: KeyView }) {
  const { t } = useText();
  const from = countText(fromHeight);
  if (untilHeight === null) return t("people.heights.from", { from });
  return t("people.heights.both", { from, until: countText(untilHeight - 1) });
}
