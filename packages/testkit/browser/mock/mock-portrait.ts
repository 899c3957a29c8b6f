import type { VillageCell } from "@mingbai/registry/views/village";
import { mockFile, mockHouseholdId } from "./mock-household.ts";
import { accountOf, mockNowMs } from "./mock-matters.ts";

/** An invented village in numbers. Never shipped. */

const heads = ["何树生", "卢明远", "孟桂兰", "傅长青"];
const cellCount = 64;

const cells: readonly VillageCell[] = Array.from({ length: cellCount }, (_, at) => ({
  household: at === 0 ? mockHouseholdId : accountOf(`household ${at}`),
  number: at === 0 ? "YL-03-0127" : `YL-0${1 + Math.floor(at / 22)}-${String(at).padStart(4, "0")}`,
  head: heads[at % heads.length] ?? "",
  team: `${1 + Math.floor(at / 22)} 组`,
  people: 1 + (at % 5),
  level: at === 63 ? null : at % 16 === 0 ? "red" : at % 9 === 0 ? "yellow" : "green",
  monitored: at % 8 === 0 ? "3" : "",
}));
const placesOf = (holds: (at: number) => boolean) => cells.flatMap((_, at) => (holds(at) ? [at] : []));
const all = placesOf(() => true);
const monitored = placesOf((at) => at % 8 === 0);
const rest = placesOf((at) => at % 8 !== 0);
const measure = {
  people: 190,
  poor: 24,
  headcount: { part: 24, whole: 190 },
  intensity: { part: 3, whole: 8 },
  adjusted: { part: 9, whole: 190 },
};
const outcomes = (one: number, other: number) => [
  { outcome: "monitored", count: one },
  { outcome: "other", count: other },
];
const treeOf = (withPlaces: boolean) => ({
  at: withPlaces ? all : [],
  outcomes: outcomes(monitored.length, rest.length),
  split: {
    indicator: "severelyIll",
    yes: { at: withPlaces ? monitored : [], outcomes: outcomes(monitored.length, 0), split: null },
    no: { at: withPlaces ? rest : [], outcomes: outcomes(0, rest.length), split: null },
  },
});
const bands = [
  { id: "below", at: placesOf((at) => at % 16 === 0) },
  { id: "near", at: placesOf((at) => at % 16 === 8) },
  { id: "middle", at: placesOf((at) => at % 2 === 1) },
  { id: "above", at: placesOf((at) => at % 8 === 2) },
  { id: "unknown", at: placesOf((at) => at % 8 === 4) },
];

export const mockPortrait = {
  village: String(mockFile.values.village),
  area: mockFile.area,
  incomeLine: 870_000,
  cells,
  office: {
    people: 190,
    villageClass: { id: "focus", because: [{ share: "monitored", value: { part: 8, whole: 64 }, atLeast: 500 }] },
    monitored: [{ id: "3", at: monitored }],
    causes: [
      { cause: "01", at: monitored, mainAt: monitored.slice(0, 5) },
      { cause: "02", at: monitored.slice(5), mainAt: monitored.slice(5) },
    ],
    pairs: [{ first: "01", second: "02", at: monitored.slice(5) }],
    income: bands,
    poverty: {
      ...measure,
      at: monitored,
      lacks: ["schooling", "medical", "house", "water"].map((id, at) => ({
        id,
        people: { part: at * 6, whole: 190 },
        at: monitored.slice(0, at),
      })),
      unknown: placesOf((at) => at === 7),
    },
    tree: treeOf(true),
  },
  outside: {
    households: cellCount,
    monitored: [{ id: "3", count: 8 }],
    income: bands.map(({ id, at }) => ({ id, count: at.length < 5 ? "HIDDEN" : at.length })),
    causes: [
      { id: "01", count: 8 },
      { id: "02", count: "HIDDEN" },
    ],
    poverty: measure,
    tree: treeOf(false),
  },
  readAt: { height: 3_000, timeMs: mockNowMs },
};
