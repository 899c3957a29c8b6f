import { defineTexts } from "../../../i18n/define-texts.ts";

export const importCompareTexts = defineTexts({
  zh: {
    "import.plan": "和户册比对",
    "import.plan.again": "重新比对",
    "import.plan.now": "现在可以导入",
    "import.plan.figure_other": "{{count, number}} 户",
    "import.plan.new": "新建",
    "import.plan.change": "更改",
    "import.plan.same": "和户册一样",
    "import.plan.queued": "等您定",
    "import.plan.faults": "有误，先不导入",
    "import.plan.noPlace": "没有选放在哪个村",
  },
  en: {
    "import.plan": "Compare with the files",
    "import.plan.again": "Compare again",
    "import.plan.now": "Can be imported now",
    "import.plan.figure_one": "{{count, number}} household",
    "import.plan.figure_other": "{{count, number}} households",
    "import.plan.new": "New",
    "import.plan.change": "Changed",
    "import.plan.same": "As the files have them",
    "import.plan.queued": "Wait for you",
    "import.plan.faults": "With errors, held back",
    "import.plan.noPlace": "Without a village to lie in",
  },
});
