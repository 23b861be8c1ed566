import { Icon } from "../../../components/Icon.tsx";
import { Panel } from "../../../components/Panel.tsx";
import { Pips } from "../../../components/Pips.tsx";
import type { SignerView } from "./signersOf.ts";

type SignaturesPanelProps = {
  readonly signers: readonly SignerView[];
  readonly threshold: number;
  /** Lower-case; null when nobody is signed in. */
  readonly reader: string | null;
};

/** Who has signed, k of t, and who may. Each signature was recovered before it was counted. */
export function SignaturesPanel({ signers, threshold, reader }: SignaturesPanelProps) {
  const signed = signers.filter(({ signedAt }) => signedAt !== null).length;
  const yours =
    signers.some(({ address, signedAt }) => address === reader && signedAt === null) && signed < threshold;
  return (
    <Panel
      title="Signatures"
      sub={
        <span aria-live="polite" data-testid="signature-count">
          <Pips signed={signed} required={threshold} yourTurn={yours} />
        </span>
      }
      end={
        <span className="sub">
          {signers.length} owners, threshold {threshold}
        </span>
      }
      order={6}
    >
      <ul className="rows">
        {signers.map((signer) => (
          <Signer
            key={signer.address}
            signer={signer}
            isYou={signer.address === reader}
            complete={signed >= threshold}
          />
        ))}
      </ul>
    </Panel>
  );
}

type SignerProps = { readonly signer: SignerView; readonly isYou: boolean; readonly complete: boolean };

function Signer({ signer, isYou, complete }: SignerProps) {
  const { name, shown, signedAt, checked } = signer;
  return (
    <li className="signer" data-you={isYou && signedAt === null && !complete ? "" : undefined}>
      <span className="avatar" aria-hidden="true">
        {name === null ? shown.slice(2, 4) : name.slice(0, 1) + name.slice(-1)}
      </span>
      <span className="min-w-0">
        <b className="font-medium">{name ?? "Owner"}</b> {isYou && <span className="text-ink-3">you</span>}
        <small className="block text-2xs text-ink-3">
          <span className="font-mono" title={shown}>
            {shown.slice(0, 6)}…{shown.slice(-4)}
          </span>{" "}
          {signedAt}
        </small>
      </span>
      <SignerState signedAt={signedAt} checked={checked} yourTurn={isYou && !complete} />
    </li>
  );
}

function SignerState({
  signedAt,
  checked,
  yourTurn,
}: {
  signedAt: string | null;
  checked: boolean;
  yourTurn: boolean;
}) {
  if (signedAt === null) {
    return yourTurn ? (
      <b className="text-authored text-xs font-semibold">Your turn</b>
    ) : (
      <span className="text-xs text-ink-3">Waiting</span>
    );
  }
  return (
    <span className="text-authored inline-flex items-center gap-1 text-xs font-semibold">
      <Icon name="check" size={14} />
      {checked ? "Signed" : "Signed, by the chain only"}
    </span>
  );
}
