import { creditCharacters, creditCheckCharacter } from "@mingbai/national-codes/credit-code/credit-check-character";
import type { Dice } from "../draw/dice.ts";
import { type Draft, type Fields, yuan } from "../file/draft.ts";

const trades = ["建材商行", "农资有限公司", "餐饮管理有限公司", "运输有限公司", "劳务服务有限公司", "百货经营部"];

/** A company that somebody in the household has a part in, with a valid code (GB 32100) of the invented district. */
export function drawCompany(dice: Dice, { village }: Draft, state: "open" | "closed"): Fields {
  const name = village.zh.replace(/(村|社区)$/, "");
  return {
    company: `澜湾${name}${dice.pick(["兴", "恒", "顺", "丰"])}${dice.pick(["达", "源", "隆", "和"])}${dice.pick(trades)}`,
    creditCode: drawCreditCode(dice),
    role: dice.pick(["owner", "shareholder"]),
    state,
    capital: yuan(dice.between(5, 200) * 10_000),
  };
}

/** 91: a company at the market authority; 339901: the district; then nine characters of its own and the check character. */
function drawCreditCode(dice: Dice): string {
  let code = "91339901MA";
  while (code.length < 17) code += creditCharacters.charAt(dice.below(creditCharacters.length));
  return code + creditCheckCharacter(code);
}
