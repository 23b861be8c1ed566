import { ZERO_ADDRESS } from "../../chain/address.ts";
import { bandProblems } from "./bandProblems.ts";
import { capProblems } from "./capProblems.ts";
import { limitProblems } from "./limitProblems.ts";
import type { PolicyDocument } from "./policyDocument.ts";
import type { PolicyIssue } from "./policyIssue.ts";
import { problem } from "./problem.ts";

/** What a readable policy says that cannot hold together: bands, caps, ladder, keys and single limits. */
export function policyProblems(document: PolicyDocument): readonly PolicyIssue[] {
  return [
    ...keyProblems(document),
    ...bandProblems(document),
    ...capProblems(document),
    ...ladderProblems(document),
    ...feedProblems(document),
    ...limitProblems(document),
  ];
}

function keyProblems({ account, proposer }: PolicyDocument): readonly PolicyIssue[] {
  const zero = (path: string) =>
    problem({ path, value: ZERO_ADDRESS, limit: "an address other than zero", advice: "Write its address." });
  return [
    ...(account === ZERO_ADDRESS ? [zero("account")] : []),
    ...(proposer === ZERO_ADDRESS ? [zero("proposer")] : []),
    ...(proposer === account
      ? [
          problem({
            path: "proposer",
            value: proposer,
            limit: "another address than the account",
            advice: "Write the keeper's own key.",
          }),
        ]
      : []),
  ];
}

function ladderProblems({ liquidity }: PolicyDocument): readonly PolicyIssue[] {
  return liquidity.flatMap(({ share, within }, i) => {
    const path = `liquidity[${i}]`;
    const earlier = liquidity.slice(0, i).find((rung) => rung.within === within);
    if (earlier !== undefined) {
      return [
        problem({
          path: `${path}.within`,
          value: `${within} s`,
          limit: "a time that no other rung has",
          advice: "Keep one of them.",
        }),
      ];
    }
    const implied = liquidity.find((rung) => rung.within < within && rung.share >= share);
    if (implied === undefined) return [];
    const limit = `more than the share that must leave earlier`;
    return [
      problem({
        path: `${path}.share`,
        value: `${share} bps`,
        limit,
        advice: "Raise the share or leave the rung out.",
      }),
    ];
  });
}

function feedProblems({ guards }: PolicyDocument): readonly PolicyIssue[] {
  const { feeds } = guards.staleOracle;
  return feeds.flatMap((feed, i) =>
    feeds.indexOf(feed) === i
      ? []
      : [
          problem({
            path: `guards.staleOracle.feeds[${i}]`,
            value: feed,
            limit: "each feed once",
            advice: "Remove the second.",
          }),
        ],
  );
}
