/** What the approvals of one policy version show, as the server computed it. */
export type ApprovalsPanelProps = {
  readonly policy: {
    readonly id: string;
    readonly version: string;
    readonly previousHash: string;
    readonly account: string;
    readonly author: string;
    readonly sound: boolean;
    readonly standing: "in-force" | "earlier" | "waiting";
    /** Whose approval it needs, and what it is against the version that it replaces. */
    readonly by: "one-owner" | "threshold";
    readonly verdict: "tighter" | "neutral" | "looser";
    readonly isFirst: boolean;
    /** How many must approve, and whether enough have: the author alone is not where the threshold counts. */
    readonly required: number;
    readonly isEnough: boolean;
    /** Owners whose approvals count together, lower-case. */
    readonly approved: readonly string[];
    /** Unix seconds that they named; null without any. */
    readonly effectiveAt: number | null;
  };
  readonly owners: readonly {
    readonly address: string;
    readonly shown: string;
    readonly name: string | null;
  }[];
  readonly threshold: number;
  /** The not-before that the next owner signs, as decimal text; null while no block is known. */
  readonly notBefore: string | null;
  readonly reader: { readonly address: string | null; readonly isOwner: boolean };
  readonly chain: { readonly chainId: number; readonly name: string };
};
