import { type Deed, deed } from "./deed.ts";
import { STEPS } from "./steps/steps.ts";
import { WHOLE } from "./whole.ts";

const WAD = 10n ** 18n;
const ALL = 2n ** 64n - 1n;
const HALF = WHOLE / 2n;
/** The last block of EigenLayer's window is 20 after the request's. */
const WINDOW = 20n;

const told = (steps: Readonly<Record<string, Deed["step"]>>): readonly Deed[] =>
  Object.entries(steps).map(([says, step]) => deed(says, step));

/** Lives that are lived every time, so that nothing that matters is left to chance. Between them they have every step. */
export const notableLives: Readonly<Record<string, readonly Deed[]>> = {
  "stake that is slashed while it waits in the queue, and comes back as shares": told({
    "queue a part": STEPS.queueAtEigenlayer(HALF),
    "wait to the last block but one of its window": STEPS.wait(WINDOW - 1n),
    "a slash in the last": STEPS.slash({ operator: "A", wad: (WAD * 373n) / 1_000n }),
    "a slash after it": STEPS.slash({ operator: "A", wad: WAD / 7n }),
    "the slashed shares leave": STEPS.burnSlashed(),
    "claim as tokens": STEPS.claim(ALL),
    "restake it": STEPS.restake(HALF),
    "be put out": STEPS.undelegate("operator"),
    "delegate to the other": STEPS.delegate("B"),
    "a slash of the one that was left": STEPS.slash({ operator: "A", wad: WAD / 3n }),
    "a slash of the other": STEPS.slash({ operator: "B", wad: WAD / 2n }),
    "the window ends": STEPS.wait(WINDOW),
    "come back as shares": STEPS.completeAsShares(ALL),
    "both protocols earn": STEPS.grow({ aprBps: 400n, seconds: 2_000_000n }),
    "go back to the first": STEPS.delegate("A"),
  }),
  "stake that is slashed to nothing": told({
    "queue a part": STEPS.queueAtEigenlayer(HALF),
    "the operator allocates everything": STEPS.allocateAll("A"),
    "everything is slashed": STEPS.slash({ operator: "A", wad: WAD }),
    "the window ends": STEPS.wait(WINDOW),
    "Lido reports a loss": STEPS.reportAtLido(-30_000n),
  }),
  "requests at Lido through gains, a loss and a finalisation below the rate": told({
    "stake with Lido": STEPS.stakeWithLido(HALF),
    "wrap some": STEPS.wrapSteth(HALF),
    "ask Lido twice": STEPS.requestAtLido(HALF, 2n),
    "Lido reports a gain": STEPS.reportAtLido(10_000n),
    "ask Lido again": STEPS.requestAtLido(HALF, 1n),
    "Lido reports a loss": STEPS.reportAtLido(-25_000n),
    "some are finalised below the rate": STEPS.finaliseAtLido({ of: WHOLE / 4n, discountPpm: 12_345n }),
    "Lido recovers": STEPS.reportAtLido(15_000n),
    "claim one": STEPS.claim(1n),
    "unwrap the rest": STEPS.unwrapWsteth(WHOLE),
  }),
  "requests at ether.fi through losses, of which a stranger claims some": told({
    "deposit with ether.fi": STEPS.depositWithEtherfi(HALF),
    "unwrap and wrap again": STEPS.rewrapWeeth(HALF),
    "ask ether.fi three times": STEPS.requestAtEtherfi(HALF, 3n),
    "redeem at once": STEPS.redeemAtEtherfi(HALF),
    "others redeem": STEPS.othersRedeem(HALF),
    "ether.fi reports a loss": STEPS.reportAtEtherfi(-18_000n),
    "some are finalised": STEPS.finaliseAtEtherfi(HALF),
    "ether.fi reports another loss": STEPS.reportAtEtherfi(-9_000n),
    "ether.fi reports a gain": STEPS.reportAtEtherfi(2_000n),
    "a stranger claims": STEPS.strangerClaims(ALL),
  }),
};
