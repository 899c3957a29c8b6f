import { rosterEffect, type Standing } from "@mingbai/governance/schema/roster-effect";
import type { FundPair } from "@mingbai/levels/schema";
import { assuranceOf } from "@mingbai/levels/schema/assurance";
import type { TieView } from "@mingbai/levels/views";
import type { ReactNode } from "react";
import { useText } from "../../../i18n/use-text.ts";
import { Icon } from "../../../ui/icon.tsx";
import { AssuranceMark } from "../../levels/assurance-mark.tsx";
import { type ProposalFact, ProposalFacts } from "../proposal-facts.tsx";
import { RosterTable } from "../roster/roster-table.tsx";
import { useTieWords } from "../use-tie-words.ts";
import type { ReadRoster } from "./read-roster-file.ts";
import { fundPairs, fundRows, type TieDraft } from "./tie-draft.ts";
import type { ApprovedRoster } from "./use-approved-roster.ts";

interface Given {
  readonly draft: TieDraft;
  readonly tie: TieView | undefined;
  readonly approved: ApprovedRoster | undefined;
  /** The number of this ledger. */
  readonly own: string;
}

/** What the proposal would do, in words, before it is signed; nothing while it is not known whose ledger it is. */
export function TieSummary(given: Given) {
  const { t } = useText();
  const facts = useFacts()(given);
  const { draft, tie, approved } = given;
  if (facts.length === 0) return null;
  const { act, opened } = draft;
  return (
    <section aria-labelledby="tie-effect">
      <h2 id="tie-effect">{t("governance.roster.effect")}</h2>
      {act === "roster" && opened && approved && (
        <RosterTable
          effect={rosterEffect(approved.roster.members, opened.members)}
          caption={t("governance.tie.act.roster")}
          nameOf={(organisation) => organisation}
        />
      )}
      <ProposalFacts facts={facts} />
      {warningsOf(draft, tie).map((why) => (
        <p key={why} className="note warn">
          <Icon name="warn" />
          <span>{t(`governance.tie.warning.${why}`)}</span>
        </p>
      ))}
    </section>
  );
}

function useFacts(): (given: Given) => readonly ProposalFact[] {
  const { t } = useText();
  const { ledgerText, fundsText, keepersText } = useTieWords();
  const keptBy = ({ members, epoch }: ReadRoster): ReactNode => (
    <>
      {keepersText(members)}{" "}
      <AssuranceMark of={{ assurance: assuranceOf({ epoch, members }), members: members.length }} />
    </>
  );
  const needs = ({ needed, power }: Standing) => t("governance.tie.needed.of", { needed, power });
  const ledgerFact = (ledger: string): ProposalFact => [t("governance.tie.ledger"), ledgerText(ledger)];
  const fundsFact = (name: string, pairs: readonly FundPair[]): ProposalFact => [name, fundsText(pairs)];
  return ({ draft, tie, approved, own }) => {
    const { act, as, opened } = draft;
    const after = t("governance.tie.then");
    const pairs = fundPairs(fundRows(draft, tie)).filter(({ own, theirs }) => own > 0 && theirs > 0);
    if (act === "join") {
      if (opened === undefined) return [];
      return [
        ledgerFact(opened.ledger),
        [t("governance.tie.own"), ledgerText(own)],
        [t("governance.tie.compare"), t("governance.tie.compare.how")],
        [t("governance.tie.keepers"), keptBy(opened)],
        [t("governance.tie.needed"), needs(rosterEffect([], opened.members).after)],
        [after, t(`governance.tie.then.join.${as}`)],
        fundsFact(t("governance.tie.funds"), pairs),
        [t("governance.tie.there"), t(`governance.tie.there.${as}`)],
      ];
    }
    if (tie === undefined) return [];
    switch (act) {
      case "roster": {
        if (opened === undefined || approved === undefined) return [];
        const effect = rosterEffect(approved.roster.members, opened.members);
        const [before, next] = [needs(effect.before), needs(effect.after)];
        return [
          ledgerFact(tie.ledger),
          [t("governance.tie.keepers"), keptBy(opened)],
          [t("governance.tie.needed"), before === next ? next : `${before} → ${next}`],
          [t("governance.tie.signed"), t("governance.tie.signed.all")],
          [after, t("governance.tie.then.roster", { epoch: opened.epoch })],
          [t("governance.tie.else"), t("governance.tie.else.roster")],
        ];
      }
      case "funds":
        return [
          fundsFact(t("governance.tie.funds.added"), without(pairs, tie.funds)),
          fundsFact(t("governance.tie.funds.removed"), without(tie.funds, pairs)),
          [after, t("governance.tie.then.funds")],
        ];
      case "close":
        return [
          ledgerFact(tie.ledger),
          [after, t("governance.tie.then.close")],
          [
            t("levels.underWay"),
            t(tie.underWay === 0 ? "governance.tie.none" : `governance.tie.underWay.${tie.as}`, {
              count: tie.underWay,
            }),
          ],
          [t("governance.tie.forEver"), t("governance.tie.forEver.how")],
        ];
    }
  };
}

function warningsOf({ act, as, opened }: TieDraft, tie: TieView | undefined) {
  const isFrozen = tie?.state === "frozen" && act !== "close";
  const isAlone = opened !== undefined && opened.members.length === 1;
  return [
    ...(isFrozen ? (["frozen"] as const) : []),
    ...(isAlone ? (["alone"] as const) : []),
    ...(act === "join" && as === "parent" ? (["mints"] as const) : []),
  ];
}

function without(pairs: readonly FundPair[], others: readonly FundPair[]): readonly FundPair[] {
  return pairs.filter(({ own, theirs }) => !others.some((other) => other.own === own && other.theirs === theirs));
}
