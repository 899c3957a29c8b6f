import { identityCheckDigit } from "@mingbai/national-codes/identity-number/identity-check-digit";
import type { Values } from "@mingbai/registry/content/file/value";

/** A household of the village whose story the demo tells by a case, the head first. */
export interface Neighbour {
  readonly id: string;
  readonly values: Values;
  readonly people: readonly Values[];
}

/** Who somebody is: name, relation to the head, day of birth, and a serial number whose last digit says the sex. */
type Person = readonly [name: string, relation: string, birth: string, order: string];

const common: Values = {
  village: "339901105201",
  team: "3 组",
  registeredOn: "2019-03-18",
  houseStructure: "brick",
  houseGrade: "B",
  water: "piped",
  waterSafe: true,
  toilet: "flush",
  power: true,
  road: true,
  incomeFrom: "2025-10-01",
  incomeTo: "2026-09-30",
};

function neighbour(id: string, number: string, values: Values, people: readonly Person[]): Neighbour {
  const address = `枫溪镇云岭村 3 组 ${Number(number.slice(-2))} 号`;
  return { id, values: { ...common, number, address, ...values }, people: people.map(personOf) };
}

/** The region in the number is one that no list of the invented county has. */
function personOf([name, relation, birth, order]: Person): Values {
  const digits = `339909${birth.replaceAll("-", "")}${order}`;
  const sex = Number(order) % 2 === 1 ? "1" : "2";
  const identityNumber = digits + identityCheckDigit(digits);
  const common = { nation: "汉族", medicalInsurance: "resident", pension: "resident", atSchool: "no" };
  return { name, relation, identityNumber, sex, birth, ...common };
}

/** Nobody here is real. `fang` and `xie` have people of the demo with keys of their own in them. */
export const neighbours = {
  fang: neighbour(
    "fang-family",
    "YL-03-0131",
    { incomeFarming: 640_000, incomePension: 310_000, spentMedical: 420_000 },
    [
      ["方有田", "01", "1961-04-02", "031"],
      ["谷雨", "10", "1963-11-19", "044"],
    ],
  ),
  xie: neighbour(
    "xie-family",
    "YL-03-0132",
    { incomeWages: 1_150_000, incomeFarming: 260_000, spentMedical: 380_000 },
    [
      ["谢小满", "01", "1979-05-21", "026"],
      ["谢知秋", "30", "2008-09-03", "062"],
    ],
  ),
  lin: neighbour("lin-family", "YL-03-0133", { incomeFarming: 420_000, incomePension: 180_000 }, [
    ["林桂生", "01", "1955-02-14", "017"],
  ]),
  mo: neighbour("mo-family", "YL-03-0134", { incomeWages: 980_000, incomeFarming: 150_000, cause: "08" }, [
    ["莫春兰", "01", "1984-07-30", "048"],
    ["莫小川", "20", "2013-01-12", "013"],
  ]),
  qin: neighbour(
    "qin-family",
    "YL-03-0135",
    { incomeFarming: 730_000, incomePension: 366_000, spentMedical: 510_000 },
    [
      ["秦望山", "01", "1958-10-08", "035"],
      ["秦秀英", "10", "1960-03-25", "068"],
    ],
  ),
  tao: neighbour("tao-family", "YL-03-0136", { incomeFarming: 350_000, incomePension: 150_000 }, [
    ["陶石根", "01", "1953-12-01", "019"],
  ]),
  bai: neighbour(
    "bai-family",
    "YL-03-0137",
    { incomeFarming: 500_000, incomePension: 366_000, spentMedical: 290_000 },
    [
      ["白长庚", "01", "1957-06-17", "033"],
      ["白素梅", "10", "1959-09-09", "046"],
    ],
  ),
  ji: neighbour(
    "ji-family",
    "YL-03-0138",
    { incomeWages: 5_200_000, incomeFarming: 480_000, monitored: "2", monitoredOn: "2025-03-10", cause: "03" },
    [
      ["纪明德", "01", "1976-01-05", "037"],
      ["纪红英", "10", "1978-08-28", "040"],
      ["纪小禾", "30", "2009-04-16", "022"],
    ],
  ),
} as const satisfies Readonly<Record<string, Neighbour>>;
