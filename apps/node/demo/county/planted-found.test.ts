import { checkFile } from "@mingbai/registry/content/check/check-file";
import { compareHousehold } from "@mingbai/registry/content/compare/compare-household";
import { compileRules } from "@mingbai/registry/content/compare/compile-rules";
import { countyContradictions } from "@mingbai/registry/content/compare/county/county-rules";
import { findUnregistered } from "@mingbai/registry/content/compare/find-unregistered";
import { indexHouseholds } from "@mingbai/registry/content/compare/household-index";
import { indexFacts } from "@mingbai/registry/content/facts/fact-index";
import { countyForm } from "@mingbai/registry/content/form/county/county-form";
import { describe, expect, it } from "vitest";
import { depositLineFen, monitoringLineFen } from "./lines.ts";
import { makeCounty } from "./make-county.ts";
import { type FaultKind, isDecoy } from "./planted/kinds.ts";

/** Which rule of the county's comparison, or which check of a single file, finds which kind. */
const foundBy: readonly (readonly [kind: FaultKind, by: string])[] = [
  ["hasCompany", "company"],
  ["hasCar", "car"],
  ["secondHome", "secondHome"],
  ["publicSalary", "publicSalary"],
  ["depositAboveLine", "deposit"],
  ["wagesHidden", "wages"],
  ["deceased", "deceased"],
  ["deadStillPaid", "helpAfterDeath"],
  ["countedTwice", "countedTwice"],
  ["sharedAccount", "sharedAccount"],
  ["inAnotherCounty", "elsewhere"],
  ["shouldBeMonitored", "poorUnhelped"],
  ["houseGradeD", "unsafeHouse"],
  ["causeWithoutMeasure", "causeUnanswered"],
  ["wrongCheckDigit", "CHECK_DIGIT"],
  ["bornWrong", "IDENTITY_BIRTH"],
  ["twoHeads", "oneHead"],
  ["noHead", "oneHead"],
  ["missingCause", "monitoredCause"],
  ["rentedMoreThanLand", "rentedLand"],
];

const county = makeCounty({ seed: 7, households: 2_000 });
const desk = deskOf();

describe("what is planted in a county", () => {
  it("is planted by the lines that the county's rules begin with", () => {
    const numberOf = (id: string) => countyContradictions.parameters.find((one) => one.id === id)?.value;
    expect([numberOf("depositLine"), numberOf("incomeLine")]).toEqual([depositLineFen, monitoringLineFen]);
  });

  it("is found by the county's own rules, and nothing is found where nothing is planted", () => {
    const found = new Map<string, readonly string[]>();
    for (const file of county.households) {
      const rules = compareHousehold({ ...desk, file }).reasons.map(({ rule }) => rule);
      const faults = checkFile(countyForm, file, { day: county.day });
      const checks = faults.map(({ fault, values }) => String(values.rule ?? fault));
      found.set(file.household, [...rules, ...checks]);
      if (!file.planted.some(({ kind }) => !isDecoy(kind)))
        expect([file.number, rules, checks]).toEqual([file.number, [], []]);
    }
    const planted = county.planted();
    for (const [kind, by] of foundBy) {
      const households = planted[kind].faults.flatMap((fault) => fault.households.slice(-1));
      const missed = households.filter((household) => found.get(household)?.includes(by) !== true);
      expect([kind, missed]).toEqual([kind, []]);
    }
  });

  it("is found too where people have no file", () => {
    const groups = findUnregistered(desk).map(({ people }) =>
      people.map(({ identityNumber }) => identityNumber).sort(),
    );
    const planted = county.planted().shouldBeRegistered.faults.map(({ about }) => [...about].sort());
    expect(groups.sort()).toEqual(planted.sort());
  });
});

function deskOf() {
  const rules = compileRules(countyContradictions, countyForm);
  if ("fault" in rules) throw new Error(rules.en);
  return { rules, facts: indexFacts(county.facts()), index: indexHouseholds(county.households), day: county.day };
}
