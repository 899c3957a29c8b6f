import type { CanonicalObject } from "@mingbai/codec/canonical-json";
import type { ProposalRow } from "@mingbai/governance/views";
import { useState } from "react";
import { useText } from "../../i18n/use-text.ts";
import { useSession } from "../../session/use-session.ts";
import { Icon } from "../../ui/icon.tsx";
import { Signing } from "../../ui/signing.tsx";
import { useSettledAct } from "../matter/use-settled-act.ts";
import { countVotes } from "./proposal-state.tsx";
import { useChangeWords } from "./use-change-words.ts";

const acts = ["for", "against", "accept", "withdraw"] as const;
type Act = (typeof acts)[number];

function commandOf(act: Act, proposal: string): { name: string; input: CanonicalObject } {
  if (act === "accept" || act === "withdraw") return { name: `governance.${act}`, input: { proposal } };
  return { name: "governance.vote", input: { proposal, choice: act } };
}

/** What this person may do about the proposal: vote for their organisation or themselves, agree, take it back. */
export function ProposalActs({ row }: { row: ProposalRow }) {
  const { t } = useText();
  const session = useSession();
  const settle = useSettledAct();
  const { titleOf, organisationName } = useChangeWords();
  const [act, setAct] = useState<Act>();
  const [isDone, setDone] = useState(false);
  const { may } = row;
  const open: Readonly<Record<Act, boolean>> = {
    for: may.voteFor !== null,
    against: may.voteFor !== null,
    accept: may.accept,
    withdraw: may.withdraw,
  };
  const isOwnVote = may.voteFor !== null && may.voteFor === session?.account;
  const voter = isOwnVote
    ? (session.name ?? session.account)
    : organisationName(may.voteFor ?? session?.organisation ?? "");
  const sign = async () => {
    if (act === undefined) return;
    const { name, input } = commandOf(act, row.id);
    await settle(name, input);
    setAct(undefined);
    setDone(true);
  };
  return (
    <>
      {isDone && (
        <div className="note ok" role="status">
          <Icon name="tick" />
          <b>{t("governance.done")}</b>
        </div>
      )}
      {acts.some((name) => open[name]) && (
        <div className="row wrap acts-bar">
          {acts
            .filter((name) => open[name])
            .map((name) => (
              <button
                key={name}
                type="button"
                className={name === "for" || name === "accept" ? "btn p" : "btn"}
                onClick={() => setAct(name)}
              >
                {t(`governance.act.${name}`)}
              </button>
            ))}
        </div>
      )}
      {act && (
        <Signing
          title={t(`governance.act.${act}`)}
          sentence={t(`governance.sign.${act}`, { title: titleOf(row.change), voter })}
          totals={[
            {
              label: t("governance.votes"),
              value: t("governance.votes.count", { ...countVotes(row), needed: row.needed }),
            },
          ]}
          verb={t("governance.sign.verb")}
          sign={sign}
          close={() => setAct(undefined)}
        />
      )}
    </>
  );
}
