import { policyApprovalTypedData, unixSeconds } from "@ballast/core";

type Approval = {
  readonly id: string;
  readonly version: string;
  readonly previousHash: string;
  readonly account: string;
  /** Unix seconds as decimal text. */
  readonly notBefore: string;
  readonly chainId: number;
};

const DOMAIN_FIELDS = [
  { name: "name", type: "string" },
  { name: "version", type: "string" },
  { name: "chainId", type: "uint256" },
  { name: "verifyingContract", type: "address" },
];

/** The approval as `eth_signTypedData_v4` takes it: core's typed data with its domain's type spelled out. */
export function approvalJson({ id, version, previousHash, account, notBefore, chainId }: Approval): string {
  const typed = policyApprovalTypedData({
    account: { rail: "safe", chainId: BigInt(chainId), address: account as `0x${string}` },
    policyHash: id as `0x${string}`,
    version: BigInt(version),
    previousHash: previousHash as `0x${string}`,
    notBefore: unixSeconds(BigInt(notBefore)),
  });
  const json = { ...typed, types: { EIP712Domain: DOMAIN_FIELDS, ...typed.types } };
  return JSON.stringify(json, (_key, value: unknown) =>
    typeof value === "bigint" ? value.toString() : value,
  );
}
