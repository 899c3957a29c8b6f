import { diceOf } from "../draw/dice.ts";
import { purposes } from "../draw/purposes.ts";

export interface VillageName {
  readonly zh: string;
  readonly en: string;
  /** Its part of an area's id. */
  readonly area: string;
  /** Initials in capitals: 云岭 is YL. */
  readonly initials: string;
}

type Syllable = readonly [zh: string, pinyin: string];

const firsts =
  "云yun 东dong 西xi 南nan 北bei 上shang 下xia 前qian 后hou 大da 小xiao 长chang 高gao 新xin 老lao 石shi 竹zhu 松song 柏bai 枫feng 梅mei 桃tao 李li 杏xing 柳liu 槐huai 樟zhang 荷he 莲lian 兰lan 菊ju 茶cha 稻dao 麦mai 白bai 黄huang 青qing 红hong 金jin 银yin 龙long 凤feng 鹤he 燕yan 马ma 牛niu 羊yang 双shuang 三san 五wu 七qi 九jiu 平ping 安an 乐le 福fu 清qing 明ming 远yuan 秀xiu";
const seconds =
  "岭ling 溪xi 湾wan 塘tang 坪ping 冲chong 坝ba 洼wa 埠bu 桥qiao 渡du 坡po 源yuan 泉quan 坞wu 坑keng 墩dun 垟yang";

/** Villages that the demo and its pictures already speak of, by their township. */
const known: Readonly<Record<string, readonly VillageName[]>> = {
  qingshi: [
    { zh: "东溪社区", en: "Dongxi Community", area: "dongxi", initials: "DX" },
    { zh: "柳湾村", en: "Liuwan Village", area: "liuwan", initials: "LW" },
  ],
  fengxi: [{ zh: "云岭村", en: "Yunling Village", area: "yunling", initials: "YL" }],
};

/** Nobody calls a village after the springs of the underworld. */
const neverGiven = ["huangquan"];

/** Names of `count` villages for each township in turn, none of them twice. They are the same for every seed. */
export function villageNames(townshipAreas: readonly string[], count: number): VillageName[][] {
  const dice = diceOf(0, 0, purposes.order);
  const spoken = Object.values(known).flatMap((names) => names.map(({ area }) => area));
  const taken = new Set([...neverGiven, ...spoken]);
  const [heads, tails] = [syllables(firsts), syllables(seconds)];
  return townshipAreas.map((township) => {
    const names = [...(known[township] ?? [])].slice(0, count);
    while (names.length < count) {
      const name = joined(dice.pick(heads), dice.pick(tails));
      if (taken.has(name.area)) continue;
      taken.add(name.area);
      names.push(name);
    }
    return names;
  });
}

function syllables(text: string): Syllable[] {
  return text.split(" ").map((part) => [part.slice(0, 1), part.slice(1)]);
}

function joined([headZh, head]: Syllable, [tailZh, tail]: Syllable): VillageName {
  const area = `${head}${tail}`;
  return {
    zh: `${headZh}${tailZh}村`,
    en: `${area.charAt(0).toUpperCase()}${area.slice(1)} Village`,
    area,
    initials: `${head.charAt(0)}${tail.charAt(0)}`.toUpperCase(),
  };
}
