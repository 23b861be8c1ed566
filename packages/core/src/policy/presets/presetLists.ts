import type { WrittenPolicy } from "../policyToDocument.ts";
import type { PresetName } from "./presetFigures.ts";

type Lists = Pick<WrittenPolicy, "universe" | "liquidity"> & {
  readonly protocols: WrittenPolicy["caps"]["protocols"];
};

type Shares = readonly [min: string, target: string, max: string];

function band(position: string, [min, target, max]: Shares): WrittenPolicy["universe"][number] {
  return { position, min, target, max };
}

function lists(of: {
  readonly weETH: Shares;
  readonly idle: Shares;
  readonly wstETH: Shares;
  readonly caps: readonly [etherfi: string, lido: string];
  readonly liquidity: Lists["liquidity"];
}): Lists {
  return {
    universe: [band("etherfi:weETH", of.weETH), band("idle:WETH", of.idle), band("lido:wstETH", of.wstETH)],
    protocols: [
      { venue: "etherfi", max: of.caps[0] },
      { venue: "lido", max: of.caps[1] },
    ],
    liquidity: of.liquidity,
  };
}

/** Positions, caps and ladder of each preset. An operator's cap is none of them: nobody can choose an operator for another. */
export const presetLists: Readonly<Record<PresetName, Lists>> = {
  conservative: lists({
    weETH: ["0%", "15%", "25%"],
    idle: ["10%", "25%", "100%"],
    wstETH: ["0%", "60%", "70%"],
    caps: ["25%", "70%"],
    liquidity: [
      { share: "15%", within: "1h" },
      { share: "50%", within: "14d" },
    ],
  }),
  balanced: lists({
    weETH: ["0%", "35%", "50%"],
    idle: ["5%", "10%", "100%"],
    wstETH: ["0%", "55%", "70%"],
    caps: ["50%", "70%"],
    liquidity: [
      { share: "10%", within: "1h" },
      { share: "30%", within: "14d" },
    ],
  }),
  active: lists({
    weETH: ["0%", "50%", "80%"],
    idle: ["2%", "5%", "100%"],
    wstETH: ["0%", "45%", "80%"],
    caps: ["80%", "80%"],
    liquidity: [
      { share: "5%", within: "1h" },
      { share: "20%", within: "14d" },
    ],
  }),
};

/** Why the lists stand as they do, by path. */
export const presetListReasons: Readonly<Record<string, string>> = {
  universe:
    "No minimum but for idle money: nothing is entered because it must be. Idle money may be all there is, so that every exit has somewhere to go.",
  "caps.protocols":
    "What one protocol's failure may take: three quarters, half or a fifth of the account is elsewhere.",
  liquidity:
    "What the treasury may have to pay at once, and within the two weeks that a protocol's own queue takes on a bad day.",
  "guards.staleOracle.feeds":
    "The feeds of what may be held: nothing is entered on a price that has stopped.",
};
