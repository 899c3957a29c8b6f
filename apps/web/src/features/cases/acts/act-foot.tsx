import type { CaseFile } from "@mingbai/registry/views/cases";
import type { HouseholdFile } from "@mingbai/registry/views/household";
import { useState } from "react";
import { useText } from "../../../i18n/use-text.ts";
import { Icon } from "../../../ui/icon.tsx";
import { useKeys } from "../../../ui/use-keys.ts";
import { useCaseWords } from "../use-case-words.ts";
import { ActDrawer } from "./act-drawer.tsx";
import { caseActsOf } from "./case-acts.ts";

/** The bar at the foot: whose turn it is, and what the reader may do now. */
export function ActFoot({ found, file }: { found: CaseFile; file: HouseholdFile }) {
  const { t } = useText();
  const { turnText } = useCaseWords();
  const acts = caseActsOf(found, file.purpose === "own");
  const [verb, setVerb] = useState<(typeof acts)[number]["verb"]>();
  const open = acts.find((act) => act.verb === verb);
  const close = () => setVerb(undefined);
  useKeys(Object.fromEntries(acts.map((act) => [act.key, () => setVerb(act.verb)])));
  const turn = turnText(found);
  return (
    <div className="act-foot">
      <section className="act-bar" aria-label={t("cases.acts")}>
        <p className="sm i2 act-words">
          {found.isMine ? (
            <b className="br">{t("cases.turn.mine")}</b>
          ) : turn === "" ? (
            t("cases.over")
          ) : (
            t("cases.turnOf", { turn })
          )}
        </p>
        <span className="sp" />
        {acts.map(({ verb: name, key, icon, isMain }) => (
          <button
            key={name}
            type="button"
            className={isMain ? "btn p" : "btn"}
            aria-keyshortcuts={key.toUpperCase()}
            onClick={() => setVerb(name)}
          >
            <Icon name={icon} size={14} />
            {t(`cases.do.${name}`)} <kbd>{key.toUpperCase()}</kbd>
          </button>
        ))}
      </section>
      {open && (
        <ActDrawer title={t("cases.of", { head: found.head, number: found.number })} close={close}>
          <open.Form found={found} file={file} close={close} />
        </ActDrawer>
      )}
    </div>
  );
}
