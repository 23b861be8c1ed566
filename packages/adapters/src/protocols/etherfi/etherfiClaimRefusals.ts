import type { ProtocolRefusal } from "../../withdrawals/protocolRefusal.ts";
import { accessRefusals, type EtherfiAccess } from "./accessRefusals.ts";

/** What ether.fi knows of a request when somebody claims it. Only eETH's pause counts: a claim burns eETH. */
export type EtherfiClaimFacts = EtherfiAccess & {
  readonly requestId: bigint;
  readonly isValid: boolean;
  readonly lastFinalized: bigint;
};

/**
 * Why ether.fi would not pay a request to the account that holds it, empty when it would (etherfi-protocol/smart-contracts,
 * src/withdrawals/WithdrawRequestNFT.sol, _claimWithdraw). Anybody may claim for the holder: another caller is no reason.
 */
export function etherfiClaimRefusals(facts: EtherfiClaimFacts): readonly ProtocolRefusal[] {
  const { requestId, isValid, lastFinalized } = facts;
  const invalid = {
    error: "RequestNotValid",
    text: `Request ${requestId} was invalidated by a guardian. Ask ether.fi; it pays again once it is validated.`,
  };
  const early = {
    error: "RequestNotFinalized",
    text: `Request ${requestId} is not finalised; requests are up to ${lastFinalized}. Wait for the next reports.`,
  };
  return [
    ...accessRefusals({ ...facts, pauses: facts.pauses.filter(({ contract }) => contract === "eETH") }),
    ...(isValid ? [] : [invalid]),
    ...(requestId > lastFinalized ? [early] : []),
  ];
}
