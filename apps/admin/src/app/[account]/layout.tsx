import { notFound } from "next/navigation";
import type { ReactNode } from "react";
import { mayRead } from "../../auth/mayRead.ts";
import { loadSessionView } from "../../features/session/loadSessionView.ts";
import { ClockProvider } from "../../live/ClockProvider.tsx";
import { accountSegment } from "../../queries/accountSegment.ts";
import { allAccounts } from "../../queries/accounts.ts";
import { chainFacts } from "../../queries/chainFacts.ts";
import { Console } from "../../shell/Console.tsx";
import { SignInPage } from "../../shell/SignInPage.tsx";
import { WalletProvider } from "../../wallet/WalletProvider.tsx";

const MILLISECONDS = 1000;

type Props = { readonly children: ReactNode; readonly params: Promise<{ readonly account: string }> };

/** One account's screens. Without the right to read there is only the way to sign in. */
export default async function AccountLayout({ children, params }: Props) {
  const { account: segment } = await params;
  const [accounts, chain] = await Promise.all([allAccounts(), chainFacts()]);
  if (chain === null || !accounts.some((account) => accountSegment(account) === segment)) notFound();
  const readable = await mayRead();
  const walletChain = {
    chainId: Number(chain.chainId),
    name: chain.name,
    builtInRpc: chain.devnet?.rpc ?? null,
  };
  return (
    <ClockProvider now={Math.floor(Date.now() / MILLISECONDS)}>
      <WalletProvider chain={walletChain}>
        {readable ? (
          <Console segment={segment}>{children}</Console>
        ) : (
          <SignInPage session={await loadSessionView(segment)} />
        )}
      </WalletProvider>
    </ClockProvider>
  );
}
