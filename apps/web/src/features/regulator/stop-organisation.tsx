import { settingsView } from "@mingbai/governance/views";
import { useState } from "react";
import { Link } from "react-router";
import { useView } from "../../api/use-view.ts";
import { useText } from "../../i18n/use-text.ts";
import { useSession } from "../../session/use-session.ts";
import { Icon } from "../../ui/icon.tsx";
import { State } from "../../ui/state.tsx";
import { useFormat } from "../../ui/use-format.ts";
import { FreezeSigning } from "./freeze-signing.tsx";
import { mayFreeze } from "./who-may.ts";

const everyMs = 15_000;

/** That a regulator has stopped this organisation, and the regulator's way to do so and to end it. */
export function StopOrganisation({ organisation, name }: { organisation: string; name: string }) {
  const { t } = useText();
  const { time } = useFormat();
  const session = useSession();
  const [isOpen, setOpen] = useState(false);
  const [done, setDone] = useState("");
  const { data } = useView(settingsView, {}, { everyMs });
  const stop = data?.frozen.find(
    ({ target }) => target.kind === "organisation" && target.organisation === organisation,
  );
  const may = mayFreeze(session?.roles) && session?.organisation !== organisation && data !== undefined;
  // What members have confirmed only they lift.
  const mayEnd = stop === undefined || stop.untilMs !== null;
  const verb = stop === undefined ? "freeze" : "unfreeze";
  return (
    <>
      {done !== "" && (
        <div className="note ok" role="status">
          <Icon name="tick" />
          <b>{done}</b>
        </div>
      )}
      {stop && (
        <p className="row wrap">
          <State icon="pause" tone="bad">
            {t("regulator.stopped")}
          </State>
          <span className="sm i2">
            {t("regulator.since", { time: time(stop.placed.timeMs) })} · {t(`regulator.reason.${stop.reason}`)}
          </span>
          <Link to={`/governance/${stop.proposal}`}>{t("regulator.stopped.vote")}</Link>
        </p>
      )}
      {may && mayEnd && !isOpen && (
        <p>
          <button type="button" className="btn" onClick={() => setOpen(true)}>
            {t(`regulator.${verb}.ofOrganisation`)}
          </button>
        </p>
      )}
      {isOpen && (
        <FreezeSigning
          target={{ kind: "organisation", organisation }}
          name={name}
          isFrozen={stop !== undefined}
          close={() => setOpen(false)}
          done={(words) => {
            setOpen(false);
            setDone(words);
          }}
        />
      )}
    </>
  );
}
