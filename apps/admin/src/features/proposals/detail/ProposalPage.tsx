import { type Session, session } from "../../../auth/session.ts";
import { chainFacts } from "../../../queries/chainFacts.ts";
import type { ProposalDetail } from "../../../queries/proposalDetail.ts";
import { SignPanel } from "../sign/SignPanel.tsx";
import type { Reader, SignedProposal } from "../sign/signPanelProps.ts";
import type { RawTransaction } from "../verify/rawTransaction.ts";
import { VerificationProvider } from "../verify/VerificationProvider.tsx";
import { Balances } from "./Balances.tsx";
import { balancesOf } from "./balancesOf.ts";
import { ChecksPanel } from "./ChecksPanel.tsx";
import { LifePanel } from "./LifePanel.tsx";
import { ProposalHead } from "./ProposalHead.tsx";
import { proposalHeadOf } from "./proposalHeadOf.ts";
import { SignaturesPanel } from "./SignaturesPanel.tsx";
import { StepsPanel } from "./StepsPanel.tsx";
import { signersOf } from "./signersOf.ts";
import { stepNames } from "./stepNames.ts";
import { TransactionPanel } from "./TransactionPanel.tsx";
import { transactionOf } from "./transactionOf.ts";
import { WhyPanel } from "./WhyPanel.tsx";
import { whyOf } from "./whyOf.ts";

type ProposalPageProps = { readonly segment: string; readonly detail: ProposalDetail };

/** Why, what, effect, checks at the left; verify, sign, signatures at the right. */
export async function ProposalPage({ segment, detail }: ProposalPageProps) {
  const [signedIn, chain, head, signers] = await Promise.all([
    session(),
    chainFacts(),
    proposalHeadOf(detail),
    signersOf(detail.facts),
  ]);
  const { facts } = detail;
  const transaction = transactionOf(detail, chain?.name ?? "");
  const names = await stepNames(detail);
  const balances = balancesOf(detail);
  return (
    <VerificationProvider
      transaction={transaction.raw}
      safeTxHash={facts.row.safeTxHash}
      hasBundle={detail.bundle !== null}
    >
      <ProposalHead head={head} />
      <div className="cols" data-side="wide">
        <div className="stack">
          <WhyPanel why={whyOf(detail)} />
          <StepsPanel names={names} account={facts.row.account} />
          {balances !== null && <Balances view={balances} />}
          <ChecksPanel />
        </div>
        <div className="stack">
          <SignPanel
            proposal={signedProposal(detail, transaction.raw)}
            reader={readerOf(signedIn, segment)}
            chain={{ chainId: Number(facts.row.chainId), name: chain?.name ?? "" }}
          />
          <SignaturesPanel signers={signers} threshold={facts.threshold} reader={signedIn?.address ?? null} />
          <TransactionPanel view={transaction} />
          <LifePanel events={detail.events} />
        </div>
      </div>
    </VerificationProvider>
  );
}

function signedProposal({ facts }: ProposalDetail, transaction: RawTransaction): SignedProposal {
  const { row, chainNonce, threshold, signatures } = facts;
  return {
    safeTxHash: row.safeTxHash,
    transaction,
    state: row.state,
    kind: row.kind,
    chainNonce: chainNonce === null ? null : `${chainNonce}`,
    threshold,
    deadline: row.deadline === null ? null : Number(row.deadline),
    signatures: signatures.map(({ owner, signature }) => ({ owner, signature })),
  };
}

function readerOf(signedIn: Session | null, segment: string): Reader {
  return {
    address: signedIn?.address ?? null,
    isOwner: signedIn?.owns.includes(segment) ?? false,
    mayOperate: signedIn?.roles.includes("operator") ?? false,
  };
}
