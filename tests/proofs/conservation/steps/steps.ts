import { allocateAll } from "./allocateAll.ts";
import { burnSlashed } from "./burnSlashed.ts";
import { claim } from "./claim.ts";
import { completeAsShares } from "./completeAsShares.ts";
import { delegate } from "./delegate.ts";
import { depositWithEtherfi } from "./depositWithEtherfi.ts";
import { finaliseAtEtherfi } from "./finaliseAtEtherfi.ts";
import { finaliseAtLido } from "./finaliseAtLido.ts";
import { grow } from "./grow.ts";
import { othersRedeem } from "./othersRedeem.ts";
import { queueAtEigenlayer } from "./queueAtEigenlayer.ts";
import { redeemAtEtherfi } from "./redeemAtEtherfi.ts";
import { reportAtEtherfi } from "./reportAtEtherfi.ts";
import { reportAtLido } from "./reportAtLido.ts";
import { requestAtEtherfi } from "./requestAtEtherfi.ts";
import { requestAtLido } from "./requestAtLido.ts";
import { restake } from "./restake.ts";
import { rewrapWeeth } from "./rewrapWeeth.ts";
import { slash } from "./slash.ts";
import { stakeWithLido } from "./stakeWithLido.ts";
import { strangerClaims } from "./strangerClaims.ts";
import { undelegate } from "./undelegate.ts";
import { unwrapWsteth } from "./unwrapWsteth.ts";
import { wait } from "./wait.ts";
import { wrapSteth } from "./wrapSteth.ts";

/** Everything that the account or the world can do in a life. */
export const STEPS = {
  allocateAll,
  burnSlashed,
  claim,
  completeAsShares,
  delegate,
  depositWithEtherfi,
  finaliseAtEtherfi,
  finaliseAtLido,
  grow,
  othersRedeem,
  queueAtEigenlayer,
  redeemAtEtherfi,
  reportAtEtherfi,
  reportAtLido,
  requestAtEtherfi,
  requestAtLido,
  restake,
  rewrapWeeth,
  slash,
  stakeWithLido,
  strangerClaims,
  undelegate,
  unwrapWsteth,
  wait,
  wrapSteth,
};
