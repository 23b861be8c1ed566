import { type Deed, deed } from "./deed.ts";
import { STEPS } from "./steps/steps.ts";
import { WHOLE } from "./whole.ts";

const ALL = 2n ** 64n - 1n;
/** Blocks of EigenLayer's delay on the devnet, and one more. */
const WINDOW = 21n;

/** How a life ends: everything comes home as ether, and every ticket is claimed. */
export const exitDeeds: readonly Deed[] = [
  deed("leave the operator", STEPS.undelegate("account")),
  deed("queue what is left", STEPS.queueAtEigenlayer(WHOLE)),
  deed("wait for the window to end", STEPS.wait(WINDOW)),
  deed("claim what is due", STEPS.claim(ALL)),
  deed("wrap all stETH", STEPS.wrapSteth(WHOLE)),
  deed("ask Lido for everything", STEPS.requestAtLido(WHOLE, 3n)),
  deed("ask ether.fi for everything", STEPS.requestAtEtherfi(WHOLE, 3n)),
  deed("redeem what is too little for a request", STEPS.redeemAtEtherfi(WHOLE)),
  deed("finalise all at Lido", STEPS.finaliseAtLido({ of: 0n, discountPpm: 0n })),
  deed("finalise all at ether.fi", STEPS.finaliseAtEtherfi(0n)),
  deed("claim the rest", STEPS.claim(ALL)),
];
