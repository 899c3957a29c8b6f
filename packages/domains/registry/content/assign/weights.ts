/**
 * How pairs of household and person are counted, in whole points. They are estimates of this program's authors, published so
 * that anyone can count again; the page shows them beside the proposal (docs/adr/0042-people-who-help.md).
 */
import type { Skill } from "@mingbai/posts/content/qualifications";

/** Points for a household's need: who has more comes first where places are few. At most `needMax`. */
export const needWeights = {
  /** Every household. */
  kept: 10,
  /** By the class of monitoring, codes of the form's options (国开发〔2020〕6 号). */
  monitored: { "1": 40, "2": 40, "3": 60 },
  /** By the main cause of poverty, codes of the form's options: illness and disability need somebody most often. */
  cause: { "01": 30, "02": 30, "03": 15, "04": 20 },
} as const;
export const needMax = 100;

/** Points for a pair. At most `fitMax`. */
export const fitWeights = {
  /** The person has a post in this very village; in an area around it. */
  village: 40,
  area: 15,
  /** They answer for the household already: nothing has to be handed over. */
  stays: 30,
  /** They speak the household's language, where that is not Mandarin alone. */
  language: 20,
  /** They can what the main cause asks for. */
  skill: 25,
} as const;
export const fitMax = 120;

/** Points that the last free place of a person counts less than their first: so that all have some room. */
export const fullerMax = 20;

/** Which skills help against which main cause, codes of the form's options (扶贫手册, 致贫原因); any of them counts. */
export const skillsForCause: { readonly [cause: string]: readonly Skill[] } = {
  "01": ["medicine"],
  "02": ["medicine"],
  "03": ["teaching"],
  "04": ["building", "agriculture"],
  "05": ["agriculture", "employment"],
  "06": ["building"],
  "07": ["agriculture", "teaching"],
  "08": ["employment"],
  "09": ["accounting", "trade"],
  "10": ["building"],
  "11": ["employment", "teaching"],
};
