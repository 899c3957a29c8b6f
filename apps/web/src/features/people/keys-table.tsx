import type { KeyView } from "@mingbai/identity/views";
import { useText } from "../../i18n/use-text.ts";
import { countText } from "../../ui/format-money.ts";
import { Hash, hashText } from "../../ui/hash.tsx";
import type { IconName } from "../../ui/icon.tsx";
import { State, type Tone } from "../../ui/state.tsx";
import type { PersonInHand } from "./person-in-hand.ts";
import type { PlannedAct } from "./sign-act.tsx";
import { usePeopleWords } from "./use-people-words.ts";

const looks: Readonly<Record<KeyView["standing"], { icon: IconName; tone: Tone }>> = {
  inForce: { icon: "tick", tone: "ok" },
  toCome: { icon: "clock", tone: "i2" },
  ended: { icon: "lock", tone: "i2" },
};

/** The person's signing keys; `plan` where the reader may revoke one. */
export function KeysTable({ person, plan }: { person: PersonInHand; plan?: (act: PlannedAct) => void }) {
  const { t } = useText();
  const { nameText } = usePeopleWords();
  const revoke = (keyId: string) =>
    plan?.({
      command: "identity.revokeKey",
      title: t("people.revoke.of", { key: hashText(keyId) }),
      sentence: t("people.sentence.revoke", { person: nameText(person), key: hashText(keyId) }),
      input: (untilHeight) => ({ keyId, untilHeight }),
    });
  return (
    <section aria-labelledby="keys-title">
      <h2 id="keys-title">{t("people.keys")}</h2>
      <table className="tbl" aria-labelledby="keys-title">
        <thead>
          <tr>
            <th scope="col">{t("people.code")}</th>
            <th scope="col" className="wide">
              {t("people.scheme")}
            </th>
            <th scope="col" className="wide">
              {t("people.heights")}
            </th>
            <th scope="col">{t("people.standing")}</th>
            {plan && <th scope="col">{t("people.do")}</th>}
          </tr>
        </thead>
        <tbody>
          {person.keys.map((key) => (
            <tr key={key.keyId}>
              <th scope="row">
                <Hash hex={key.keyId} />
                <span className="narrow sm i2">
                  {t(`people.scheme.${key.scheme}`)} · <Heights of={key} />
                </span>
              </th>
              <td className="wide i2">{t(`people.scheme.${key.scheme}`)}</td>
              <td className="wide i2 num">
                <Heights of={key} />
              </td>
              <td>
                <State {...looks[key.standing]}>{t(`people.key.${key.standing}`)}</State>
              </td>
              {plan && (
                <td>
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
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Heights({ of: { fromHeight, untilHeight } }: { of: KeyView }) {
  const { t } = useText();
  const from = countText(fromHeight);
  if (untilHeight === null) return t("people.heights.from", { from });
  return t("people.heights.both", { from, until: countText(untilHeight - 1) });
}
